import { type Calendar, lastWorkingDayOf } from './calendar.ts'
import { addDays, addMonths, type Day, dayOf, type Month } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import { timeOf } from './time-of-day.ts'

/** The day of a month on which its statistics are issued. */
export const REPORT_DAYS = ['lastWorkingDay'] as const
export type ReportDay = (typeof REPORT_DAYS)[number]

type Reporting = Pick<HallPolicy, 'monthlyReport'>

const DAY_OF: Record<ReportDay, (month: Month, calendar: Calendar) => Day> = {
  lastWorkingDay: lastWorkingDayOf,
}

/**
 * The day a month's report is issued. Qingpu 投诉处置办法: the last working day of the month, make-up
 * days (调休上班) included.
 */
export const reportDayOf = (month: Month, { monthlyReport }: Reporting, calendar: Calendar): Day =>
  DAY_OF[monthlyReport.day](month, calendar)

/** The days a report counts, both included. */
export type Stretch = { from: Day; until: Day }

/**
 * The days a month's report counts: from the day after the report of the month before to its own.
 * For what is done on working days that is the calendar month; what comes in on the rest days
 * after a report is in the next one, so that every day is counted once and none is lost.
 */
export const reportStretch = (month: Month, policy: Reporting, calendar: Calendar): Stretch => ({
  from: addDays(reportDayOf(addMonths(month, -1), policy, calendar), 1),
  until: reportDayOf(month, policy, calendar),
})

/** Whether a month's report is due at a moment: its day and its time of day have come. */
export function isReportDue(
  month: Month,
  policy: Reporting,
  calendar: Calendar,
  now: Date,
): boolean {
  const day = reportDayOf(month, policy, calendar)
  const today = dayOf(now)
  return day < today || (day === today && timeOf(now) >= policy.monthlyReport.at)
}
