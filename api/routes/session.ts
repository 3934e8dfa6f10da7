import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { signIn } from '../acts/sign-in.ts'
import { signOut } from '../acts/sign-out.ts'
import { type Env, today } from '../context.ts'
import { SignInForm } from '../forms/session.ts'
import { hallById } from '../reads/halls.ts'
import { ownerOfSession } from '../reads/session-owner.ts'
import { Refused } from '../refused.ts'
import { sessionCookie } from '../session.ts'
import { valid } from '../valid.ts'
import { zh } from '../words/zh.ts'

const cookieFor = (origin: string) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: origin.startsWith('https:'),
  }) as const

/** Hand the officer the cookie of a session that was just opened. */
export function giveCookie(c: Context<Env>, token: string): void {
  const { origin } = c.var.world.settings
  setCookie(c, sessionCookie(origin), token, cookieFor(origin))
}

/** Signing in and out, and who is signed in. */
export const ownSession = new Hono<Env>()
  .post('/', valid(SignInForm), async (c) => {
    const { world } = c.var
    const before = await ownerOfSession(world, getCookie(c, sessionCookie(world.settings.origin)))
    const token = await signIn(world, c.req.valid('json'), c.env.mark ?? '')
    giveCookie(c, token)
    /** Whether it is the officer whose session the browser still remembers. */
    const again = before !== null && before === (await ownerOfSession(world, token))
    return c.json({ again }, 201)
  })
  .get('/', async (c) => {
    const { officer, world } = c.var
    if (!officer) throw new Refused('sign-in-first')
    const { key, name, phone, policy } = await hallById(world.store.read, officer.hallId)
    return c.json({
      name: officer.name,
      /** The superior unit the officer belongs to; null for the hall's own. */
      unit: officer.unit ?? null,
      hall: { key, name, phone, policy },
      roles: officer.roles,
      rolesZh: officer.roles.map((role) => zh.vocabulary.roles[role]),
      /** Whether the officer also serves at a window. */
      serves: officer.staffId !== null,
      /** The day it is in the halls. */
      today: today(world),
    })
  })
  .delete('/', async (c) => {
    const { officer, world } = c.var
    if (officer) await signOut(world, officer)
    const { origin } = world.settings
    deleteCookie(c, sessionCookie(origin), cookieFor(origin))
    return c.json({})
  })
