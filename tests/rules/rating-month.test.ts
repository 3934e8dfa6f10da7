import { expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { qingpu } from '../../api/policies/qingpu.ts'
import type { Day, Month } from '../../api/rules/day.ts'
import { areRatingsFrozen, monthCountedIn, ratingsFreezeOn } from '../../api/rules/rating-month.ts'

test.for<[why: string, month: Month, freezes: Day]>([
  ['after the October holidays, on a make-up Saturday', '2025-09', '2025-10-11'],
  ['after Spring Festival', '2025-01', '2025-02-07'],
  ['an ordinary month', '2026-02', '2026-03-04'],
  ['a month that ends on a Saturday', '2026-10', '2026-11-04'],
  ['over New Year', '2025-12', '2026-01-06'],
  ['before the October holidays of a year later', '2026-09', '2026-10-10'],
])('%s', ([, month, freezes]) => {
  expect(ratingsFreezeOn(month, qingpu, calendar)).toBe(freezes)
})

test.for<[why: string, now: string, frozen: boolean]>([
  ['in the month itself', '2026-02-12T09:00', false],
  ['the day before', '2026-03-03T23:59', false],
  ['until the hall closes on the last day', '2026-03-04T16:59', false],
  ['once it has closed', '2026-03-04T17:00', true],
  ['the day after', '2026-03-05T08:00', true],
])('February is final %s: %s', ([, now, frozen]) => {
  expect(areRatingsFrozen('2026-02', qingpu, calendar, new Date(`${now}:00+08:00`))).toBe(frozen)
})

test.for<[why: string, servedOn: Day, arrivedOn: Day, month: Month | null]>([
  ['given on the spot', '2026-02-27', '2026-02-27', '2026-02'],
  ['given the next month, counts for the service', '2026-02-27', '2026-03-02', '2026-02'],
  ['on the last day it still counts', '2026-02-27', '2026-03-04', '2026-02'],
  ['a day later it counts nowhere', '2026-02-27', '2026-03-05', null],
  ['served and given in March counts in March', '2026-03-02', '2026-03-02', '2026-03'],
])('%s', ([, servedOn, arrivedOn, month]) => {
  expect(monthCountedIn({ servedOn, arrivedOn }, qingpu, calendar)).toBe(month)
})
