import type { PageClient } from '../api/client.ts'
import type { Typed } from './submitted.ts'

type Ok<P> = P extends (...args: never[]) => Promise<infer R>
  ? R extends { json(): Promise<infer J> }
    ? J
    : never
  : never
type Routes = PageClient['intake']

/** What an officer chooses from. */
type Choices = Ok<Routes['$get']>
/** The same, and whether book or box are among the channels. */
export type Intake = Choices & { found: boolean }
/** A complaint as it will be registered. */
export type Reading = Ok<Routes['readings']['$post']>
/** What a check found, once it is registered. */
export type RegisteredFinding = Exclude<Ok<PageClient['findings']['$post']>, { errors: unknown }>
/** What the complainant takes along. */
export type Slip = Ok<Routes['$post']>
type Answers = Ok<Routes['answers']['$post']>

/** What was taken down, as the form's fields hold it. */
export const typedFrom = (answers: Answers): Typed =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]): [string, string | string[]] => {
      if (Array.isArray(value)) return [name, value]
      if (name === 'mayPublish') return [name, value ? 'yes' : 'no']
      return [name, value === true ? 'yes' : String(value || '')]
    }),
  )
