import type { PageClient } from '../api/client.ts'

type Ok<P> = P extends (...args: never[]) => Promise<infer R>
  ? R extends { json(): Promise<infer J> }
    ? J
    : never
  : never

/** What the papers of one decision on accountability say. */
export type AccountabilityPapers = Ok<PageClient['accountability'][':id']['papers']['$get']>
/** What patrol officers of a hall answer for. */
export type PatrolLiabilities = Ok<PageClient['accountability']['patrol']['$get']>
