import { Hono } from 'hono'
import type { Env } from '../context.ts'
import { healthOf } from '../reads/health.ts'

/** Whether the portal lives, for whoever watches over it; it tells nothing else. */
export const health = new Hono<Env>().get('/', async (c) => {
  const { alive, ...report } = await healthOf(c.var.world)
  return c.json(report, alive ? 200 : 503)
})
