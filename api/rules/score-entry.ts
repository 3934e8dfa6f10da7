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
export const ENTRY_STATES = ['proposed', 'confirmed', 'rejected'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** One line of a scorecard (扣分/加分记录). Totals are always recomputed from these. */
export type ScoreEntry = {
  item: string
  /** Negative for a deduction, positive for a bonus; the points of one unit times the quantity. */
  points: number
  quantity: number
  occurredOn: Day
  period: Month
  source: EntrySource
}
