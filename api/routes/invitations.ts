import { Hono } from 'hono'
import { acceptInvitation } from '../acts/hall/accept-invitation.ts'
import type { Env } from '../context.ts'
import { AcceptForm, LookForm } from '../forms/session.ts'
import { invitedBy } from '../reads/invitations.ts'
import { valid } from '../valid.ts'
import { giveCookie } from './session.ts'

/** One-time links. Looking changes nothing; a token travels in bodies only. */
export const invitations = new Hono<Env>()
  .post('/look', valid(LookForm), async (c) => {
    const { officer, hall } = await invitedBy(c.var.world, c.req.valid('json').invitation)
    return c.json({ name: officer.name, login: officer.login, hall: { name: hall.name } })
  })
  .post('/', valid(AcceptForm), async (c) => {
    giveCookie(c, await acceptInvitation(c.var.world, c.req.valid('json')))
    return c.json({}, 201)
  })
