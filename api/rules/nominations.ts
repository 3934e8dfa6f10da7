import { type Calendar, workingDayFrom } from './calendar.ts'
import type { Day } from './day.ts'
import { isOver } from './day-over.ts'
import type { NominationRule } from './hall-policy.ts'
import type { OpeningHours } from './opening-hours.ts'
import { monthsOfQuarter, type Quarter } from './quarter.ts'

/** A member of staff as the headcount of a nomination counts them; interns are not assessed. */
export type AssessedStaff = { id: string; isAssessed: boolean }

/** Qingpu 优秀服务窗口和服务明星评选办法: how many a window may propose, by its assessed staff. */
export function nominationsAllowed(
  staff: readonly AssessedStaff[],
  { places }: Pick<NominationRule, 'places'>,
): number {
  const count = staff.filter(({ isAssessed }) => isAssessed).length
  return places.find(({ upToStaff }) => upToStaff === null || count <= upToStaff)?.places ?? 0
}

const DAY_DIGITS = 2

/**
 * The last day on which a window may propose for a quarter. Qingpu 优秀服务窗口和服务明星评选办法: a
 * day of the quarter's third month, itself included; a rest day moves it to the next working day.
 */
export function nominationsUntil(
  quarter: Quarter,
  { untilDayOfLastMonth }: Pick<NominationRule, 'untilDayOfLastMonth'>,
  calendar: Calendar,
): Day {
  const month = monthsOfQuarter(quarter).at(-1)!
  const day = `${month}-${String(untilDayOfLastMonth).padStart(DAY_DIGITS, '0')}` as Day
  return workingDayFrom(day, calendar)
}

/** Why a nomination is refused. */
export type NominationRefusal = 'nominee-not-assessed' | 'nominations-over' | 'nominations-used-up'

/** A nomination as it comes in; `by` a window, or directly by a section of the centre. */
export type NewNomination = {
  quarter: Quarter
  by: 'window' | 'section'
  nominee: AssessedStaff
  at: Date
  /** Those of the nominating window, and how many of its proposals stand. */
  staff: readonly AssessedStaff[]
  standing: number
}

/**
 * Whether somebody may be proposed, or why not. Qingpu 优秀服务窗口和服务明星评选办法: windows within
 * their number and until closing time of the last day; a section of the centre proposes to the
 * group itself, beside the windows' numbers and after that day as well.
 */
export function nominationRefusal(
  nomination: NewNomination,
  rule: NominationRule,
  { calendar, openingHours }: { calendar: Calendar; openingHours: OpeningHours },
): NominationRefusal | null {
  if (!nomination.nominee.isAssessed) return 'nominee-not-assessed'
  if (nomination.by === 'section') return null
  const until = nominationsUntil(nomination.quarter, rule, calendar)
  if (isOver(until, openingHours, nomination.at)) return 'nominations-over'
  return nomination.standing < nominationsAllowed(nomination.staff, rule)
    ? null
    : 'nominations-used-up'
}
