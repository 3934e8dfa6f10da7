import { describe, expect, test } from 'vitest'
import { calendar, holidayNotices } from '../../api/policies/calendar.ts'
import { calendarOf, deadlineOf, isWorkingDay } from '../../api/rules/calendar.ts'
import {
  daysOfNotice,
  type LineProblem,
  linesOf,
  noticeOf,
  noticesThatHold,
  readNotice,
  recounted,
  yearProblem,
  type YearProblem,
  yearSums,
} from '../../api/rules/calendar-import.ts'
import type { Day } from '../../api/rules/day.ts'

const NOTICE_2027 = `
2027-01-01～2027-01-03 休 元旦
2027-02-05～2027-02-11 休 春节
2027-02-14 班
2027-04-05 休 清明节
`

describe('a line that can stand', () => {
  test.for<[why: string, line: string, days: readonly string[]]>([
    ['one day off', '2027-01-01 休 元旦', ['2027-01-01 closed 元旦']],
    ['a rest day worked in exchange', '2027-01-03 班', ['2027-01-03 opened ']],
    [
      'a range with its weekend',
      '2027-02-06～2027-02-08 休 春节',
      ['2027-02-06 closed 春节', '2027-02-07 closed 春节', '2027-02-08 closed 春节'],
    ],
    ['a range in words', '2027年2月8日至2027年2月8日 放假 春节', ['2027-02-08 closed 春节']],
    [
      'both worked days of a weekend',
      '2027-02-06~2027-02-07 上班',
      ['2027-02-06 opened ', '2027-02-07 opened '],
    ],
    ['slashes, without spaces', '2027/1/1休 元旦', ['2027-01-01 closed 元旦']],
    ['full-width digits', '２０２７－０１－０１　休　元旦', ['2027-01-01 closed 元旦']],
    ['a holiday without a name', '2027-01-01 休', ['2027-01-01 closed 法定']],
    ['nothing but spaces', '   ', []],
  ])('%s', ([, line, days]) => {
    const read = readNotice(line, 2027)
    expect(read.bad).toEqual([])
    expect(read.days.map(({ day, mark, nameZh }) => `${day} ${mark} ${nameZh}`)).toEqual(days)
  })
})

describe('a line that cannot stand is named', () => {
  test.for<[why: string, text: string, bad: readonly [line: number, problem: LineProblem][]]>([
    ['not of the year', '2026-01-01 休 元旦', [[1, 'notice-wrong-year']]],
    ['a range that leaves the year', '2027-12-31～2028-01-01 休', [[1, 'notice-wrong-year']]],
    ['not a date', '2027-02-30 休', [[1, 'not-a-day']]],
    ['no date at all', '元旦 休', [[1, 'not-a-day']]],
    ['the end is not a date', '2027-02-06～2月 休', [[1, 'not-a-day']]],
    ['no mark', '2027-01-01 元旦', [[1, 'notice-line']]],
    ['something else', '关于放假安排', [[1, 'notice-line']]],
    ['backwards', '2027-02-08～2027-02-06 休', [[1, 'notice-range-backwards']]],
    ['a weekday said twice', '2027-01-01 休\n2027-01-01 休', [[2, 'notice-day-twice']]],
    ['a worked day said twice', '2027-01-03 班\n2027-01-03 班', [[2, 'notice-day-twice']]],
    ['a weekend off twice', '2027-01-02 休\n\n2027-01-02 休', [[3, 'notice-rest-twice']]],
    ['off and worked', '2027-01-02 休\n2027-01-02 班', [[2, 'notice-both-marks']]],
    ['a weekday worked', '2027-01-04 班', [[1, 'notice-plain-working-day']]],
    [
      'a range with a weekday worked',
      '2027-01-03～2027-01-04 班',
      [[1, 'notice-plain-working-day']],
    ],
    [
      'two ranges meet',
      '2027-02-05～2027-02-08 休\n2027-02-08～2027-02-11 休',
      [[2, 'notice-overlap']],
    ],
    ['a day within a range', '2027-02-05～2027-02-08 休\n2027-02-06 休', [[2, 'notice-overlap']]],
    ['a name that is none', `2027-01-01 休 ${'长'.repeat(40)}`, [[1, 'notice-name-too-long']]],
    [
      'several at once',
      'x\n2027-01-01 休\n2027-13-01 班\n2027-01-01 休',
      [
        [1, 'notice-line'],
        [3, 'not-a-day'],
        [4, 'notice-day-twice'],
      ],
    ],
  ])('%s', ([, text, bad]) => {
    expect(readNotice(text, 2027).bad.map(({ line, problem }) => [line, problem])).toEqual(bad)
  })
})

