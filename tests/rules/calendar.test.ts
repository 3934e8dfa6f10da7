import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar, holidayNotices } from '../../api/policies/calendar.ts'
import {
  calendarOf,
  deadlineOf,
  isWorkingDay,
  kindOf,
  lastWorkingDayOf,
  nextWorkingDay,
  nthWorkingDayAfter,
  nthWorkingDayOf,
  workingDayFrom,
  workingDaysBefore,
  workingDaysBetween,
  workingDayUntil,
  worksheetOf,
  type DayKind,
} from '../../api/rules/calendar.ts'
import { addDays, type Day, type Month } from '../../api/rules/day.ts'

const countedDays = (dayZero: Day, workingDays: number) =>
  worksheetOf(dayZero, workingDays, calendar).days.filter(({ nth }) => nth !== null)

describe('the announced years', () => {
  const days = Array.from({ length: 730 }, (_, nth) => addDays('2025-01-01', nth))

  test('every day of 2025 and 2026 is what an independent table says', () => {
    expect(days.at(-1)).toBe('2026-12-31')
    expect(days.filter((day) => isWorkingDay(day, calendar) !== isWorkday(day))).toEqual([])
  })

  test.for<[why: string, year: string, workingDays: number]>([
    ['2025 has 248 working days', '2025', 248],
    ['2026 has 248 working days', '2026', 248],
  ])('%s', ([, year, workingDays]) => {
    const worked = days.filter((day) => day.startsWith(year) && isWorkingDay(day, calendar))
    expect(worked).toHaveLength(workingDays)
  })

  test('every limit from every day ends where an independent list of working days says', () => {
    const worked = days.filter((day) => isWorkday(day))
    const wrong = days.flatMap((day) =>
      [1, 2, 3, 5, 10, 15].flatMap((limit) => {
        const after = worked.filter((one) => one > day)
        const due = after[limit - 1]
        const counted = deadlineOf(day, limit, calendar)
        if (due === undefined) return counted.provisional ? [] : [`${day} +${limit} is not sure`]
        return counted.day === due && !counted.provisional ? [] : [`${day} +${limit}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('every date in 2027 is provisional, and counted on plain weekdays', () => {
    const of2027 = Array.from({ length: 365 }, (_, nth) => addDays('2026-12-31', nth))
    const wrong = of2027.filter((day) => {
      const next = addDays(day, [1, 1, 1, 1, 1, 3, 2][new Date(`${day}T12:00Z`).getUTCDay()]!)
      const { day: due, provisional } = deadlineOf(day, 1, calendar)
      return due !== next || !provisional
    })
    expect(wrong).toEqual([])
  })

  test('make-up days are the rest days on which box and book are opened too', () => {
    expect(days.filter((day) => kindOf(day, calendar) === 'makeUp')).toEqual([
      '2025-01-26',
      '2025-02-08',
      '2025-04-27',
      '2025-09-28',
      '2025-10-11',
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
  })

  test.for<[why: string, day: Day, worked: boolean, kind: DayKind]>([
    ['an ordinary Wednesday is worked', '2025-03-05', true, 'workingDay'],
    ['an ordinary Saturday is not', '2025-03-08', false, 'weekend'],
    ['a Thursday of a holiday is not', '2025-05-01', false, 'holiday'],
    ['a Saturday within a holiday is the holiday', '2025-05-03', false, 'holiday'],
    ['a Saturday worked in exchange is', '2025-02-08', true, 'makeUp'],
    ['a Sunday worked in exchange is', '2026-09-20', true, 'makeUp'],
  ])('%s', ([, day, worked, kind]) => {
    expect(isWorkingDay(day, calendar)).toBe(worked)
    expect(kindOf(day, calendar)).toBe(kind)
  })
})

describe('three working days for the coordination opinion', () => {
  test.for<[why: string, received: Day, due: Day, counted: string]>([
    ['G-A01: received on a Wed, workday', '2025-01-08', '2025-01-13', '01-09 01-10 01-13'],
    ['G-A03: received on a Sat, weekend', '2025-01-11', '2025-01-15', '01-13 01-14 01-15'],
    ['G-A05: received on a Fri, workday', '2025-01-24', '2025-02-05', '01-26 01-27 02-05'],
    ['G-A07: received on a Mon, workday', '2025-01-27', '2025-02-07', '02-05 02-06 02-07'],
    ['G-A09: received on a Thu, workday', '2025-02-06', '2025-02-10', '02-07 02-08 02-10'],
    ['G-A11: received on a Thu, workday', '2025-04-03', '2025-04-09', '04-07 04-08 04-09'],
    ['G-A13: received on a Sat, weekend', '2025-04-26', '2025-04-29', '04-27 04-28 04-29'],
    ['G-A15: received on a Fri, workday', '2025-05-30', '2025-06-05', '06-03 06-04 06-05'],
    ['G-A17: received on a Tue, workday', '2025-09-30', '2025-10-11', '10-09 10-10 10-11'],
    ['G-A19: received on a Wed, workday', '2025-12-31', '2026-01-06', '01-04 01-05 01-06'],
    ['G-A21: received on a Thu, workday', '2026-02-12', '2026-02-24', '02-13 02-14 02-24'],
    ['G-A23: received on a Thu, workday', '2026-02-26', '2026-03-02', '02-27 02-28 03-02'],
    ['G-A25: received on a Fri, workday', '2026-09-18', '2026-09-22', '09-20 09-21 09-22'],
  ])('%s', ([, received, due, counted]) => {
    expect(deadlineOf(received, 3, calendar)).toEqual({ day: due, provisional: false })
    const monthDays = countedDays(received, 3).map(({ day }) => day.slice('yyyy-'.length))
    expect(monthDays.join(' ')).toBe(counted)
  })
})

describe('one working day for the reply after the departments', () => {
  test.for<[why: string, result: Day, due: Day]>([
    ['G-F01: result on a Fri, workday', '2025-01-10', '2025-01-13'],
    ['G-F03: result on a Wed, workday', '2025-04-30', '2025-05-06'],
    ['G-F05: result on a Tue, workday', '2025-09-30', '2025-10-09'],
    ['G-F07: result on a Sat, public-holiday block', '2026-01-03', '2026-01-04'],
    ['G-F09: result on a Sat, make-up workday', '2026-02-14', '2026-02-24'],
    ['G-F11: result on a Sat, weekend', '2026-09-19', '2026-09-20'],
    ['a Friday before a Sunday worked in exchange', '2025-09-26', '2025-09-28'],
  ])('%s', ([, result, due]) => {
    expect(nextWorkingDay(result, calendar)).toBe(due)
  })
})

describe('three working days, ten at the most', () => {
  test.for<[why: string, received: Day, normal: Day, maximum: Day, calendarDays: number]>([
    ['G-Q01: received on a Mon, workday', '2025-01-06', '2025-01-09', '2025-01-20', 14],
    ['G-Q03: received on a Fri, workday', '2025-01-17', '2025-01-22', '2025-02-07', 21],
    ['G-Q05: received on a Sat, weekend', '2025-01-25', '2025-02-05', '2025-02-13', 19],
    ['G-Q07: received on a Mon, workday', '2025-01-27', '2025-02-07', '2025-02-17', 21],
    ['G-Q09: received on a Fri, workday', '2025-02-07', '2025-02-11', '2025-02-20', 13],
    ['G-Q11: received on a Fri, workday', '2025-04-18', '2025-04-23', '2025-05-06', 18],
    ['G-Q13: received on a Wed, workday', '2025-04-30', '2025-05-08', '2025-05-19', 19],
    [
      'G-Q15: received on a Sun, public-holiday block',
      '2025-06-01',
      '2025-06-05',
      '2025-06-16',
      15,
    ],
    ['G-Q17: received on a Sat, weekend', '2025-09-27', '2025-09-30', '2025-10-16', 19],
    ['G-Q19: received on a Tue, workday', '2025-09-30', '2025-10-11', '2025-10-21', 21],
    ['G-Q21: received on a Tue, workday', '2025-12-30', '2026-01-05', '2026-01-14', 15],
    ['G-Q23: received on a Fri, workday', '2026-01-30', '2026-02-04', '2026-02-13', 14],
    ['G-Q25: received on a Fri, workday', '2026-02-13', '2026-02-25', '2026-03-05', 20],
    [
      'G-Q27: received on a Sun, public-holiday block',
      '2026-02-22',
      '2026-02-26',
      '2026-03-06',
      12,
    ],
    ['G-Q29: received on a Tue, workday', '2026-04-28', '2026-05-06', '2026-05-14', 16],
    ['G-Q31: received on a Thu, workday', '2026-06-18', '2026-06-24', '2026-07-03', 15],
    ['G-Q33: received on a Sat, weekend', '2026-09-19', '2026-09-22', '2026-10-09', 20],
    ['G-Q35: received on a Wed, workday', '2026-09-30', '2026-10-10', '2026-10-20', 20],
  ])('%s', ([, received, normal, maximum, calendarDays]) => {
    expect(deadlineOf(received, 3, calendar).day).toBe(normal)
    expect(deadlineOf(received, 10, calendar).day).toBe(maximum)
    expect(addDays(received, calendarDays)).toBe(maximum)
  })
})

describe('the three days of a refusal filed for review', () => {
  test.for<[why: string, filed: Day, workdays: Day, plain: Day, rolled: Day]>([
    ['G-N01: filed on a Thu', '2025-01-23', '2025-01-27', '2025-01-26', '2025-01-26'],
    ['G-N03: filed on a Wed', '2025-04-30', '2025-05-08', '2025-05-03', '2025-05-06'],
    ['G-N05: filed on a Tue', '2025-12-30', '2026-01-05', '2026-01-02', '2026-01-04'],
    ['G-N07: filed on a Thu', '2026-09-24', '2026-09-30', '2026-09-27', '2026-09-28'],
  ])('%s', ([, filed, workdays, plain, rolled]) => {
    expect(addDays(filed, 3)).toBe(plain)
    expect(deadlineOf(filed, 3, calendar).day).toBe(workdays)
    expect(workingDayFrom(addDays(filed, 3), calendar)).toBe(rolled)
  })
})

describe('working days left on completion', () => {
  test.for<[why: string, received: Day, limit: number, completed: Day, due: Day, left: number]>([
    ['G-L01: Anci +3', '2025-01-23', 3, '2025-01-27', '2025-01-27', 0],
    ['G-L03: Qingpu +3', '2025-04-30', 3, '2025-05-08', '2025-05-08', 0],
    ['G-L05: Qingpu +10', '2025-09-26', 10, '2025-10-15', '2025-10-16', 1],
    ['G-L07: Qingpu +3', '2026-02-13', 3, '2026-02-25', '2026-02-25', 0],
    ['G-L09: Anci +3', '2026-09-18', 3, '2026-09-22', '2026-09-22', 0],
  ])('%s', ([, received, limit, completed, due, left]) => {
    expect(deadlineOf(received, limit, calendar).day).toBe(due)
    expect(workingDaysBetween(completed, due, calendar)).toBe(left)
  })
})

describe('the monthly report', () => {
  test.for<[why: string, month: Month, day: Day]>([
    ['2025-01 ends on a Fri, report on a Mon', '2025-01', '2025-01-27'],
    ['2025-02 ends on a Fri, report on a Fri', '2025-02', '2025-02-28'],
    ['2025-03 ends on a Mon, report on a Mon', '2025-03', '2025-03-31'],
    ['2025-04 ends on a Wed, report on a Wed', '2025-04', '2025-04-30'],
    ['2025-05 ends on a Sat, report on a Fri', '2025-05', '2025-05-30'],
    ['2025-06 ends on a Mon, report on a Mon', '2025-06', '2025-06-30'],
    ['2025-07 ends on a Thu, report on a Thu', '2025-07', '2025-07-31'],
    ['2025-08 ends on a Sun, report on a Fri', '2025-08', '2025-08-29'],
    ['2025-09 ends on a Tue, report on a Tue', '2025-09', '2025-09-30'],
    ['2025-10 ends on a Fri, report on a Fri', '2025-10', '2025-10-31'],
    ['2025-11 ends on a Sun, report on a Fri', '2025-11', '2025-11-28'],
    ['2025-12 ends on a Wed, report on a Wed', '2025-12', '2025-12-31'],
    ['2026-01 ends on a Sat, report on a Fri', '2026-01', '2026-01-30'],
    ['2026-02 ends on a Sat, report on a Sat', '2026-02', '2026-02-28'],
    ['2026-03 ends on a Tue, report on a Tue', '2026-03', '2026-03-31'],
    ['2026-04 ends on a Thu, report on a Thu', '2026-04', '2026-04-30'],
    ['2026-05 ends on a Sun, report on a Fri', '2026-05', '2026-05-29'],
    ['2026-06 ends on a Tue, report on a Tue', '2026-06', '2026-06-30'],
    ['2026-07 ends on a Fri, report on a Fri', '2026-07', '2026-07-31'],
    ['2026-08 ends on a Mon, report on a Mon', '2026-08', '2026-08-31'],
    ['2026-09 ends on a Wed, report on a Wed', '2026-09', '2026-09-30'],
    ['2026-10 ends on a Sat, report on a Fri', '2026-10', '2026-10-30'],
    ['2026-11 ends on a Mon, report on a Mon', '2026-11', '2026-11-30'],
    ['2026-12 ends on a Thu, report on a Thu', '2026-12', '2026-12-31'],
  ])('%s', ([, month, day]) => {
    expect(lastWorkingDayOf(month, calendar)).toBe(day)
  })
})

describe('the last day for nominations', () => {
  test.for<[why: string, twentieth: Day, forward: Day, back: Day]>([
    ['2025 Q1: a Thu, workday', '2025-03-20', '2025-03-20', '2025-03-20'],
    ['2025 Q2: a Fri, workday', '2025-06-20', '2025-06-20', '2025-06-20'],
    ['2025 Q3: a Sat, weekend', '2025-09-20', '2025-09-22', '2025-09-19'],
    ['2025 Q4: a Sat, weekend', '2025-12-20', '2025-12-22', '2025-12-19'],
    ['2026 Q1: a Fri, workday', '2026-03-20', '2026-03-20', '2026-03-20'],
    ['2026 Q2: a Sat, public-holiday block', '2026-06-20', '2026-06-22', '2026-06-18'],
    ['2026 Q3: a Sun, make-up workday', '2026-09-20', '2026-09-20', '2026-09-20'],
    ['2026 Q4: a Sun, weekend', '2026-12-20', '2026-12-21', '2026-12-18'],
  ])('%s', ([, twentieth, forward, back]) => {
    expect(workingDayFrom(twentieth, calendar)).toBe(forward)
    expect(workingDayUntil(twentieth, calendar)).toBe(back)
  })
})

describe('other dated rules', () => {
  test.for<[why: string, month: Month, n: number, day: Day]>([
    ['ratings of September 2025 freeze on a Saturday', '2025-09', 3, '2025-10-11'],
    ['ratings of January 2025 freeze after Spring Festival', '2025-01', 3, '2025-02-07'],
    ['September 2025 closes on the fifth working day', '2025-09', 5, '2025-10-14'],
    ['January 2025 closes with a make-up Saturday counted', '2025-01', 5, '2025-02-10'],
    ['a year ends like any month', '2025-12', 1, '2026-01-04'],
  ])('%s', ([, month, n, day]) => {
    expect(nthWorkingDayAfter(month, n, calendar)).toBe(day)
  })

  test.for<[why: string, month: Month, n: number, day: Day]>([
    ['the first working day of October 2025 follows the holiday', '2025-10', 1, '2025-10-09'],
    ['the tenth of January 2026 counts the make-up Sunday', '2026-01', 10, '2026-01-15'],
  ])('%s', ([, month, n, day]) => {
    expect(nthWorkingDayOf(month, n, calendar)).toBe(day)
  })

  test('a leave form is due two working days after the return', () => {
    expect(deadlineOf('2025-09-29', 2, calendar).day).toBe('2025-10-09')
    expect(countedDays('2025-09-29', 2).map(({ day }) => day)).toEqual(['2025-09-30', '2025-10-09'])
  })

  test('the reminder comes one working day before the limit', () => {
    expect(workingDaysBefore('2025-10-09', 1, calendar)).toBe('2025-09-30')
  })
})

describe('the worksheet', () => {
  test('says of every day whether and why it counts', () => {
    const { day, provisional, days } = worksheetOf('2025-01-24', 3, calendar)
    expect({ day, provisional }).toEqual({ day: '2025-02-05', provisional: false })
    expect(days.map(({ day: each, nth, labelZh }) => [each, nth, labelZh])).toEqual([
      ['2025-01-25', null, '周末'],
      ['2025-01-26', 1, '调休上班'],
      ['2025-01-27', 2, '工作日'],
      ...['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'].map(inSpringFestival),
      ...['2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'].map(inSpringFestival),
      ['2025-02-05', 3, '工作日'],
    ])
  })

  const inSpringFestival = (day: string) => [day, null, '春节假期']
})

describe('beyond the announced years', () => {
  test('weekdays are assumed and the date is provisional', () => {
    expect(deadlineOf('2026-12-30', 1, calendar)).toEqual({ day: '2026-12-31', provisional: false })
    expect(deadlineOf('2026-12-30', 2, calendar)).toEqual({ day: '2027-01-01', provisional: true })
    expect(deadlineOf('2026-12-30', 3, calendar)).toEqual({ day: '2027-01-04', provisional: true })
  })

  test('nothing throws, ten years on', () => {
    expect(deadlineOf('2036-10-01', 10, calendar)).toEqual({ day: '2036-10-15', provisional: true })
    expect(worksheetOf('2036-10-01', 1, calendar).days).toEqual([
      { day: '2036-10-02', nth: 1, kind: 'workingDay', labelZh: '工作日', provisional: true },
    ])
  })

  test('one notice fewer, one year less is known', () => {
    const of2025 = calendarOf(holidayNotices.filter(({ year }) => year === 2025))
    expect(deadlineOf('2025-12-31', 1, calendar)).toEqual({ day: '2026-01-04', provisional: false })
    expect(deadlineOf('2025-12-31', 1, of2025)).toEqual({ day: '2026-01-01', provisional: true })
  })
})

describe('for any day', () => {
  const someDay = fc.integer({ min: -400, max: 1200 }).map((n) => addDays('2025-01-01', n))
  const someLimit = fc.integer({ min: 0, max: 60 })
  const seeded = { seed: 20260302, numRuns: 300 }

  test('a later day zero never has an earlier deadline', () => {
    fc.assert(
      fc.property(someDay, someDay, someLimit, (one, other, limit) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one]
        const [first, second] = [earlier, later].map((day) => deadlineOf(day, limit, calendar).day)
        expect(first! <= second!).toBe(true)
      }),
      seeded,
    )
  })

  test('a longer limit always ends later', () => {
    fc.assert(
      fc.property(someDay, someLimit, (day, limit) => {
        const { day: due } = deadlineOf(day, limit, calendar)
        expect(deadlineOf(day, limit + 1, calendar).day > due).toBe(true)
      }),
      seeded,
    )
  })

  test('one limit after the other is their sum', () => {
    fc.assert(
      fc.property(someDay, someLimit, someLimit, (day, first, second) => {
        const between = deadlineOf(day, first, calendar).day
        const twice = deadlineOf(between, second, calendar)
        expect(twice).toEqual(deadlineOf(day, first + second, calendar))
      }),
      seeded,
    )
  })

  test('working days between add up, and turn negative backwards', () => {
    fc.assert(
      fc.property(someDay, someDay, someDay, (a, b, c) => {
        const between = (from: Day, to: Day) => workingDaysBetween(from, to, calendar)
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
        expect(between(a, b) + between(b, a)).toBe(0)
      }),
      seeded,
    )
  })

  test('a deadline is a working day that many working days away, each one counted', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, limit) => {
        const { day: due } = deadlineOf(day, limit, calendar)
        expect(isWorkingDay(due, calendar)).toBe(true)
        expect(workingDaysBetween(day, due, calendar)).toBe(limit)
        expect(countedDays(day, limit).map(({ nth }) => nth)).toEqual(
          Array.from({ length: limit }, (_, nth) => nth + 1),
        )
        const oneBack = workingDaysBefore(due, limit, calendar)
        expect(oneBack <= day && deadlineOf(oneBack, limit, calendar).day === due).toBe(true)
      }),
      seeded,
    )
  })
})
