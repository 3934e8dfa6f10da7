import { Hono } from 'hono'
import { openFirstHall } from '../acts/hall/first-hall.ts'
import type { Env } from '../context.ts'
import { FirstHallForm, FirstKeyForm } from '../forms/administration.ts'
import { policies } from '../policies/index.ts'
import { isFirstKey } from '../reads/first-key.ts'
import { Refused } from '../refused.ts'
import { valid } from '../valid.ts'
import { giveCookie } from './session.ts'

/** The first hall of an installation, behind the link the start command printed. */
export const firstHall = new Hono<Env>()
  .post('/look', valid(FirstKeyForm), async (c) => {
    const { world } = c.var
    const { first } = c.req.valid('json')
    if (!(await isFirstKey(world.store.read, world.now(), first))) {
      throw new Refused('first-link-used-up')
    }
    return c.json({ policies: Object.keys(policies) })
  })
  .post('/', valid(FirstHallForm), async (c) => {
    giveCookie(c, await openFirstHall(c.var.world, c.req.valid('json')))
    return c.json({}, 201)
  })
