import type { Day, Month } from './day.ts'
import { isMonth } from './day.ts'
import {
  isQuarter,
  monthsOfQuarter,
  monthsOfYear,
  type Quarter,
  quarterOf,
  spanOf,
} from './quarter.ts'

/** What an award is given for: a month `2026-10`, a quarter `2026-Q3` or a year `2026`. */
export type Period = Month | Quarter | `${number}`

/** Whether a text is a calendar year of this century, written `2026`. */
export const isYear = (text: string): text is `${number}` => /^20\d{2}$/.test(text)

/** Whether a text is a month, a quarter or a year. */
export const isPeriod = (text: string): text is Period =>
  isMonth(text) || isQuarter(text) || isYear(text)

/** The months of a period, the first one first. */
export function monthsOfPeriod(period: Period): Month[] {
  if (isQuarter(period)) return monthsOfQuarter(period)
  return isMonth(period) ? [period] : monthsOfYear(period)
}

/** The first and the last day of a period. */
export const spanOfPeriod = (period: Period): { from: Day; until: Day } =>
  spanOf(monthsOfPeriod(period))

/** The year a period lies in, or is. */
export const yearOf = (period: Period | Day): `${number}` =>
  period.slice(0, 'yyyy'.length) as `${number}`

/** The quarter a day lies in. */
export const quarterOfDay = (day: Day): Quarter =>
  quarterOf(day.slice(0, 'yyyy-mm'.length) as Month)
