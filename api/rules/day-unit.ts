import {
  type Calendar,
  type Deadline,
  deadlineOf,
  workingDayFrom,
  type WorksheetDay,
  worksheetOf,
} from './calendar.ts'
import { type Clock, clockOf } from './case-deadlines.ts'
import { addDays, type Day } from './day.ts'

/**
 * What a limit of so many days counts, where a regulation says only 日: working days, every day of
 * the calendar, or every day and then on to the next working day when the last is a rest day.
 */
export const DAY_UNITS = ['workingDays', 'calendarDays', 'calendarDaysRolled'] as const
export type DayUnit = (typeof DAY_UNITS)[number]

/**
 * The last day of a limit in its unit. Day zero is not counted, whatever kind of day it is. Plain
 * calendar days hang on no holiday, so they are never provisional.
 */
export function dueIn(unit: DayUnit, dayZero: Day, days: number, calendar: Calendar): Deadline {
  if (unit === 'workingDays') return deadlineOf(dayZero, days, calendar)
  const last = addDays(dayZero, days)
  if (unit === 'calendarDays') return { day: last, provisional: false }
  const day = workingDayFrom(last, calendar)
  return { day, provisional: day > calendar.knownUntil }
}

/** How a date was counted in its unit: every day after day zero to the end, and why it counts. */
export function worksheetIn(
  unit: DayUnit,
  dayZero: Day,
  days: number,
  calendar: Calendar,
): Deadline & { days: WorksheetDay[] } {
  const due = dueIn(unit, dayZero, days, calendar)
  if (unit === 'workingDays') return worksheetOf(dayZero, days, calendar)
  const all = worksheetOf(dayZero, spanOf(dayZero, due.day), calendar).days
  return {
    ...due,
    days: all
      .filter(({ day }) => day <= due.day)
      .map((one, at) => ({
        ...one,
        nth: at < days ? at + 1 : null,
        labelZh: at >= days && one.day === due.day ? `顺延到这一天，${one.labelZh}` : one.labelZh,
        provisional: one.provisional && unit !== 'calendarDays',
      })),
  }
}

const DAY_MS = 86_400_000

/** Calendar days from one day to another, below zero when it lies before. */
const spanOf = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS

/** What is left of a date on a day, in the days of its unit. */
export function clockIn(
  unit: DayUnit,
  dueOn: Day,
  today: Day,
  calendar: Calendar,
): Clock & { daysLeft: number } {
  const clock = clockOf(dueOn, today, calendar)
  const daysLeft = unit === 'workingDays' ? clock.workingDaysLeft : spanOf(today, dueOn)
  return { ...clock, daysLeft }
}
