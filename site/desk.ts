import type { AstroGlobal } from 'astro'
import type { Day } from '../api/rules/day.ts'
import type { Role } from '../api/rules/roles.ts'
import { unsentOf } from './unsent.ts'

/** Who sits at the desk. */
export type DeskOfficer = {
  name: string
  /** The superior unit the officer belongs to; null for the hall's own. */
  unit: string | null
  hall: { key: string; name: string; phone: string; policy: string }
  roles: readonly Role[]
  rolesZh: readonly string[]
  /** Whether the officer also serves at a window. */
  serves: boolean
  /** The day it is in the halls. */
  today: Day
}

/**
 * Who asks for a page of the desk, or the answer that the page gives instead: to the sign-in,
 * and back here afterwards, with what was sent here meanwhile; or, for an officer who holds none of `roles`, that it is not theirs.
 * Desk pages are kept by no browser.
 *
 *     const officer = await officerOf(Astro, ['handler'])
 *     if (officer instanceof Response) return officer
 */
export async function officerOf(
  page: AstroGlobal,
  roles?: readonly Role[],
): Promise<DeskOfficer | Response> {
  page.response.headers.set('cache-control', 'no-store')
  const answer = await page.locals.api.session.$get()
  if (!answer.ok) {
    const to = page.url.pathname + page.url.search
    const signIn = `/desk/sign-in?to=${encodeURIComponent(to)}`
    const unsent = await unsentOf(page)
    if (!unsent) return page.redirect(signIn, 303)
    page.locals.unsent = unsent
    return page.rewrite(new Request(new URL(signIn, page.url)))
  }
  const officer: DeskOfficer = await answer.json()
  if (roles && !officer.roles.some((role) => roles.includes(role))) {
    return page.rewrite('/desk/not-yours')
  }
  return officer
}

/** An answer of the API's with its cookies handed on to the browser. */
export function withCookies(answer: Response, from: { headers: Headers }): Response {
  for (const cookie of from.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  answer.headers.set('cache-control', 'no-store')
  return answer
}
