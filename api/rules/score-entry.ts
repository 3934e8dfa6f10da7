import type { Day, Month } from './day.ts'

/** Where an entry on a scorecard comes from. */
export const ENTRY_SOURCES = [
  'patrol',
  'attendance',
  'complaint',
  'eRating',
  'hygiene',
  'peer',
  'praise',
  'manual',
] as const
export type EntrySource = (typeof ENTRY_SOURCES)[number]

/** An entry counts only when a second person has confirmed it. */
const ENTRY_STATES = ['proposed', 'confirmed', 'rejected'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** One line of a scorecard (扣分/加分记录). Totals are always recomputed from these. */
export type ScoreEntry = {
  id: string
  /** The item's code on the sheet. */
  item: string
  /** Negative for a deduction, positive for a bonus; the points of one unit times the quantity. */
  points: number
  quantity: number
  windowId: string | null
  /** Whose sheet it stands on; null where only the window is known or scored. */
  staffId: string | null
  occurredOn: Day
  /** The day of the decision behind it: for a complaint the finding, else the day it was entered. */
  decidedOn: Day
  /** The month it counts in, given by `periodOf`. */
  period: Month
  source: EntrySource
  state: EntryState
  /** The entry this one takes back, with the opposite points. */
  reverses: string | null
}

/**
 * Whether whoever a proposed deduction names may still answer before it is confirmed: until they
 * did, or until the last day for it is over.
 */
export const waitsForAnswer = (
  entry: { confirmed: boolean | null; answerUntil: Day | null; answeredOn: Day | null },
  isOver: (day: Day) => boolean,
): boolean =>
  entry.confirmed === null &&
  entry.answerUntil !== null &&
  entry.answeredOn === null &&
  !isOver(entry.answerUntil)

/** Why a second person may not decide on an entry. */
type ConfirmationRefusal = 'entry-same-person' | 'entry-already-decided'

/** Two people for every entry: whoever entered it may neither confirm nor reject it. */
export const confirmationRefusal = (
  entry: { enteredBy: string; state: EntryState },
  officer: string,
): ConfirmationRefusal | null =>
  entry.state !== 'proposed'
    ? 'entry-already-decided'
    : entry.enteredBy === officer
      ? 'entry-same-person'
      : null
