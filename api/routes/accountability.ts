import { Hono } from 'hono'
import { decideAccountability } from '../acts/accountability/decide-accountability.ts'
import { decidePatrolLiability } from '../acts/accountability/decide-patrol-liability.ts'
import { proposePatrolLiability } from '../acts/accountability/propose-patrol-liability.ts'
import type { OfficerEnv } from '../context.ts'
import {
  AccountabilityDecisionForm,
  PatrolDecisionForm,
  PatrolLiabilityForm,
} from '../forms/accountability.ts'
import { accountabilityPapers } from '../reads/accountability-papers.ts'
import { accountabilityList } from '../reads/accountability-page.ts'
import { patrolLiabilityList } from '../reads/patrol-liabilities.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** What the office sees of accountability (责任追究) by person, and deciding on what was proposed. */
export const accountability = new Hono<OfficerEnv>()
  .use(rolesOnly('officeHead', 'secondPerson', 'assessmentGroup'))
  .get('/', async (c) => c.json(await accountabilityList(c.var.world, c.var.officer)))
  .get('/patrol', async (c) => c.json(await patrolLiabilityList(c.var.world, c.var.officer)))
  .post('/patrol', valid(PatrolLiabilityForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await proposePatrolLiability(world, officer, c.req.valid('json')), 201)
  })
  .post('/patrol/:id/decision', valid(PatrolDecisionForm), async (c) => {
    const { world, officer } = c.var
    const form = c.req.valid('json')
    return c.json(await decidePatrolLiability(world, officer, c.req.param('id'), form), 201)
  })
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
