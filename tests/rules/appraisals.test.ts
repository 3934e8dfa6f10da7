import { describe, expect, test } from 'vitest'
import { policies } from '../../api/policies/index.ts'
import { anci41, anciAbsences, anciEarlyCompletion } from '../../api/policies/sheets/anci-4-1.ts'
import {
  bingchaHalfYearFigures,
  bingchaHalfYearly,
} from '../../api/policies/sheets/bingcha-half-yearly.ts'
import { sheetsOfPolicy } from '../../api/policies/sheets/by-key.ts'
import { itemOfHall } from '../../api/reads/policies.ts'
import { feedsOfPolicy, vetoOfItem } from '../../api/policies/sheets/feeds.ts'
import { qingpuHygiene, qingpuKnown } from '../../api/policies/sheets/qingpu-known.ts'
import { qingpuYearly } from '../../api/policies/sheets/qingpu-yearly.ts'
import { absenceItem } from '../../api/rules/absence.ts'
import { arrivalOf, convertedAbsence, isEarly } from '../../api/rules/attendance-conversion.ts'
import { attendanceRate, quarterlyRate } from '../../api/rules/attendance-rate.ts'
import type { Day, Month } from '../../api/rules/day.ts'
import { earlyCompletionQuantity } from '../../api/rules/early-completion.ts'
import { itemsFromFigures, onTimePointsLost } from '../../api/rules/half-year-sheet.ts'
import { hygieneScore, knownScore } from '../../api/rules/hygiene.ts'
import { halfYearOf, monthsOfHalf, monthsOfQuarter, quarterOf } from '../../api/rules/quarter.ts'
import { waitsForAnswer } from '../../api/rules/score-entry.ts'
import { FEED_EVENTS } from '../../api/rules/score-feed.ts'
import {
  type CountedEntry,
  entryRefusal,
  itemOf,
  pointsOf,
  scoreOf,
} from '../../api/rules/scorecard.ts'
import {
  areMarks,
  dailyPartOf,
  excellentQuota,
  gradeByPoints,
  isPostedLongEnough,
  totalOf,
  yearlyGrades,
} from '../../api/rules/yearly-appraisal.ts'

/** `H1.2` once, `H2.1 x2` twice, `H5.1 =8` eight points of a range. */
const entriesOf = (codes: readonly string[]): CountedEntry[] =>
  codes.map((text, index) => {
    const [code = '', detail = 'x1'] = text.split(' ')
    const item = itemOf(bingchaHalfYearly, code)
    if (!item) throw new Error(`No item ${code}`)
    const size = Number(detail.slice(1))
    const quantity = detail.startsWith('x') ? size : 1
    const points = pointsOf(item, quantity, detail.startsWith('=') ? size : 0)
    return {
      id: `e${index}`,
      item: code,
      points,
      quantity,
      source: 'manual',
      state: 'confirmed',
      reverses: null,
    }
  })

