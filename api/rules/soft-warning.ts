import { type Calendar, deadlineOf, workingDaysBetween } from './calendar.ts'
import { type CaseState, UNANSWERED_STATES } from './case-file.ts'
import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'

/** The level under which it is told that a case gets old. */
export const OLD = 'old'

/**
 * How many working days an unanswered case has waited, once that is `clocks.softWarnWd` or more;
 * null before, and for an answered one. The day of receipt is day zero. Anci 投诉处理办法 and
 * Bingcha 投诉督查管理制度 set no last day, so nobody would be told otherwise that a case gets
 * old; it warns and stops nothing.
 */
export function softWarning(
  { clocks }: Pick<HallPolicy, 'clocks'>,
  { state, receivedOn }: { state: CaseState; receivedOn: Day },
  today: Day,
  calendar: Calendar,
): number | null {
  if (!UNANSWERED_STATES.includes(state)) return null
  if (today < deadlineOf(receivedOn, clocks.softWarnWd, calendar).day) return null
  return workingDaysBetween(receivedOn, today, calendar)
}
