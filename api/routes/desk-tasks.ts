import { Hono } from 'hono'
import type { OfficerEnv } from '../context.ts'
import { tasksDue, tasksOf } from '../reads/desk-tasks.ts'
import { officersOnly } from '../session.ts'

/** What whoever asks has to do, derived from what is there; nothing is done here. */
export const tasksOfDesk = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', async (c) => c.json(await tasksOf(c.var.world, c.var.officer)))
  .get('/due', async (c) => c.json(await tasksDue(c.var.world, c.var.officer)))