describe('Bingcha, half a year of a person', () => {
  test.for<[why: string, entries: string[], score: number]>([
    ['flawless without a proposal leaves five unearned', [], 95],
    ['flawless with a proposal', ['H4.5'], 100],
    [
      '97.4 percent in time loses two whole points',
      ['H4.5', `H4.2 x${onTimePointsLost({ onTime: 487, all: 500 })}`],
      99,
    ],
    ['integrity stops at zero', ['H4.5', 'H5.1 =10', 'H5.1 =8'], 85],
    ['honours stop at ten', ['H4.5', 'HB1 x3', 'HB2', 'HB7'], 110],
    [
      'a quarrel, two wrong answers, two half days, somebody dissatisfied',
      ['H1.2', 'H2.1 x2', 'H3.4 x2', 'H4.3 =2'],
      84,
    ],
    ['meetings stop at their own two points', ['H4.5', 'H3.6 x20'], 98],
    ['two proposals earn five together', ['H4.5 x2'], 100],
  ])('%s', ([, entries, score]) => {
    expect(scoreOf(bingchaHalfYearly, entriesOf(entries)).score).toBe(score)
  })

  test('five areas of 15, 15, 15, 40 and 15, ten for honours', () => {
    const worth = (prefix: string) =>
      bingchaHalfYearly.sections
        .filter(({ code }) => code.startsWith(prefix))
        .reduce((sum, { most }) => sum + (most ?? 0), 0)
    expect(['1', '2', '3', '4', '5', '6'].map(worth)).toEqual([15, 15, 15, 40, 15, 10])
  })

  test('figures whose digits are lost say so', () => {
    const lost = bingchaHalfYearly.items.filter(({ notInSource }) => notInSource)
    expect(lost.map(({ code, points }) => [code, points])).toEqual([
      ['H3.1', 1],
      ['H3.2', 1],
      ['H3.3', 1],
      ['H3.5', 0.2],
      ['H3.6', 0.5],
      ['H3.8', 3],
    ])
    expect(lost.every(({ origin }) => origin === 'portal')).toBe(true)
  })

  test.for<[why: string, onTime: number, all: number, lost: number]>([
    ['all in time', 40, 40, 0],
    ['97.4 percent', 487, 500, 2],
    ['exactly two points', 98, 100, 2],
    ['less than a point', 199, 200, 0],
    ['no cases', 0, 0, 0],
  ])('cases in time: %s', ([, onTime, all, lost]) => {
    expect(onTimePointsLost({ onTime, all })).toBe(lost)
  })

  test('more in time than there were is an error', () => {
    expect(() => onTimePointsLost({ onTime: 3, all: 2 })).toThrow(RangeError)
  })

  test.for<[why: string, leave: number, times: number, items: object[]]>([
    ['twenty days and four times bring nothing', 20, 4, []],
    ['twenty-one days', 21, 0, [{ item: 'H3.1', quantity: 1 }]],
    ['eleven times are twice five', 0, 11, [{ item: 'H3.2', quantity: 2 }]],
  ])('figures of the half year: %s', ([, leaveDaysOfYear, timesLateOrEarly, items]) => {
    const facts = { leaveDaysOfYear, timesLateOrEarly, cases: null }
    expect(itemsFromFigures(facts, bingchaHalfYearFigures)).toEqual(items)
  })
})

