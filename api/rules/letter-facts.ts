import type { DeadlineKind } from './case-file.ts'
import { FILING_LIMITS, type FilingLimit } from './deadline-basis.ts'
import type { Day, Month } from './day.ts'

/**
 * Everything a letter may be told: ids, days and where links begin. There is no place in it for
 * what a complaint says, for anybody's name, or for a receipt.
 */
export type LetterFacts = {
  /** The portal's own address; every link begins with it. */
  origin: string
  /** The hall it comes from. */
  hall: { key: string; name: string }
  /** The number of the case or of the refusal on file; empty in a letter about neither. */
  number: string
  /** The next date that matters to the reader, where there is one. */
  dueOn: Day | null
  /** The dates a warning is about. */
  deadlines: readonly { kind: DeadlineKind | FilingLimit; dueOn: Day }[]
  /** The day a letter about a day is about. */
  day: Day | null
  /** The month a letter about a month is about. */
  month: Month | null
}

/** The first day that the key of a letter names: `3:2026-03-02:17` is about 2 March. */
export const dayInKey = (key: string): Day | null =>
  (/\d{4}-\d{2}-\d{2}/.exec(key)?.[0] as Day | undefined) ?? null
/** The first month that the key of a letter names. */
export const monthInKey = (key: string): Month | null =>
  (/\d{4}-\d{2}/.exec(key)?.[0] as Month | undefined) ?? null
/** The number of the refusal on file that the key of a letter names. */
export const filingInKey = (key: string): string | null =>
  /FB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(key)?.[0] ?? null

/** The date of a refusal on file that the key of a letter names. */
export const filingDateInKey = (key: string): { kind: FilingLimit; dueOn: Day } | null => {
  const kind = Object.values(FILING_LIMITS).find((limit) => key.includes(limit))
  const dueOn = dayInKey(key)
  return kind && dueOn ? { kind, dueOn } : null
}
