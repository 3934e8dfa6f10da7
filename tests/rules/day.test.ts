import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  isDay,
  lastDayOf,
  monthOf,
  TIME_ZONE,
} from '../../api/rules/day.ts'

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE })

test('the day of any moment is the one a calendar in Shanghai shows', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('1992-01-01T00:00:00Z'),
        max: new Date('2099-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
      (moment) => dayOf(moment) === inShanghai.format(moment),
    ),
  )
})

test.for<[why: string, moment: string, day: Day]>([
  ['a moment before midnight in Shanghai', '2025-09-30T15:59:59.999Z', '2025-09-30'],
  ['midnight in Shanghai is still yesterday in UTC', '2025-09-30T16:00:00Z', '2025-10-01'],
  ['a leap day', '2028-02-28T16:00:00Z', '2028-02-29'],
])('%s', ([, moment, day]) => {
  expect(dayOf(new Date(moment))).toBe(day)
})

test.for<[why: string, text: string, is: boolean]>([
  ['a day', '2026-03-02', true],
  ['a leap day that is', '2028-02-29', true],
  ['a leap day that is not', '2026-02-29', false],
  ['the thirtieth of February', '2026-02-30', false],
  ['month zero', '2026-00-10', false],
  ['a day with its time', '2026-03-02T00:00', false],
  ['a day with one digit', '2026-3-2', false],
])('%s: %s', ([, text, is]) => {
  expect(isDay(text)).toBe(is)
})

test('days and months count over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect(addMonths('2026-12', 1)).toBe('2027-01')
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(lastDayOf('2028-02')).toBe('2028-02-29')
  expect(monthOf('2026-03-02')).toBe('2026-03')
})
