import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { approveOutcome } from '../acts/outcome/approve-outcome.ts'
import { decideHit } from '../acts/outcome/decide-hit.ts'
import { draftOutcome } from '../acts/outcome/draft-outcome.ts'
import { liftWithholding } from '../acts/outcome/lift-withholding.ts'
import { releaseByHand } from '../acts/outcome/release-by-hand.ts'
import { retractOutcome } from '../acts/outcome/retract-outcome.ts'
import { returnOutcome } from '../acts/outcome/return-outcome.ts'
import { withholdOutcome } from '../acts/outcome/withhold-outcome.ts'
import type { OfficerEnv } from '../context.ts'
import {
  ApprovalForm,
  DraftForm,
  HitForm,
  RetractionForm,
  ReturnForm,
  WithholdingForm,
} from '../forms/outcome.ts'
import { outcomeCounts, outcomeList } from '../reads/outcome-lists.ts'
import { outcomePage } from '../reads/outcome-page.ts'
import { OUTCOME_STAGES } from '../rules/outcome-stage.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

type Asked = { stage?: string; page?: string }

const MOST_PAGES = 10_000
const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

const asked = validator('query', (query): Asked => {
  const [stage, page] = [first(query.stage), first(query.page)]
  return { ...(stage ? { stage } : {}), ...(page ? { page } : {}) }
})

const pageOf = (typed: string | undefined): number => {
  const page = Number(typed)
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
}

/**
 * Outcomes on their way to the public, each by its case's number; an act is a thing to POST. One
 * that the officer may not know of is answered like one that does not exist.
 */
export const outcomes = new Hono<OfficerEnv>()
  .use(rolesOnly('complaintDesk', 'handler', 'officeHead', 'secondPerson'))
  .get('/', asked, async (c) => {
    const { stage, page } = c.req.valid('query')
    return c.json({
      ...(await outcomeList(c.var.world, c.var.officer, {
        stage: OUTCOME_STAGES.find((known) => known === stage) ?? 'toWrite',
        page: pageOf(page),
      })),
      ...(await outcomeCounts(c.var.world, c.var.officer)),
    })
  })
  .get('/:number', async (c) =>
    c.json(await outcomePage(c.var.world, c.var.officer, c.req.param('number'))),
  )
  .post('/:number/drafts', valid(DraftForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await draftOutcome(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/hits/:hit', valid(HitForm), async (c) => {
    const { world, officer } = c.var
    const { number, hit } = c.req.param()
    return c.json(await decideHit(world, officer, number, Number(hit), c.req.valid('json')), 201)
  })
  .post('/:number/approval', valid(ApprovalForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await approveOutcome(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/return', valid(ReturnForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await returnOutcome(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/withholding', valid(WithholdingForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await withholdOutcome(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .delete('/:number/withholding', async (c) =>
    c.json(await liftWithholding(c.var.world, c.var.officer, c.req.param('number'))),
  )
  .post('/:number/release', async (c) =>
    c.json(await releaseByHand(c.var.world, c.var.officer, c.req.param('number')), 201),
  )
  .post('/:number/retraction', valid(RetractionForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await retractOutcome(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