describe('Qingpu, the year of a person', () => {
  const someone = {
    id: 'p',
    daily: 100,
    yearly: 40,
    absentRunning: 0,
    abroadDays: 0,
    leaveDays: 0,
    postedLongEnough: true,
  }
  const one = (more: Partial<typeof someone>) => {
    const others = Array.from({ length: 4 }, (_, index) => ({
      ...someone,
      id: `${index}`,
      daily: 70,
      yearly: 25,
    }))
    return yearlyGrades([{ ...someone, ...more }, ...others], qingpuYearly)[0]!
  }

  test.for<[why: string, person: Partial<typeof someone>, total: number, grade: string | null]>([
    ['a head, within the quota', { daily: 96, yearly: 36.9 }, 94.5, 'excellent'],
    ['a member of staff', { daily: 88, yearly: 34.6 }, 87.4, 'competent'],
    ['89.5 is below ninety', { daily: 89, yearly: 36.1 }, 89.5, 'competent'],
    ['eleven days running absent', { daily: 90, yearly: 36, absentRunning: 11 }, 36, 'incompetent'],
    [
      'exactly ten days running absent',
      { daily: 70, yearly: 33, absentRunning: 10 },
      75,
      'basicallyCompetent',
    ],
    ['eleven days abroad in all', { daily: 90, yearly: 36, abroadDays: 11 }, 36, 'incompetent'],
    ['not posted long enough', { daily: 96, yearly: 36, postedLongEnough: false }, 93.6, null],
  ])('%s', ([, person, total, grade]) => {
    expect(one(person)).toMatchObject({ total, grade })
  })

  test('the lower two grades ask for a replacement', () => {
    expect(one({ daily: 90, yearly: 36, absentRunning: 11 }).replacement).toBe(true)
    expect(one({ daily: 70, yearly: 33 }).replacement).toBe(true)
    expect(one({ daily: 88, yearly: 34.6 }).replacement).toBe(false)
  })

  test.for<[days: number, out: boolean]>([
    [182, false],
    [183, true],
    [190, true],
  ])('%i days of leave', ([leaveDays, outOfAwards]) => {
    expect(one({ leaveDays })).toMatchObject({ outOfAwards, grade: 'excellent' })
  })

  test('of forty-seven with eleven above ninety nine are excellent', () => {
    const people = Array.from({ length: 47 }, (_, index) => ({
      ...someone,
      id: `${index}`,
      daily: index < 11 ? 100 - index : 80,
      yearly: index < 11 ? 36 : 30,
    }))
    const grades = yearlyGrades(people, qingpuYearly)
    expect(excellentQuota(47, qingpuYearly)).toBe(9)
    expect(grades.filter(({ grade }) => grade === 'excellent').map(({ id }) => id)).toEqual(
      Array.from({ length: 9 }, (_, index) => `${index}`),
    )
    expect(grades.filter(({ overQuota }) => overQuota).map(({ id, grade }) => [id, grade])).toEqual(
      [
        ['9', 'competent'],
        ['10', 'competent'],
      ],
    )
  })

  test('equal totals across the quota: the daily part decides, equal in both stay out', () => {
    const people = (second: Partial<typeof someone>) =>
      yearlyGrades(
        [
          { ...someone, id: 'a', daily: 96, yearly: 36 },
          { ...someone, id: 'b', daily: 96, yearly: 36, ...second },
          ...['c', 'd', 'e'].map((id) => ({ ...someone, id, daily: 70, yearly: 25 })),
        ],
        qingpuYearly,
      )
        .filter(({ grade }) => grade === 'excellent')
        .map(({ id }) => id)
    expect(people({ daily: 95, yearly: 36.6 })).toEqual(['a'])
    expect(people({})).toEqual([])
  })

  test('no grade counts not among those the quota is of', () => {
    const people = [
      someone,
      ...['b', 'c', 'd', 'e'].map((id) => ({ ...someone, id, postedLongEnough: id === 'b' })),
    ]
    expect(yearlyGrades(people, qingpuYearly).some(({ grade }) => grade === 'excellent')).toBe(
      false,
    )
  })

  test.for<[why: string, from: Day, until: Day, long: boolean]>([
    ['from August to the end of the year', '2026-08-01', '2026-12-31', false],
    ['exactly half a year', '2026-07-01', '2026-12-31', false],
    ['a day more than half a year', '2026-06-30', '2026-12-31', true],
    ['the thirty-first has no fellow in six months', '2026-05-31', '2026-11-30', false],
    ['one day later it has', '2026-05-31', '2026-12-01', true],
    ['the year before', '2025-11-01', '2026-12-31', true],
  ])('posted: %s', ([, from, until, long]) => {
    expect(isPostedLongEnough({ from, until }, qingpuYearly)).toBe(long)
  })

  test.for<[total: number, grade: string]>([
    [90, 'excellent'],
    [89.99, 'competent'],
    [80, 'competent'],
    [79.5, 'basicallyCompetent'],
    [60, 'basicallyCompetent'],
    [59.99, 'incompetent'],
  ])('%d points', ([total, grade]) => {
    expect(gradeByPoints(total, qingpuYearly)).toBe(grade)
  })

  test('the parts make a hundred and forty', () => {
    const worth = (parts: readonly { most: number }[]) =>
      parts.reduce((sum, { most }) => sum + most, 0)
    const { daily, yearlyOfHeads, yearlyOfStaff } = qingpuYearly
    expect([daily, yearlyOfHeads, yearlyOfStaff].map(worth)).toEqual([100, 40, 40])
    expect(totalOf(100, 40, qingpuYearly)).toBe(100)
    expect(dailyPartOf([90, 91, 92])).toBe(91)
    expect(dailyPartOf([])).toBeNull()
  })

  test.for<[why: string, marks: number[], ok: boolean]>([
    ['within every part', [10, 6, 24], true],
    ['above a part', [10, 6.01, 24], false],
    ['below zero', [-1, 6, 24], false],
    ['a part left out', [10, 6], false],
    ['three decimals', [9.123, 6, 24], false],
  ])('marks: %s', ([, marks, ok]) => {
    expect(areMarks(marks, qingpuYearly.yearlyOfHeads)).toBe(ok)
  })
})

