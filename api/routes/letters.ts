import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { resendLetter } from '../acts/resend-letter.ts'
import type { OfficerEnv } from '../context.ts'
import { letterCounts, lettersIn, untold } from '../reads/letters.ts'
import { Refused } from '../refused.ts'
import { rolesOnly } from '../session.ts'

const STATES = ['waiting', 'failed', 'sent'] as const
type State = (typeof STATES)[number]

const asked = validator('query', (query): { state?: State | undefined } => ({
  state: STATES.find((one) => one === query.state),
}))

/** The letters of a hall, without addresses: what waits, what went out, what did not and why. */
export const letters = new Hono<OfficerEnv>()
  .use(rolesOnly('officeHead', 'complaintDesk', 'systemAdministrator'))
  .get('/', asked, async (c) => {
    const { world, officer } = c.var
    const { state = 'waiting' } = c.req.valid('query')
    return c.json({
      state,
      hasServer: world.settings.smtpUrl !== null,
      counts: await letterCounts(world, officer),
      letters: await lettersIn(world, officer, state),
      untold: await untold(world, officer),
    })
  })
  .post('/:id/tries', async (c) => {
    const { world, officer } = c.var
    const id = Number(c.req.param('id'))
    if (!Number.isSafeInteger(id)) throw new Refused('no-such-letter')
    await resendLetter(world, officer, id)
    return c.json({ id }, 201)
  })
