import { Hono } from 'hono'
import { changePassword } from '../acts/change-password.ts'
import { leaveElsewhere } from '../acts/leave-elsewhere.ts'
import type { OfficerEnv } from '../context.ts'
import { PasswordForm } from '../forms/session.ts'
import { ownSessions } from '../reads/own-sessions.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** An officer's own account: where it is signed in, and its password. */
export const account = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', async (c) => c.json({ sessions: await ownSessions(c.var.world, c.var.officer) }))
  .post('/password', valid(PasswordForm), async (c) => {
    await changePassword(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .delete('/sessions', async (c) => c.json(await leaveElsewhere(c.var.world, c.var.officer)))
