import { expect, test } from 'vitest'
import { nationalRating } from '../../api/policies/rating-levels.ts'
import { PORTAL_PUBLISH } from '../../api/policies/portal-promises.ts'
import { addMonths } from '../../api/rules/day.ts'
import { satisfactionOf } from '../../api/rules/satisfaction.ts'
import { shownSatisfaction, shownYear } from '../../api/rules/shown-ratings.ts'

const LEAST = PORTAL_PUBLISH.leastRatings
const rated = (best: number, worst = 0) =>
  satisfactionOf(
    nationalRating.levels,
    new Map([
      [5, best],
      [1, worst],
    ]),
  )

test.for<[why: string, best: number, worst: number, count: number | null]>([
  ['no rating shows nobody', 0, 0, 0],
  ['one rating is left out', 0, 1, null],
  ['nine are left out', 8, 1, null],
  ['from ten on every level is shown', 9, 1, 10],
])('%s', ([, best, worst, count]) => {
  const shown = shownSatisfaction(rated(best, worst), LEAST)
  expect(shown.count).toBe(count)
  expect(shown.levels.map((level) => level.count)).toEqual(
    count === null ? [] : [best, 0, 0, 0, worst],
  )
})

test.for<
  [why: string, counts: number[], runs: boolean, months: (number | null)[], year: number | null]
>([
  ['months with enough are shown', [12, 30], true, [12, 30], 42],
  ['a month without ratings is shown', [12, 0, 30], true, [12, 0, 30], 42],
  [
    'one small month takes the smallest that ended with it',
    [40, 5, 30, 20],
    true,
    [40, null, 30, null],
    95,
  ],
  ['also when the running one is the small one', [5, 30, 20], true, [null, 30, null], 55],
  ['two small months hide each other', [40, 5, 6], true, [40, null, null], 51],
  ['the running month does not hide the only other one', [40, 5], true, [40, null], null],
  ['when no month runs, any may', [40, 5], false, [null, null], 45],
  ['a small year is left out', [4, 0], true, [null, 0], null],
])('%s', ([, counts, runs, months, year]) => {
  const all = counts.map((count, back) => ({
    month: addMonths('2026-03', 0 - back),
    ...rated(count),
  }))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const shown = shownYear(
    { year: rated(total), months: all, running: runs ? '2026-03' : null },
    LEAST,
  )
  expect(shown.months.map(({ count }) => count)).toEqual(months)
  expect(shown.year.count).toBe(year)
})
