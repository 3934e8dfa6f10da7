import type { AstroGlobal } from 'astro'
import { pageAfter } from './desk-places.ts'

/** What was sent to a page of the desk after the session had ended, to be sent once more. */
export type Unsent = {
  /** The page it was meant for. */
  to: string
  /** Its fields in order; none where they may not be kept, as passwords. */
  pairs: [name: string, value: string][]
}

const SECRET = /password|passphrase/i
const PLAIN = 'application/x-www-form-urlencoded'

/** What a page of the desk was sent, unless it is something that must not be written down. */
export async function unsentOf(page: AstroGlobal): Promise<Unsent | null> {
  const to = pageAfter(page.url.pathname + page.url.search)
  if (page.request.method !== 'POST' || to === null) return null
  const isPlain = page.request.headers.get('content-type')?.startsWith(PLAIN)
  const pairs = isPlain ? [...new URLSearchParams(await page.request.clone().text())] : []
  return { to, pairs: pairs.some(([name]) => SECRET.test(name)) ? [] : pairs }
}

const isPair = (pair: unknown): pair is [string, string] =>
  Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string')

/** The same out of a hidden field of the sign-in page; null for what is none, or leads elsewhere. */
export function unsentFrom(text: string): Unsent | null {
  try {
    const { to, pairs } = JSON.parse(text) as { to?: unknown; pairs?: unknown }
    const page = pageAfter(typeof to === 'string' ? to : null)
    return page !== null && Array.isArray(pairs) && pairs.every(isPair) ? { to: page, pairs } : null
  } catch {
    return null
  }
}
