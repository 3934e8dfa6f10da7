import { addDays, addMonths, firstDayOf, lastDayOf, type Day, type Month } from './day.ts'

/**
 * The State Council's working days. `closed` holds every day off of a holiday, `opened` the rest
 * days that are worked in exchange, `names` the holiday either belongs to. After `knownUntil`
 * nothing has been announced: plain weekdays are assumed and every result is provisional.
 */
export type Calendar = {
  closed: ReadonlySet<Day>
  opened: ReadonlySet<Day>
  knownUntil: Day
  names?: ReadonlyMap<Day, string>
}

/** One year's notice of the State Council's General Office (节假日安排的通知). */
export type HolidayNotice = {
  year: number
  titleZh: string
  number: string | null
  date: Day
  holidays: readonly Holiday[]
}

/** A holiday with its first and last day off, and the rest days worked for it (调休上班). */
export type Holiday = { nameZh: string; from: Day; until: Day; makeUp: readonly Day[] }

/** The calendar that a row of yearly notices adds up to; known to the end of the last year. */
export function calendarOf(notices: readonly HolidayNotice[]): Calendar {
  const closed = new Set<Day>()
  const opened = new Set<Day>()
  const names = new Map<Day, string>()
  for (const { nameZh, from, until, makeUp } of notices.flatMap((notice) => notice.holidays)) {
    for (let day = from; day <= until; day = addDays(day, 1)) {
      closed.add(day)
      names.set(day, nameZh)
    }
    for (const day of makeUp) {
      opened.add(day)
      names.set(day, nameZh)
    }
  }
  const lastYear = Math.max(...notices.map((notice) => notice.year))
  return { closed, opened, knownUntil: lastDayOf(`${lastYear}-12`), names }
}

const SATURDAY = 6

const isWeekend = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay()
  return weekday === 0 || weekday === SATURDAY
}

/** Whether government offices work that day: weekdays but holidays, and make-up days (调休上班). */
export const isWorkingDay = (day: Day, calendar: Calendar): boolean =>
  calendar.opened.has(day) || (!calendar.closed.has(day) && !isWeekend(day))

/** A date that a clock ends on; provisional when it lies beyond the announced holidays. */
export type Deadline = { day: Day; provisional: boolean }

/**
 * The last day of a limit of so many working days. Day zero is not counted, whatever kind of day
 * it is; no working days at all end on day zero itself. Never throws for lack of a notice.
 */
export function deadlineOf(dayZero: Day, workingDays: number, calendar: Calendar): Deadline {
  let day = dayZero
  for (let left = workingDays; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left--
  }
  return { day, provisional: day > calendar.knownUntil }
}

/** The first working day after a day. */
export const nextWorkingDay = (day: Day, calendar: Calendar): Day =>
  deadlineOf(day, 1, calendar).day

/** The working day so many working days before a day: reminders ahead of a limit. */
export function workingDaysBefore(day: Day, workingDays: number, calendar: Calendar): Day {
  let earlier = day
  for (let left = workingDays; left > 0;) {
    earlier = addDays(earlier, -1)
    if (isWorkingDay(earlier, calendar)) left--
  }
  return earlier
}

/** The day itself when it is worked, otherwise the next that is (遇休息日顺延). */
export const workingDayFrom = (day: Day, calendar: Calendar): Day =>
  isWorkingDay(day, calendar) ? day : nextWorkingDay(day, calendar)

/** The day itself when it is worked, otherwise the last one before that is. */
export const workingDayUntil = (day: Day, calendar: Calendar): Day =>
  isWorkingDay(day, calendar) ? day : workingDaysBefore(day, 1, calendar)

/**
 * Working days after `from` up to and including `to`; negative when `to` lies before `from`.
 * Adds up: from a to b and from b to c is from a to c.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const [earlier, later, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  let count = 0
  for (let day = earlier; day < later;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) count += sign
  }
  return count
}

/** Why a day counts or does not. */
export const DAY_KINDS = ['workingDay', 'makeUp', 'weekend', 'holiday'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** What kind of day it is; a weekend within a holiday is the holiday. */
export function kindOf(day: Day, calendar: Calendar): DayKind {
  if (calendar.opened.has(day)) return 'makeUp'
  if (calendar.closed.has(day)) return 'holiday'
  return isWeekend(day) ? 'weekend' : 'workingDay'
}

/** One day of a worksheet; `nth` is its number among the counted days, null when skipped. */
export type WorksheetDay = {
  day: Day
  nth: number | null
  kind: DayKind
  /** 工作日, 周末, 春节假期 or 调休上班. */
  labelZh: string
  provisional: boolean
}

const labelOf = (day: Day, kind: DayKind, calendar: Calendar): string => {
  const labels: Record<DayKind, string> = {
    workingDay: '工作日',
    makeUp: '调休上班',
    weekend: '周末',
    holiday: `${calendar.names?.get(day) ?? '法定'}假期`,
  }
  return labels[kind]
}

/** How a deadline was counted: every day after day zero to the end, counted or skipped, and why. */
export function worksheetOf(
  dayZero: Day,
  workingDays: number,
  calendar: Calendar,
): Deadline & { days: WorksheetDay[] } {
  const deadline = deadlineOf(dayZero, workingDays, calendar)
  const days: WorksheetDay[] = []
  let counted = 0
  for (let day = dayZero; day < deadline.day;) {
    day = addDays(day, 1)
    const kind = kindOf(day, calendar)
    days.push({
      day,
      nth: isWorkingDay(day, calendar) ? ++counted : null,
      kind,
      labelZh: labelOf(day, kind, calendar),
      provisional: day > calendar.knownUntil,
    })
  }
  return { ...deadline, days }
}

/** The last working day of a month: the day of the monthly report. */
export const lastWorkingDayOf = (month: Month, calendar: Calendar): Day =>
  workingDayUntil(lastDayOf(month), calendar)

/** The n-th working day of a month, counted from 1: the close of the month before, the freeze. */
export const nthWorkingDayOf = (month: Month, n: number, calendar: Calendar): Day =>
  deadlineOf(addDays(firstDayOf(month), -1), n, calendar).day

/** The day on which a month is closed, or its ratings freeze: the n-th working day after it. */
export const nthWorkingDayAfter = (month: Month, n: number, calendar: Calendar): Day =>
  nthWorkingDayOf(addMonths(month, 1), n, calendar)
