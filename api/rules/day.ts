/** A calendar day in the halls' time zone (Asia/Shanghai), written `2026-03-02`; compares with `<`. */
export type Day = `${number}-${number}-${number}`

/** A calendar month, written `2026-03`. */
export type Month = `${number}-${number}`

/** The one time zone of every hall; there is no daylight saving. */
export const TIME_ZONE = 'Asia/Shanghai'

/** Shanghai is eight hours ahead of UTC, all year round. */
const AHEAD_MS = 28_800_000

/** The day it is in the halls at a given moment. */
export const dayOf = (moment: Date): Day =>
  new Date(moment.getTime() + AHEAD_MS).toISOString().slice(0, 'yyyy-mm-dd'.length) as Day

/** The month a day or a moment belongs to. */
export const monthOf = (day: Day | Date): Month =>
  (day instanceof Date ? dayOf(day) : day).slice(0, 'yyyy-mm'.length) as Month

/** The day `days` calendar days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length) as Day
}

/** The month `months` later, or earlier when negative. */
export function addMonths(month: Month, months: number): Month {
  const date = new Date(`${month}-01T00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 'yyyy-mm'.length) as Month
}

/** The first day of a month. */
export const firstDayOf = (month: Month): Day => `${month}-01` as Day
/** The last day of a month. */
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1)

/** Whether a text is a day that exists: `2026-02-30` is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Whether a text is a month. */
export const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
