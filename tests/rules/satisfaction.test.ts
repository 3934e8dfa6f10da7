import { describe, expect, test } from 'vitest'
import { policies } from '../../api/policies/index.ts'
import { piecesOf } from '../../api/rules/highlight.ts'
import { monthsOf, publicPeriods } from '../../api/rules/rating-period.ts'
import { intervalOf, satisfactionOf } from '../../api/rules/satisfaction.ts'
import type { Day } from '../../api/rules/day.ts'

const five = policies.anci.rating.levels
const two = policies.qingpu.rating.levels

describe('satisfaction', () => {
  test.for<
    [why: string, counts: [number, number][], count: number, satisfied: number, rate: number | null]
  >([
    ['nobody rated', [], 0, 0, null],
    ['twenty-nine are too few for a rate', [[5, 29]], 29, 29, null],
    ['thirty are enough', [[5, 30]], 30, 30, 100],
    [
      'the third level counts as satisfied, the fourth does not',
      [
        [3, 20],
        [2, 20],
      ],
      40,
      20,
      50,
    ],
    [
      'two decimals, halves up',
      [
        [5, 31],
        [1, 1],
      ],
      32,
      31,
      96.88,
    ],
    [
      'a level the hall does not offer is not counted',
      [
        [5, 30],
        [9, 70],
      ],
      30,
      30,
      100,
    ],
  ])('%s', ([, counts, count, satisfied, rate]) => {
    expect(satisfactionOf(five, new Map(counts))).toMatchObject({ count, satisfied, rate })
  })

  test('below thirty there are counts, but neither shares nor an interval', () => {
    const few = satisfactionOf(
      two,
      new Map([
        [5, 11],
        [1, 1],
      ]),
    )
    expect(few.levels.map(({ label, count, share }) => [label, count, share])).toEqual([
      ['满意', 11, null],
      ['不满意', 1, null],
    ])
    expect(few.between).toBeNull()
  })

  test.for<[why: string, hits: number, count: number, from: number, to: number]>([
    ['half of a hundred', 50, 100, 40.38, 59.62],
    ['all of thirty is not certainty', 30, 30, 88.65, 100],
    ['none of thirty', 0, 30, 0, 11.35],
    ['many make it narrow', 9720, 10000, 96.86, 97.51],
  ])('the interval: %s', ([, hits, count, from, to]) => {
    const found = intervalOf(hits, count)
    expect(found.from).toBeCloseTo(from, 1)
    expect(found.to).toBeCloseTo(to, 1)
  })
})

describe('what a window shows', () => {
  test.for<[why: string, today: Day, upTo: Day, month: [Day, Day] | null, year: Day]>([
    [
      'whole days, up to yesterday',
      '2026-11-20',
      '2026-11-19',
      ['2026-11-01', '2026-11-19'],
      '2025-12-01',
    ],
    ['the first of a month has no day yet', '2026-03-01', '2026-02-28', null, '2025-04-01'],
    [
      'on the second there is one',
      '2026-01-02',
      '2026-01-01',
      ['2026-01-01', '2026-01-01'],
      '2025-02-01',
    ],
  ])('%s', ([, today, upTo, month, from]) => {
    const periods = publicPeriods(today)
    expect(periods.upTo).toBe(upTo)
    expect(periods.month && [periods.month.from, periods.month.to]).toEqual(month)
    expect(periods.year).toEqual({ from, to: upTo })
  })

  test('twelve months, the latest first, and eleven on the first of one', () => {
    const { year } = publicPeriods('2026-11-20')
    expect(monthsOf(year)).toHaveLength(12)
    expect(monthsOf(year)[0]).toBe('2026-11')
    expect(monthsOf(year).at(-1)).toBe('2025-12')
    expect(monthsOf(publicPeriods('2026-11-01').year)).toHaveLength(11)
  })
})

const shown = (text: string, typed: string) =>
  piecesOf(text, typed)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

test.for<[why: string, text: string, typed: string, marked: string]>([
  ['nothing typed', '社会保障卡申领', '', '社会保障卡申领'],
  ['one character', '社会保障卡申领', '卡', '社会保障[卡]申领'],
  ['every place', '补卡、换卡', '卡', '补[卡]、换[卡]'],
  ['two words', '社会保障卡申领', '申领 社会', '[社会]保障卡[申领]'],
  ['full-width digits and capitals', 'ＩＣ卡 A３表', 'ic a3', '[ＩＣ]卡 [A３]表'],
  ['not across a stop', '社保，退休', '保退', '社保，退休'],
  ['pairs where nothing stands whole', '居住证办理', '办理居住证', '[居住证办理]'],
  ['a character beyond the first plane', '𠮷野家办事', '野家', '𠮷[野家]办事'],
  ['nothing found', '护照', '社保', '护照'],
])('marked: %s', ([, text, typed, marked]) => {
  expect(shown(text, typed)).toBe(marked)
})
