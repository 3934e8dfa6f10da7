import { Hono } from 'hono'
import { askUnsealing } from '../acts/identity/ask-unsealing.ts'
import type { OfficerEnv } from '../context.ts'
import { UnsealingForm } from '../forms/custodian.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** Asking the custodian to open a case's sealed identity, from the case. */
export const unsealings = new Hono<OfficerEnv>().post(
  '/:number/unsealings',
  rolesOnly('complaintDesk', 'handler', 'officeHead'),
  valid(UnsealingForm),
  async (c) => {
    const { world, officer } = c.var
    const asked = await askUnsealing(world, officer, c.req.param('number'), c.req.valid('json'))
    return c.json(asked, 201)
  },
)
