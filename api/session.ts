import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Env, OfficerEnv } from './context.ts'
import { officerOfSession } from './reads/officers.ts'
import { sessionDigest } from './reads/session-digest.ts'
import { Refused } from './refused.ts'
import type { Role } from './rules/roles.ts'

/** The cookie of a signed-in officer; on https it carries the `__Host-` prefix. */
export const sessionCookie = (origin: string) =>
  origin.startsWith('https:') ? '__Host-officer' : 'officer'

/** Who is asking. */
export const session = createMiddleware<Env>(async (c, next) => {
  const { world } = c.var
  const token = getCookie(c, sessionCookie(world.settings.origin))
  c.set('officer', token ? await officerOfSession(world, sessionDigest(token)) : null)
  await next()
})

/** Only for those who are signed in. */
export const officersOnly = createMiddleware<OfficerEnv>(async (c, next) => {
  if (!c.var.officer) throw new Refused('sign-in-first')
  await next()
})

/** Only for officers who hold one of these roles in their hall. */
export const rolesOnly = (...roles: readonly Role[]) =>
  createMiddleware<OfficerEnv>(async (c, next) => {
    if (!c.var.officer) throw new Refused('sign-in-first')
    if (!c.var.officer.roles.some((role) => roles.includes(role))) throw new Refused('not-yours')
    await next()
  })
