import { type Day, type Month, monthOf } from './day.ts'
import type { ScoreEntry } from './score-entry.ts'
import { firstOpenFrom } from './scorecard.ts'

/** Why an entry cannot be taken back. */
type ReversalRefusal = 'entry-not-confirmed' | 'entry-is-reversal' | 'entry-reversed'

/** Only a confirmed entry is reversed, once, and a reversal never. */
export function reversalRefusal(
  entry: Pick<ScoreEntry, 'id' | 'state' | 'reverses'>,
  others: readonly Pick<ScoreEntry, 'state' | 'reverses'>[],
): ReversalRefusal | null {
  if (entry.reverses !== null) return 'entry-is-reversal'
  if (entry.state !== 'confirmed') return 'entry-not-confirmed'
  const isTaken = others.some(
    ({ state, reverses }) => state !== 'rejected' && reverses === entry.id,
  )
  return isTaken ? 'entry-reversed' : null
}

/**
 * The entry that takes another back: opposite points, in the same month while it is open, else in
 * the month of the decision. It needs its own confirmation.
 */
export const reversalOf = (
  entry: ScoreEntry,
  { id, decidedOn, closedMonths }: { id: string; decidedOn: Day; closedMonths: readonly Month[] },
): ScoreEntry => ({
  ...entry,
  id,
  points: 0 - entry.points,
  decidedOn,
  period: closedMonths.includes(entry.period)
    ? firstOpenFrom(monthOf(decidedOn), closedMonths)
    : entry.period,
  state: 'proposed',
  reverses: entry.id,
})
