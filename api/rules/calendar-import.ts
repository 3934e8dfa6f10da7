import { type Calendar, deadlineOf, type HolidayNotice, isWorkingDay, kindOf } from './calendar.ts'
import { addDays, type Day, firstDayOf, isDay, lastDayOf, type Month } from './day.ts'

/** What a notice says of a day: off (休), or a rest day that is worked in exchange (班). */
export const NOTICE_MARKS = ['closed', 'opened'] as const
export type NoticeMark = (typeof NOTICE_MARKS)[number]

/** One day of a year that is not what its weekday says. */
export type NoticeDay = { day: Day; mark: NoticeMark; nameZh: string }

/** Why a line of a pasted notice cannot stand. */
export type LineProblem =
  | 'notice-line'
  | 'not-a-day'
  | 'notice-wrong-year'
  | 'notice-range-backwards'
  | 'notice-name-too-long'
  | 'notice-both-marks'
  | 'notice-overlap'
  | 'notice-rest-twice'
  | 'notice-day-twice'
  | 'notice-plain-working-day'

/** A line that is refused, counted from 1 as it was pasted. */
type BadLine = { line: number; text: string; problem: LineProblem }

const DIGITS = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`
const LINE = new RegExp(
  `^(.*?)(?:\\s*(?:~|〜|至|到|—+|–)\\s*(.*?))?\\s*(调休上班|上班|放假|休|班)(?:\\s+(.*))?$`,
)
const DATE = new RegExp(`^${DIGITS}$`)
const OPENED: readonly string[] = ['调休上班', '上班', '班']
/** A holiday's name, as 国庆节、中秋节. */
const LONGEST_NAME = '国庆节、中秋节、春节和元宵节放假调休'.length
const UNNAMED = '法定'
const TWO_DIGITS = '01'.length

const dateIn = (typed: string): Day | null => {
  const [, year, month, date] = DATE.exec(typed.trim()) ?? []
  if (!year || !month || !date) return null
  const day = [year, month.padStart(TWO_DIGITS, '0'), date.padStart(TWO_DIGITS, '0')].join('-')
  return isDay(day) ? day : null
}

const EVERY_DAY_WORKED_AS_ITS_WEEKDAY: Calendar = {
  closed: new Set(),
  opened: new Set(),
  knownUntil: '0000-01-01',
}

const isWeekend = (day: Day): boolean => !isWorkingDay(day, EVERY_DAY_WORKED_AS_ITS_WEEKDAY)

type Read = { from: Day; until: Day; mark: NoticeMark; nameZh: string }

function readLine(text: string, year: number): Read | LineProblem {
  const [, first, last, mark, name = ''] = LINE.exec(text) ?? []
  if (first === undefined || mark === undefined) return 'notice-line'
  const from = dateIn(first)
  const until = last === undefined ? from : dateIn(last)
  if (from === null || until === null) return 'not-a-day'
  if (!from.startsWith(`${year}-`) || !until.startsWith(`${year}-`)) return 'notice-wrong-year'
  if (until < from) return 'notice-range-backwards'
  if ([...name].length > LONGEST_NAME) return 'notice-name-too-long'
  if (OPENED.includes(mark)) return { from, until, mark: 'opened', nameZh: name }
  return { from, until, mark: 'closed', nameZh: name || UNNAMED }
}

/** A day as the line before said it. */
type Said = { mark: NoticeMark; ofRange: boolean }

function dayProblem(day: Day, line: Read, said: Said | undefined): LineProblem | null {
  if (line.mark === 'opened' && !isWeekend(day)) return 'notice-plain-working-day'
  if (!said) return null
  if (said.mark !== line.mark) return 'notice-both-marks'
  if (said.ofRange || line.from !== line.until) return 'notice-overlap'
  return line.mark === 'closed' && isWeekend(day) ? 'notice-rest-twice' : 'notice-day-twice'
}

/**
 * The days of a year's notice, one line each or a range: `2027-01-01 休 元旦`, `2027-01-03 班`,
 * `2027-02-06～2027-02-12 休 春节`. Each line that cannot stand is named with its first problem;
 * when there is one, none of the days may be used. Only rest days are worked in exchange.
 */
export function readNotice(text: string, year: number): { days: NoticeDay[]; bad: BadLine[] } {
  const days: NoticeDay[] = []
  const bad: BadLine[] = []
  const said = new Map<Day, Said>()
  for (const [at, typed] of text.split(/\r\n|\r|\n/).entries()) {
    const plain = typed.normalize('NFKC').trim()
    if (plain === '') continue
    const read = readLine(plain, year)
    const problem = typeof read === 'string' ? read : problemIn(read, said)
    if (problem !== null) bad.push({ line: at + 1, text: typed.trim(), problem })
    if (typeof read === 'string') continue
    for (const day of daysFrom(read)) {
      if (!said.has(day)) days.push({ day, mark: read.mark, nameZh: read.nameZh })
      said.set(day, { mark: read.mark, ofRange: read.from !== read.until })
    }
  }
  return { days: days.toSorted((one, other) => (one.day < other.day ? -1 : 1)), bad }
}

const problemIn = (read: Read, said: ReadonlyMap<Day, Said>): LineProblem | null => {
  for (const day of daysFrom(read)) {
    const problem = dayProblem(day, read, said.get(day))
    if (problem !== null) return problem
  }
  return null
}

function daysFrom({ from, until }: { from: Day; until: Day }): Day[] {
  const days: Day[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

/** A holiday's days off that follow each other, or one worked rest day. */
type Stretch = { from: Day; until: Day; mark: NoticeMark; nameZh: string }

function stretchesOf(days: readonly NoticeDay[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { day, mark, nameZh } of days) {
    const last = stretches.at(-1)
    const goesOn = last && last.mark === mark && last.nameZh === nameZh
    if (goesOn && mark === 'closed' && addDays(last.until, 1) === day) last.until = day
    else stretches.push({ from: day, until: day, mark, nameZh })
  }
  return stretches
}

/** The lines that say these days: what a notice looks like when it is to be corrected. */
export const linesOf = (days: readonly NoticeDay[]): string =>
  stretchesOf(days)
    .map(({ from, until, mark, nameZh }) =>
      [from === until ? from : `${from}～${until}`, mark === 'closed' ? '休' : '班', nameZh]
        .join(' ')
        .trim(),
    )
    .join('\n')

/** What is known of a notice besides its days. */
type Source = { year: number; number: string | null; date: Day }

/** The notice that these days make; a worked rest day belongs to the holiday of its name. */
export function noticeOf(source: Source, days: readonly NoticeDay[]): HolidayNotice {
  const stretches = stretchesOf(days)
  const makeUp = stretches.filter(({ mark }) => mark === 'opened')
  const holidays = stretches
    .filter(({ mark }) => mark === 'closed')
    .map(({ nameZh, from, until }, at) => ({
      nameZh,
      from,
      until,
      makeUp: at === 0 ? makeUp.map((one) => one.from) : [],
    }))
  return { ...source, titleZh: `国务院办公厅关于${source.year}年部分节假日安排的通知`, holidays }
}

/** The days of a notice, in their order. */
export const daysOfNotice = ({ holidays }: HolidayNotice): NoticeDay[] =>
  holidays
    .flatMap((holiday) => [
      ...daysFrom(holiday).map((day): NoticeDay => ({
        day,
        mark: 'closed',
        nameZh: holiday.nameZh,
      })),
      ...holiday.makeUp.map((day): NoticeDay => ({ day, mark: 'opened', nameZh: holiday.nameZh })),
    ])
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))

/** The years that hold: those entered, and those announced that were not entered again. */
export const noticesThatHold = (
  announced: readonly HolidayNotice[],
  entered: readonly HolidayNotice[],
): HolidayNotice[] =>
  [...announced.filter(({ year }) => !entered.some((one) => one.year === year)), ...entered].sort(
    (one, other) => one.year - other.year,
  )

/** Why a year cannot be entered. */
export type YearProblem = 'notice-year-gap' | 'notice-year-over'

/** Years follow each other without a gap; a year that is over is not entered again. */
export function yearProblem(
  year: number,
  { lastKnown, thisYear }: { lastKnown: number; thisYear: number },
): YearProblem | null {
  if (year > lastKnown + 1) return 'notice-year-gap'
  return year < thisYear ? 'notice-year-over' : null
}

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.split('-')[0])

/** The first and the last day of a year. */
export const boundsOf = (year: number): { first: Day; last: Day } => ({
  first: firstDayOf(`${year}-01` as Month),
  last: lastDayOf(`${year}-12` as Month),
})

/** What a year comes to: its working days, days off in holidays, worked rest days. */
export function yearSums(year: number, calendar: Calendar) {
  const { first, last } = boundsOf(year)
  const days = daysFrom({ from: first, until: last })
  const sum = (holds: (day: Day) => boolean) => days.filter(holds).length
  return {
    workingDays: sum((day) => isWorkingDay(day, calendar)),
    holidays: sum((day) => kindOf(day, calendar) === 'holiday'),
    makeUp: sum((day) => kindOf(day, calendar) === 'makeUp'),
  }
}

/** An open date before and after a year is entered. */
type OpenDate = { dayZero: Day; workingDays: number | null; dueOn: Day; provisional: boolean }

/**
 * An open date by a calendar: counted anew from its day zero; a date that somebody named stays,
 * and is provisional no longer once its year is known.
 */
export function recounted(
  { dayZero, workingDays, dueOn, provisional }: OpenDate,
  calendar: Calendar,
): { dueOn: Day; provisional: boolean } {
  if (workingDays === null) {
    return { dueOn, provisional: provisional && dueOn > calendar.knownUntil }
  }
  const counted = deadlineOf(dayZero, workingDays, calendar)
  return { dueOn: counted.day, provisional: counted.provisional }
}

/** The duty of an administrator to enter a year's working days. */
export const ENTER_YEAR = 'enter-calendar-year'

/** The key of that duty in one hall. */
export const enterYearKey = (year: number, hallId: number): string => `${year}:${hallId}`

/** The year a duty's key names. */
export const yearOfDuty = (key: string): number => Number(key.split(':')[0])
