import type { PageClient } from '../api/client.ts'

/** What an answer of the API carries when it went well. */
export type Ok<P> = P extends (...args: never[]) => Promise<infer R>
  ? R extends { json(): Promise<infer J> }
    ? J
    : never
  : never

/** A case as its complainant sees it, with the pass that leads back to it. */
export type Followed = Ok<PageClient['follow']['case']['$post']>
/** The case alone. */
export type FollowedCase = Followed['case']
