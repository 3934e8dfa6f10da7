import { type Calendar, deadlineOf } from './calendar.ts'
import type { Day } from './day.ts'
import type { AwardRule } from './hall-policy.ts'
import { type Period, spanOfPeriod } from './period.ts'

/**
 * The day an award is decided: so many working days after the end of its period, or after the day
 * its last month was closed, which counts as none; null while that month is open.
 */
export function decisionDayOf(
  { decisionFrom, decisionWd }: Pick<AwardRule, 'decisionFrom' | 'decisionWd'>,
  { period, closedOn }: { period: Period; closedOn: Day | null },
  calendar: Calendar,
): Day | null {
  const from = decisionFrom === 'periodEnd' ? spanOfPeriod(period).until : closedOn
  return from === null ? null : deadlineOf(from, decisionWd, calendar).day
}
