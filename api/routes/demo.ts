import { Hono } from 'hono'
import { demoSignIn } from '../acts/demo-sign-in.ts'
import type { Env } from '../context.ts'
import { DemoForm } from '../forms/demo.ts'
import { demoTour } from '../reads/demo-tour.ts'
import { valid } from '../valid.ts'
import { giveCookie } from './session.ts'

/** The tour of the demonstration halls; everywhere else it is not there. */
export const demo = new Hono<Env>()
  .get('/', async (c) => c.json(await demoTour(c.var.world)))
  .post('/session', valid(DemoForm), async (c) => {
    giveCookie(c, await demoSignIn(c.var.world, c.req.valid('json').login))
    return c.json({}, 201)
  })