describe('Qingpu, what is known of a window', () => {
  test.for<[why: string, deductions: number, score: number]>([
    ['three small things', 1.5 + 2 + 0.5, 4.8],
    ['smoking and a butt', 10, 4.5],
    ['everything at its most', 20, 4],
    ['nothing found', 0, 5],
    ['never below zero', 120, 0],
    ['one butt is not straight from five', 5, 4.75],
  ])('hygiene: %s', ([, deductions, score]) => {
    expect(hygieneScore(deductions, qingpuHygiene)).toBe(score)
  })

  test('ranged items go by halves of a point', () => {
    const refusal = (points: number) =>
      entryRefusal(qingpuKnown, 'W1', { points, quantity: 1, reason: '桌面有灰' })
    expect([-0.5, -1.5, -2].map(refusal)).toEqual([null, null, null])
    expect([-0.25, -0.75, -2.5].map(refusal)).toEqual(Array(3).fill('entry-points'))
  })

  test.for<[why: string, ratings: (number | null)[], hygiene: number | null, known: number | null]>(
    [
      ['mean of the ratings and hygiene', [5, 4, 4.5], 4.8, 9.3],
      ['rounded once', [5, 5, 4], 4.75, 9.42],
      ['the best', [5, 5, 5], 5, 10],
      ['a month without a rating', [5, null, 5], 5, null],
      ['no inspection', [5, 5, 5], null, null],
    ],
  )('%s', ([, ratings, hygiene, known]) => {
    expect(knownScore(ratings, hygiene)).toBe(known)
  })

  test('what has no figure is recorded without points', () => {
    const open = qingpuKnown.items.filter(({ points }) => points === null)
    expect(open.length).toBeGreaterThan(0)
    for (const item of open)
      expect(Object.is(pointsOf(item, 3), 0) || pointsOf(item, 3) === 0).toBe(true)
  })
})

describe('attendance rates', () => {
  test.for<[why: string, marks: { due: number; present: number }[], rate: number | null]>([
    ['three gaps of 132', [{ due: 132, present: 129 }], 97.73],
    ['approved leave counts as there', [{ due: 132, present: 132 }], 100],
    ['six people together', Array.from({ length: 6 }, () => ({ due: 22, present: 22 })), 100],
    ['nobody was due', [], null],
  ])('%s', ([, marks, rate]) => {
    expect(attendanceRate(marks)).toBe(rate)
  })

  test.for<[why: string, months: (number | null)[], rate: number | null]>([
    ['the mean of three months', [97.73, 100, 98.48], 98.74],
    ['a month is missing', [97.73, null, 98.48], null],
  ])('%s', ([, months, rate]) => {
    expect(quarterlyRate(months)).toBe(rate)
  })
})

describe('late, early and away', () => {
  const { yuanzhou, anci, bingcha, qingpu } = policies
  test.for<[why: string, hall: keyof typeof policies, minutes: number, arrival: string]>([
    ['Yuanzhou, five minutes', 'yuanzhou', 5, 'inTime'],
    ['Yuanzhou, six minutes', 'yuanzhou', 6, 'late'],
    ['Anci, ten minutes', 'anci', 10, 'inTime'],
    ['Anci, eleven minutes', 'anci', 11, 'late'],
    ['Anci, ten minutes before the start', 'anci', -10, 'asAsked'],
    ['Bingcha, at the start', 'bingcha', 0, 'inTime'],
    ['Bingcha, a minute', 'bingcha', 1, 'late'],
    ['Qingpu, 08:15', 'qingpu', -15, 'asAsked'],
    ['Qingpu, 08:20', 'qingpu', -10, 'inTime'],
    ['Qingpu, 08:31', 'qingpu', 1, 'late'],
  ])('%s', ([, hall, minutes, arrival]) => {
    expect(arrivalOf(minutes, policies[hall].attendance)).toBe(arrival)
  })

  test('leaving five minutes before the end is early in Yuanzhou, four minutes is not', () => {
    expect([5, 4].map((minutes) => isEarly(minutes, yuanzhou.attendance))).toEqual([true, false])
    expect([1, 0].map((minutes) => isEarly(minutes, anci.attendance))).toEqual([true, false])
  })

  type Found = Parameters<typeof convertedAbsence>[0]
  const times = (count: number): Found =>
    Array.from({ length: count }, (_, index) =>
      index % 2 === 0 ? { kind: 'late', minutes: 6 } : { kind: 'early', minutes: 5 },
    )
  test.for<[why: string, found: Found, halfDays: number, counted: number]>([
    ['three times', times(3), 0, 3],
    ['four times', times(4), 1, 4],
    ['nine times, once a month', times(9), 1, 9],
    ['an hour late', [{ kind: 'late', minutes: 60 }], 1, 0],
    ['fifty-nine minutes late', [{ kind: 'late', minutes: 59 }], 0, 1],
    ['away an hour', [{ kind: 'away', minutes: 60 }], 0, 0],
    ['away sixty-one minutes', [{ kind: 'away', minutes: 61 }], 1, 0],
    [
      'five minutes are not late',
      Array.from({ length: 4 }, () => ({ kind: 'late' as const, minutes: 5 })),
      0,
      0,
    ],
    ['an hour late is not counted twice', [...times(3), { kind: 'late', minutes: 90 }], 1, 3],
  ])('Yuanzhou, half days: %s', ([, found, halfDays, timesLateOrEarly]) => {
    expect(convertedAbsence(found, yuanzhou.attendance)).toEqual({ halfDays, timesLateOrEarly })
  })

  test('other halls do not reckon so', () => {
    for (const { attendance } of [anci, bingcha, qingpu])
      expect(convertedAbsence(times(9), attendance)).toBeNull()
  })
})