describe('a year of lines is a year of the calendar', () => {
  test.for<[why: string, year: number]>([
    ['2025', 2025],
    ['2026', 2026],
  ])('%s written as lines and read again is the same', ([, year]) => {
    const notice = holidayNotices.find((one) => one.year === year)!
    const { days, bad } = readNotice(linesOf(daysOfNotice(notice)), year)
    expect(bad).toEqual([])
    const again = noticeOf({ year, number: null, date: notice.date }, days)
    const read = calendarOf(noticesThatHold(holidayNotices, [again]))
    expect(read.closed).toEqual(calendar.closed)
    expect(read.opened).toEqual(calendar.opened)
    expect(read.knownUntil).toBe(calendar.knownUntil)
    expect(yearSums(year, read).workingDays).toBe(248)
  })

  const { days } = readNotice(NOTICE_2027, 2027)
  const entered = noticeOf({ year: 2027, number: null, date: '2026-11-05' }, days)
  const known = calendarOf(noticesThatHold(holidayNotices, [entered]))

  test('an entered year makes its days known', () => {
    expect(known.knownUntil).toBe('2027-12-31')
    expect(isWorkingDay('2027-02-14', known)).toBe(true)
    expect(isWorkingDay('2027-02-08', known)).toBe(false)
    expect(known.names?.get('2027-04-05')).toBe('清明节')
    expect(deadlineOf('2026-12-31', 1, known)).toEqual({ day: '2027-01-04', provisional: false })
  })

  test('an entered year takes the place of the announced one', () => {
    const corrected = noticeOf({ year: 2026, number: null, date: '2026-11-05' }, [
      { day: '2026-12-31', mark: 'closed', nameZh: '元旦' },
    ])
    const now = calendarOf(noticesThatHold(holidayNotices, [corrected]))
    expect(isWorkingDay('2026-12-31', now)).toBe(false)
    expect(isWorkingDay('2026-10-01', now)).toBe(true)
    expect(isWorkingDay('2025-10-01', now)).toBe(false)
  })

  test.for<[why: string, date: Parameters<typeof recounted>[0], dueOn: Day, provisional: boolean]>([
    [
      'a counted date moves past the holiday',
      { dayZero: '2026-12-31', workingDays: 1, dueOn: '2027-01-01', provisional: true },
      '2027-01-04',
      false,
    ],
    [
      'a named date stays and is sure',
      { dayZero: '2026-12-31', workingDays: null, dueOn: '2027-02-08', provisional: true },
      '2027-02-08',
      false,
    ],
    [
      'a named date of a year still unknown stays unsure',
      { dayZero: '2026-12-31', workingDays: null, dueOn: '2028-01-10', provisional: true },
      '2028-01-10',
      true,
    ],
    [
      'a date within a known year stays',
      { dayZero: '2026-10-01', workingDays: 3, dueOn: '2026-10-10', provisional: false },
      '2026-10-10',
      false,
    ],
  ])('%s', ([, date, dueOn, provisional]) => {
    expect(recounted(date, known)).toEqual({ dueOn, provisional })
  })

  test.for<[why: string, year: number, problem: YearProblem | null]>([
    ['the next year', 2027, null],
    ['this year, corrected', 2026, null],
    ['a year with a gap before it', 2028, 'notice-year-gap'],
    ['a year that is over', 2025, 'notice-year-over'],
  ])('%s', ([, year, problem]) => {
    expect(yearProblem(year, { lastKnown: 2026, thisYear: 2026 })).toBe(problem)
  })
})
