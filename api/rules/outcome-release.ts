import { type Calendar, deadlineOf, nthWorkingDayAfter } from './calendar.ts'
import { addMonths, type Day, type Month, monthOf } from './day.ts'
import type { PublishPolicy } from './hall-policy.ts'

/** The last day on which an outcome is held back after its case was put away. */
export const holdUntilOf = (
  archivedOn: Day,
  { holdWd }: Pick<PublishPolicy, 'holdWd'>,
  calendar: Calendar,
): Day => deadlineOf(archivedOn, holdWd, calendar).day

type Release = Pick<PublishPolicy, 'releaseWd'>

/** The day on which a month's batch of outcomes goes out. */
export const releaseDayOf = (month: Month, { releaseWd }: Release, calendar: Calendar): Day =>
  nthWorkingDayAfter(month, releaseWd, calendar)

/** The latest month whose batch is out on a day: the month before, or the one before that. */
export function latestBatchOn(today: Day, release: Release, calendar: Calendar): Month {
  const before = addMonths(monthOf(today), -1)
  return releaseDayOf(before, release, calendar) <= today ? before : addMonths(before, -1)
}

/** The next batch after a day: its month, and the day it goes out. */
export function nextBatchAfter(
  today: Day,
  release: Release,
  calendar: Calendar,
): { month: Month; on: Day } {
  const month = addMonths(latestBatchOn(today, release, calendar), 1)
  return { month, on: releaseDayOf(month, release, calendar) }
}

/** The first day that still counts when looking back so many months from a day. */
export const monthsBefore = (today: Day, months: number): Day =>
  `${addMonths(monthOf(today), -months)}${today.slice('yyyy-mm'.length)}` as Day