describe('Anci, what costs by measure', () => {
  test.for<[why: string, minutes: number, item: string | null]>([
    ['twenty minutes with a sign break a norm and cost nothing', 20, null],
    ['exactly thirty minutes are not more than thirty', 30, null],
    ['thirty-one minutes', 31, 'A03'],
    ['forty minutes', 40, 'A03'],
    ['exactly half a day is not more than half a day', 210, 'A03'],
    ['a whole morning and ten minutes', 220, 'A04'],
  ])('absence: %s', ([, minutes, item]) => {
    expect(absenceItem({ minutes, halfDayMinutes: 210 }, anciAbsences)).toBe(item)
  })

  test.for<[why: string, early: number, promised: number, units: number]>([
    ['43 of 60 is 71.67 %, seven full tenths', 43, 60, 7],
    ['42 of 60 is exactly 70 %', 42, 60, 7],
    ['41 of 60 stays below', 41, 60, 6],
    ['all early', 5, 5, 10],
    ['four cases are too few to count', 4, 4, 0],
    ['none early', 0, 60, 0],
  ])('early completion: %s', ([, early, promised, units]) => {
    expect(earlyCompletionQuantity({ early, promised }, anciEarlyCompletion)).toBe(units)
  })
})

describe('answering to a deduction', () => {
  test.for<[why: string, until: Day | null, answered: Day | null, over: boolean, waits: boolean]>([
    ['nobody is asked', null, null, false, false],
    ['the time runs', '2026-03-04', null, false, true],
    ['answered in time', '2026-03-04', '2026-03-03', false, false],
    ['the time is over', '2026-03-04', null, true, false],
  ])('%s', ([, answerUntil, answeredOn, over, waits]) => {
    expect(waitsForAnswer({ confirmed: null, answerUntil, answeredOn }, () => over)).toBe(waits)
  })

  test('what is decided waits for nothing', () => {
    const decided = { confirmed: false, answerUntil: '2026-03-04' as Day, answeredOn: null }
    expect(waitsForAnswer(decided, () => false)).toBe(false)
  })
})

describe('what the forms feed', () => {
  test.for(['anci', 'bingcha', 'qingpu'])('%s: every event writes items of its sheets', (key) => {
    const feeds = feedsOfPolicy(key)!
    const hall = { policy: key, policyVersions: [] }
    for (const event of FEED_EVENTS)
      for (const code of feeds[event])
        expect(itemOfHall(hall, '2026-03-02', code)?.item.code).toBe(code)
  })

  test('no code stands on two sheets of a hall', () => {
    for (const key of Object.keys(policies)) {
      const codes = sheetsOfPolicy(key).flatMap(({ items }) => items.map(({ code }) => code))
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  test('a hall without a sheet has none', () => {
    expect(feedsOfPolicy('yuanzhou')).toBeNull()
    expect(sheetsOfPolicy('yuanzhou')).toEqual([])
    expect(itemOfHall({ policy: 'anci', policyVersions: [] }, '2026-03-02', 'M1.1')).toBeNull()
  })

  test('smoking takes Qingpu’s awards away', () => {
    expect(vetoOfItem[feedsOfPolicy('qingpu')!.smoking[0]!]).toBe('smoking')
    expect(anci41.items.every(({ code }) => vetoOfItem[code] === undefined)).toBe(true)
  })
})

describe('quarters and halves', () => {
  test('months, quarters and halves of a year', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map((m) => quarterOf(m as Month))).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ])
    expect(monthsOfQuarter('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12'])
    expect(['2026-06', '2026-07'].map((m) => halfYearOf(m as Month))).toEqual([
      '2026-H1',
      '2026-H2',
    ])
    expect(monthsOfHalf('2026-H2')[0]).toBe('2026-07')
    expect(monthsOfHalf('2026-H2')).toHaveLength(6)
  })
})
