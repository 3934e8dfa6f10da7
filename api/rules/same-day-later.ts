import { addMonths, type Day, lastDayOf, monthOf } from './day.ts'

const MONTHS_OF_YEAR = 12

/** The day of the same number so many months later; the month's last day where it has no such day. */
export function sameDayMonthsLater(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months)
  const last = lastDayOf(month)
  const same = `${month}${day.slice(monthOf(day).length)}` as Day
  return same > last ? last : same
}

/** The same calendar day so many years later; 28 February for the 29th where there is none. */
export const sameDayYearsLater = (day: Day, years: number): Day =>
  sameDayMonthsLater(day, years * MONTHS_OF_YEAR)
