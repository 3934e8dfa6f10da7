import { Hono } from 'hono'
import { decideAccountability } from '../acts/accountability/decide-accountability.ts'
import type { OfficerEnv } from '../context.ts'
import { AccountabilityDecisionForm } from '../forms/accountability.ts'
import { accountabilityPapers } from '../reads/accountability-papers.ts'
import { accountabilityList } from '../reads/accountability-page.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** What the office sees of accountability (责任追究) by person, and deciding on what was proposed. */
export const accountability = new Hono<OfficerEnv>()
  .use(rolesOnly('officeHead', 'secondPerson', 'assessmentGroup'))
  .get('/', async (c) => c.json(await accountabilityList(c.var.world, c.var.officer)))
  .get('/:id/papers', async (c) => {
    const { world, officer } = c.var
    const rung = c.req.query('rung') ?? ''
    return c.json(await accountabilityPapers(world, officer, c.req.param('id'), rung))
  })
  .post('/:id/decision', valid(AccountabilityDecisionForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await decideAccountability(world, officer, c.req.param('id'), c.req.valid('json')),
      201,
    )
  })
