import { Hono } from 'hono'
import { approveRemedy, sendBackRemedy } from '../acts/low-rating/decide-remedy.ts'
import { enterCall } from '../acts/low-rating/enter-call.ts'
import { proposeRemedy } from '../acts/low-rating/propose-remedy.ts'
import { readTelephone } from '../acts/low-rating/read-telephone.ts'
import { type OfficerEnv, today } from '../context.ts'
import { CallForm, RemedyForm, SendBackForm } from '../forms/low-rating.ts'
import { hallById } from '../reads/halls.ts'
import { headsCounts } from '../reads/low-rating-counts.ts'
import { lowRatingsOf } from '../reads/low-ratings.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'

const ANY = { kind: 'lowRating', proposedById: null } as const

/** Low ratings as the office follows them up; each step is a thing to POST. */
export const lowRatings = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', async (c) => {
    const { world, officer } = c.var
    const actor = { ...officer, relation: null }
    const may = { read: can(actor, 'read', ANY), count: can(actor, 'count', ANY) }
    if (!may.read && !may.count) throw new Refused('not-yours')
    const { lowFollowUp } = policyOf(
      await hallById(world.store.read, officer.hallId),
      today(world),
    ).rating
    return c.json({
      today: today(world),
      followUp: lowFollowUp,
      ratings: may.read && lowFollowUp ? await lowRatingsOf(world, officer) : null,
      own: may.count && lowFollowUp ? await headsCounts(world, officer) : null,
    })
  })
  .post('/:id/telephone', async (c) =>
    c.json(await readTelephone(c.var.world, c.var.officer, c.req.param('id')), 201),
  )
  .post('/:id/calls', valid(CallForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await enterCall(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
  .post('/:id/remedy', valid(RemedyForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await proposeRemedy(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
  .post('/:id/approval', async (c) =>
    c.json(await approveRemedy(c.var.world, c.var.officer, c.req.param('id')), 201),
  )
  .post('/:id/return', valid(SendBackForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await sendBackRemedy(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
