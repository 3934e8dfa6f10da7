import { Hono } from 'hono'
import { confirmHandover } from '../acts/patrol/confirm-handover.ts'
import { recordRound } from '../acts/patrol/record-round.ts'
import type { OfficerEnv } from '../context.ts'
import { RoundForm } from '../forms/patrol.ts'
import { findingOf, patrolPage } from '../reads/patrol-rounds.ts'
import { PATROL_ROLES } from '../rules/can.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** Rounds through the hall; each is a thing to POST, and so is taking over its record form. */
export const patrolRounds = new Hono<OfficerEnv>()
  .use(rolesOnly(...PATROL_ROLES))
  .get('/', async (c) => c.json(await patrolPage(c.var.world, c.var.officer)))
  .post('/', valid(RoundForm), async (c) =>
    c.json(await recordRound(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/:id/windows/:code', async (c) => {
    const { id, code } = c.req.param()
    return c.json(await findingOf(c.var.world, c.var.officer, id, code))
  })
  .post('/:id/handover', async (c) => {
    await confirmHandover(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({}, 201)
  })
