import { addMonths, firstDayOf, isMonth, lastDayOf, type Day, type Month } from './day.ts'

/** A quarter of a calendar year, written `2026-Q1`. */
export type Quarter = `${number}-Q${number}`

/** Half a calendar year, written `2026-H1`. */
export type HalfYear = `${number}-H${number}`

const MONTHS_OF_QUARTER = 3
const MONTHS_OF_HALF = 6
const MONTH_DIGITS = 2

const partsOf = (month: Month): { year: string; nth: number } => {
  const [year = '', nth = ''] = month.split('-')
  return { year, nth: Number(nth) }
}

const monthAt = (year: string, nth: number): Month => {
  const month = `${year}-${String(nth).padStart(MONTH_DIGITS, '0')}`
  if (!isMonth(month)) throw new RangeError(`Not a month: ${month}`)
  return month
}

const monthsFrom = (first: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(first, index))

/** The quarter a month belongs to. */
export function quarterOf(month: Month): Quarter {
  const { year, nth } = partsOf(month)
  return `${year}-Q${Math.ceil(nth / MONTHS_OF_QUARTER)}` as Quarter
}

/** Whether a text is a quarter. */
export const isQuarter = (text: string): text is Quarter => /^\d{4}-Q[1-4]$/.test(text)

/** The three months of a quarter, the first one first. */
export function monthsOfQuarter(quarter: Quarter): Month[] {
  const [year = '', nth = ''] = quarter.split('-Q')
  return monthsFrom(monthAt(year, (Number(nth) - 1) * MONTHS_OF_QUARTER + 1), MONTHS_OF_QUARTER)
}

/** The half of the year a month belongs to. */
export function halfYearOf(month: Month): HalfYear {
  const { year, nth } = partsOf(month)
  return `${year}-H${Math.ceil(nth / MONTHS_OF_HALF)}` as HalfYear
}

/** The six months of half a year, the first one first. */
export function monthsOfHalf(half: HalfYear): Month[] {
  const [year = '', nth = ''] = half.split('-H')
  return monthsFrom(monthAt(year, (Number(nth) - 1) * MONTHS_OF_HALF + 1), MONTHS_OF_HALF)
}

/** The twelve months of a year, January first. */
export const monthsOfYear = (year: string): Month[] =>
  monthsFrom(monthAt(year, 1), MONTHS_OF_HALF + MONTHS_OF_HALF)

/** The first and the last day of several months that follow each other. */
export const spanOf = (months: readonly Month[]): { from: Day; until: Day } => ({
  from: firstDayOf(months[0]!),
  until: lastDayOf(months.at(-1)!),
})
