import { addDays, addMonths, type Day, firstDayOf, type Month, monthOf } from './day.ts'

/** A stretch of days, first and last included. */
export type Period = { from: Day; to: Day }

/** Months shown together on a window's page, the running one included. */
const MONTHS_SHOWN = 12

/**
 * What a window's public page counts: whole days only, up to yesterday, so that no figure can be
 * traced to whoever stands at the counter. On the first of a month the month has no day yet.
 */
export function publicPeriods(today: Day): { upTo: Day; month: Period | null; year: Period } {
  const upTo = addDays(today, -1)
  const month = firstDayOf(monthOf(today))
  const first = firstDayOf(addMonths(monthOf(today), 1 - MONTHS_SHOWN))
  return {
    upTo,
    month: month <= upTo ? { from: month, to: upTo } : null,
    year: { from: first, to: upTo },
  }
}

/** The months a period touches, the latest first. */
export function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = []
  for (let month = monthOf(to); month >= monthOf(from); month = addMonths(month, -1)) {
    months.push(month)
  }
  return months
}
