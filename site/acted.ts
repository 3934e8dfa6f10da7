import type { AstroGlobal } from 'astro'
import type { Failure } from '../api/failure.ts'
import { type Sent, submitted, type Typed, valueOf } from './submitted.ts'

type Answering<T> = { ok: boolean; status: number; json(): Promise<T | Failure> }
type Acts<T> = Record<string, (typed: Typed) => Promise<Answering<T>>>

const NO_ACT: Failure = { reason: 'invalid', says: '这一步没有认出来，请再点一次。', errors: {} }

/** What came of one of a page's several forms; `act` is the hidden field that names it. */
export type Acted<T> = Sent<T> & { act: string }

/** Like `submitted`, for a page with several forms. */
export async function acted<T>(page: AstroGlobal, acts: Acts<T>): Promise<Acted<T>> {
  let act = ''
  const sent = await submitted<T>(page, (typed) => {
    act = valueOf(typed, 'act')
    const post = Object.hasOwn(acts, act) ? acts[act] : undefined
    return post ? post(typed) : Promise.resolve(Response.json(NO_ACT, { status: 422 }))
  })
  return { ...sent, act }
}

/** What was typed into one form of the page and refused; nothing for the others. */
export const refusedIn = <T>(sent: Acted<T>, act: string) =>
  sent.act === act && sent.failure
    ? { typed: sent.typed, failure: sent.failure }
    : { typed: {} as Typed, failure: null }

/** Typed values as a list: what is ticked in a group of boxes. */
export const valuesOf = (typed: Typed, name: string): string[] => [typed[name] ?? []].flat()
