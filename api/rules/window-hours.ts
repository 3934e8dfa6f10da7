import { type Calendar, isWorkingDay, kindOf } from './calendar.ts'
import type { Day } from './day.ts'
import { type OpeningHours, type Shift, shiftsOn, type Time } from './opening-hours.ts'

/** A stretch in which a window serves on a weekday, 1 Monday to 7 Sunday. */
export type WindowShift = Shift & { weekday: number }

/** Days on which nobody is served, both included; the reason is shown. */
export type Closing = { from: Day; until: Day; reason: string }

/** Why a window has the hours it has on a day. */
export type HoursReason = 'closing' | 'holiday' | 'weekend' | 'makeUp' | 'windowHours' | 'hallHours'

/** When a window serves on a day; no shifts when it does not, with the closing's own words. */
export type HoursOfDay = {
  weekday: number
  shifts: readonly Shift[]
  why: HoursReason
  closing: string | null
}

/** What the hours of a day hang on; `closings` are those of the hall and of the window itself. */
export type HoursFacts = {
  calendar: Calendar
  closings: readonly Closing[]
  windowShifts: readonly WindowShift[]
  hallHours: OpeningHours
}

const WEEKDAYS_ZH = '一二三四五六日'
const SUNDAY = WEEKDAYS_ZH.length

/** The weekday of a day, 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00Z`).getUTCDay() || SUNDAY

/**
 * When a window serves on a day. What weighs more comes first: a closing; a holiday; a rest day
 * worked in exchange, which has the hall's plain hours; the window's own hours of the weekday
 * (noon duty, Saturdays); the hall's hours on working days. No deadline follows any of this.
 */
export function hoursOn(day: Day, facts: HoursFacts): HoursOfDay {
  const { calendar, hallHours, windowShifts } = facts
  const weekday = weekdayOf(day)
  const hours = (why: HoursReason, shifts: readonly Shift[] = []): HoursOfDay => ({
    weekday,
    shifts,
    why,
    closing: null,
  })
  const closing = facts.closings.find(({ from, until }) => from <= day && day <= until)
  if (closing) return { ...hours('closing'), closing: closing.reason }
  const kind = kindOf(day, calendar)
  if (kind === 'holiday') return hours('holiday')
  if (kind === 'makeUp') return hours('makeUp', shiftsOn(day, hallHours))
  const own = windowShifts
    .filter((shift) => shift.weekday === weekday)
    .map(({ opens, closes }) => ({ opens, closes }))
    .toSorted((one, other) => (one.opens < other.opens ? -1 : 1))
  if (own.length > 0) return hours('windowHours', own)
  return isWorkingDay(day, calendar)
    ? hours('hallHours', shiftsOn(day, hallHours))
    : hours('weekend')
}

/** Why a line of a window's hours cannot stand. */
export type HoursLineProblem = 'hours-line' | 'hours-backwards' | 'hours-overlap'

const LINE = new RegExp(
  String.raw`^(?:周|星期)([${WEEKDAYS_ZH}天])(?:\s*(?:至|到|~|〜|-|—+|–)\s*(?:周|星期)?([${WEEKDAYS_ZH}天]))?\s*(\d{1,2}):(\d{2})\s*(?:至|到|~|〜|-|—+|–)\s*(\d{1,2}):(\d{2})$`,
)
const LAST_TIME = '23:59'

const weekdayIn = (typed: string): number => WEEKDAYS_ZH.indexOf(typed.replace('天', '日')) + 1

const timeIn = (hour: string, minute: string): Time | null => {
  const time = `${hour.padStart(2, '0')}:${minute}` as Time
  return time <= LAST_TIME && minute < '60' ? time : null
}

function readLine(text: string): WindowShift[] | HoursLineProblem {
  const [, first, last = first, ...times] = LINE.exec(text) ?? []
  if (!first || !last) return 'hours-line'
  const [fromHour, fromMinute, toHour, toMinute] = times as [string, string, string, string]
  const [opens, closes] = [timeIn(fromHour, fromMinute), timeIn(toHour, toMinute)]
  if (opens === null || closes === null) return 'hours-line'
  const [from, until] = [weekdayIn(first), weekdayIn(last)]
  if (closes <= opens || until < from) return 'hours-backwards'
  return Array.from({ length: until - from + 1 }, (_, nth) => ({
    weekday: from + nth,
    opens,
    closes,
  }))
}

const overlaps = (one: WindowShift, other: WindowShift): boolean =>
  one.weekday === other.weekday && one.opens < other.closes && other.opens < one.closes

/**
 * A window's own hours, a line each: `周六 09:00—12:00`, `周一至周五 12:00—13:30`. Each line that
 * cannot stand is named; no lines at all leave the window to the hall's hours.
 */
export function readHours(text: string): {
  shifts: WindowShift[]
  bad: { line: number; text: string; problem: HoursLineProblem }[]
} {
  const shifts: WindowShift[] = []
  const bad: { line: number; text: string; problem: HoursLineProblem }[] = []
  for (const [at, typed] of text.split(/\r\n|\r|\n/).entries()) {
    const plain = typed.normalize('NFKC').trim()
    if (plain === '') continue
    const read = readLine(plain)
    if (typeof read === 'string') bad.push({ line: at + 1, text: typed.trim(), problem: read })
    else if (read.some((one) => shifts.some((other) => overlaps(one, other)))) {
      bad.push({ line: at + 1, text: typed.trim(), problem: 'hours-overlap' })
    } else shifts.push(...read)
  }
  return { shifts, bad }
}

/** 周六: a weekday in words. */
export const weekdayZh = (weekday: number): string => `周${WEEKDAYS_ZH[weekday - 1]}`

/** The lines that say these hours, weekdays with the same hours together. */
export function hoursLines(shifts: readonly WindowShift[]): string {
  const sorted = shifts.toSorted(
    (one, other) => one.weekday - other.weekday || (one.opens < other.opens ? -1 : 1),
  )
  const runs: { first: number; last: number; opens: Time; closes: Time }[] = []
  for (const { weekday, opens, closes } of sorted) {
    const run = runs.find(
      (one) => one.opens === opens && one.closes === closes && one.last + 1 === weekday,
    )
    if (run) run.last = weekday
    else runs.push({ first: weekday, last: weekday, opens, closes })
  }
  return runs
    .map(({ first, last, opens, closes }) => {
      const days = first === last ? weekdayZh(first) : `${weekdayZh(first)}至${weekdayZh(last)}`
      return `${days} ${opens}—${closes}`
    })
    .join('\n')
}
