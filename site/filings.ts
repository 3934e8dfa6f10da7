import type { PageClient } from '../api/client.ts'

type Ok<P> = P extends (...args: never[]) => Promise<infer R>
  ? R extends { json(): Promise<infer J> }
    ? J
    : never
  : never
type Routes = PageClient['negative-filings']

/** A refusal on file in one line of the register. */
export type FilingLine = Ok<Routes['$get']>['open'][number]
/** A refusal on file as its page shows it. */
export type FilingView = Ok<Routes[':number']['$get']>
/** Who applied. */
export type Applicant = Ok<Routes[':number']['applicant']['$post']>
