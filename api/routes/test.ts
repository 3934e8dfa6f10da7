import { Hono } from 'hono'
import type { Env } from '../context.ts'
import { runDueJobs } from '../jobs/run-due-jobs.ts'
import { Refused } from '../refused.ts'

/** Only under test: run what is due now, by the clock the test has set. Elsewhere nothing is here. */
export const underTest = new Hono<Env>()
  .use(async (c, next) => {
    if (!c.var.world.settings.test) throw new Refused('not-found')
    await next()
  })
  .post('/run-due-jobs', async (c) => c.json({ ran: await runDueJobs(c.var.world) }))
