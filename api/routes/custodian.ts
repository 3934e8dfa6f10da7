import { Hono } from 'hono'
import { openUnsealing, refuseUnsealing } from '../acts/identity/answer-unsealing.ts'
import { makeKey } from '../acts/identity/make-key.ts'
import type { OfficerEnv } from '../context.ts'
import { CustodianKeyForm, OpeningForm } from '../forms/custodian.ts'
import { custodianKeysOf } from '../reads/custodian.ts'
import { openUnsealings } from '../reads/unsealings.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** What the custodian of sealed identities does: keep the key, and answer who wants to see. */
export const custodian = new Hono<OfficerEnv>()
  .use(rolesOnly('custodian'))
  .get('/', async (c) => {
    const { world, officer } = c.var
    const keys = await custodianKeysOf(world.store.read, officer.hallId)
    const requests = await openUnsealings(world.store.read, officer)
    return c.json({
      keys: keys.map(({ madeOn, retiredOn }) => ({ madeOn, retiredOn })),
      requests: requests.map(({ askedAt, own, ...wish }) => ({
        ...wish,
        own: Boolean(own),
        askedAt: askedAt.getTime(),
      })),
    })
  })
  .post('/key', valid(CustodianKeyForm), async (c) => {
    await makeKey(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .post('/requests/:id/refusal', async (c) => {
    await refuseUnsealing(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({}, 201)
  })
  .post('/requests/:id/opening', valid(OpeningForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await openUnsealing(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
