import type { AstroGlobal } from 'astro'
import { fromPairs } from '../api/forms/pairs.ts'
import type { Failure } from '../api/failure.ts'

/** What was typed, by the field's name; a name that repeats is a list. */
export type Typed = Record<string, string | string[]>

/** What came of a page's own form: nothing yet, a refusal with what was typed, or an answer. */
export type Sent<T> = { typed: Typed; failure: Failure | null; answer: T | null }

type Answering<T> = { ok: boolean; status: number; json(): Promise<T | Failure> }

/** What a page's form was sent with. The request stays whole, for a page that takes this one's place. */
export async function typedIn(page: AstroGlobal): Promise<Typed> {
  if (page.request.method !== 'POST') return {}
  return fromPairs(new URLSearchParams(await page.request.clone().text()))
}

/**
 * For a page whose form posts back to itself: pass what was typed to the API and keep what came
 * of it. The page answers with the refusal's own status.
 */
export async function submitted<T>(
  page: AstroGlobal,
  post: (typed: Typed) => Promise<Answering<T>>,
): Promise<Sent<T>> {
  if (page.request.method !== 'POST') return { typed: {}, failure: null, answer: null }
  const typed = await typedIn(page)
  const answer = await post(typed)
  if (answer.ok) return { typed, failure: null, answer: (await answer.json()) as T }
  page.response.status = answer.status
  return { typed, failure: (await answer.json()) as Failure, answer: null }
}

/** One typed value as text. */
export const valueOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}
