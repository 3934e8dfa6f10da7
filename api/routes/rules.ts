import { Hono } from 'hono'
import { addClause, retireClause, sayAnew } from '../acts/rules/change-clause.ts'
import { approveChange, returnChange, takeBackChange } from '../acts/rules/decide-change.ts'
import { enterClauseWording, enterSystemWording } from '../acts/rules/enter-wording.ts'
import type { OfficerEnv } from '../context.ts'
import {
  ClauseRetirementForm,
  ClauseVersionForm,
  ClauseWordingForm,
  OwnClauseForm,
  RuleReturnForm,
  SystemWordingForm,
} from '../forms/rules.ts'
import { hallById } from '../reads/halls.ts'
import { ruleChangePage } from '../reads/rule-changes.ts'
import { clauseDesk, ownClauseForm, systemDesk } from '../reads/rule-desk-page.ts'
import { rulesDesk } from '../reads/rule-desk.ts'
import { rulesLeftOut } from '../reads/rules-left-out.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/**
 * The hall's published rules: their official wording and their clauses, entered by one person and
 * approved by another.
 */
export const rules = new Hono<OfficerEnv>()
  .use(rolesOnly('officeHead', 'secondPerson', 'complaintDesk', 'systemAdministrator'))
  .get('/', async (c) => c.json(await rulesDesk(c.var.world, c.var.officer)))
  .get('/left-out', rolesOnly('officeHead', 'systemAdministrator'), async (c) => {
    const { world, officer } = c.var
    const { policy } = await hallById(world.store.read, officer.hallId)
    return c.json({ policies: rulesLeftOut(policy) })
  })
  .get('/own-clause', async (c) => c.json(await ownClauseForm(c.var.world, c.var.officer)))
  .get('/clauses/:key', async (c) =>
    c.json(await clauseDesk(c.var.world, c.var.officer, c.req.param('key'))),
  )
  .post('/clauses', valid(OwnClauseForm), async (c) =>
    c.json(await addClause(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/clauses/:key/versions', valid(ClauseVersionForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await sayAnew(world, officer, c.req.param('key'), c.req.valid('json')), 201)
  })
  .post('/clauses/:key/retirement', valid(ClauseRetirementForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await retireClause(world, officer, c.req.param('key'), c.req.valid('json')), 201)
  })
  .post('/clauses/:key/wording', valid(ClauseWordingForm), async (c) => {
    const { world, officer } = c.var
    const key = c.req.param('key')
    return c.json(await enterClauseWording(world, officer, key, c.req.valid('json')), 201)
  })
  .get('/systems/:key', async (c) =>
    c.json(await systemDesk(c.var.world, c.var.officer, c.req.param('key'))),
  )
  .post('/systems/:key/wording', valid(SystemWordingForm), async (c) => {
    const { world, officer } = c.var
    const key = c.req.param('key')
    return c.json(await enterSystemWording(world, officer, key, c.req.valid('json')), 201)
  })
  .get('/changes/:id', async (c) =>
    c.json(await ruleChangePage(c.var.world, c.var.officer, c.req.param('id'))),
  )
  .post('/changes/:id/approval', async (c) =>
    c.json(await approveChange(c.var.world, c.var.officer, c.req.param('id')), 201),
  )
  .post('/changes/:id/return', valid(RuleReturnForm), async (c) => {
    await returnChange(c.var.world, c.var.officer, c.req.param('id'), c.req.valid('json'))
    return c.json({}, 201)
  })
  .delete('/changes/:id', async (c) => {
    await takeBackChange(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({})
  })
