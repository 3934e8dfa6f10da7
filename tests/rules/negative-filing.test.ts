import { describe, expect, test } from 'vitest'
import { bingcha } from '../../api/policies/bingcha.ts'
import { calendar } from '../../api/policies/calendar.ts'
import type { Day, Month } from '../../api/rules/day.ts'
import { clockIn, type DayUnit, dueIn, worksheetIn } from '../../api/rules/day-unit.ts'
import {
  type FilingCounts,
  type FilingFacts,
  type FilingProblem,
  type FilingState,
  type FilingStep,
  filingClocks,
  filingCounts,
  filingProblems,
  filingState,
  isMissed,
  type Refusing,
  type StepRefusal,
  stepRefusal,
  type StepTaken,
} from '../../api/rules/negative-filing.ts'

const policy = bingcha.negativeFiling!
const DAYS = 3

describe('three days, in whatever days the text means', () => {
  test.for<[why: string, start: Day, working: Day, plain: Day, rolled: Day]>([
    [
      'before the Spring Festival; the Sunday is worked',
      '2025-01-23',
      '2025-01-27',
      '2025-01-26',
      '2025-01-26',
    ],
    ['over Labour Day', '2025-04-30', '2025-05-08', '2025-05-03', '2025-05-06'],
    ['over New Year; the Sunday is worked', '2025-12-30', '2026-01-05', '2026-01-02', '2026-01-04'],
    ['over Mid-Autumn', '2026-09-24', '2026-09-30', '2026-09-27', '2026-09-28'],
    ['within one week', '2026-03-02', '2026-03-05', '2026-03-05', '2026-03-05'],
    ['from a Thursday to the week after', '2026-03-05', '2026-03-10', '2026-03-08', '2026-03-09'],
    [
      'from a Sunday: a day of rest can be day zero',
      '2026-03-08',
      '2026-03-11',
      '2026-03-11',
      '2026-03-11',
    ],
    ['from a worked Saturday', '2026-02-28', '2026-03-04', '2026-03-03', '2026-03-03'],
    ['beyond the known years', '2026-12-30', '2027-01-04', '2027-01-02', '2027-01-04'],
  ])('%s', ([, start, working, plain, rolled]) => {
    expect(dueIn('workingDays', start, DAYS, calendar).day).toBe(working)
    expect(dueIn('calendarDays', start, DAYS, calendar).day).toBe(plain)
    expect(dueIn('calendarDaysRolled', start, DAYS, calendar).day).toBe(rolled)
  })

  test.for<[why: string, unit: DayUnit, start: Day, provisional: boolean]>([
    [
      'working days beyond the known years hang on holidays nobody knows',
      'workingDays',
      '2026-12-30',
      true,
    ],
    ['so does a day that is moved off a rest day', 'calendarDaysRolled', '2026-12-30', true],
    ['a plain day of the calendar hangs on nothing', 'calendarDays', '2026-12-30', false],
    ['within the known years nothing is provisional', 'workingDays', '2026-12-28', false],
  ])('%s', ([, unit, start, provisional]) => {
    expect(dueIn(unit, start, DAYS, calendar).provisional).toBe(provisional)
    expect(worksheetIn(unit, start, DAYS, calendar).days.at(-1)?.provisional).toBe(provisional)
  })

  test.for<[why: string, unit: DayUnit, nths: (number | null)[], last: string]>([
    [
      'working days pass over the festival',
      'workingDays',
      [null, null, null, null, null, 1, 2, 3],
      '工作日',
    ],
    ['every day counts', 'calendarDays', [1, 2, 3], '劳动节假期'],
    [
      'every day counts, then on to a working day',
      'calendarDaysRolled',
      [1, 2, 3, null, null, null],
      '顺延到这一天，工作日',
    ],
  ])('the worksheet: %s', ([, unit, nths, last]) => {
    const { day, days } = worksheetIn(unit, '2025-04-30', DAYS, calendar)
    expect(days.map(({ nth }) => nth)).toEqual(nths)
    expect(days.at(-1)).toMatchObject({ day, labelZh: last })
    expect(dueIn(unit, '2025-04-30', DAYS, calendar).day).toBe(day)
  })

  test.for<[why: string, unit: DayUnit, dueOn: Day, today: Day, left: number, state: string]>([
    ['a Sunday is two days off on Friday', 'calendarDays', '2026-03-08', '2026-03-06', 2, 'soon'],
    ['a Monday is one working day off', 'workingDays', '2026-03-09', '2026-03-06', 1, 'soon'],
    ['a day that has passed', 'calendarDays', '2026-03-06', '2026-03-08', -2, 'overdue'],
  ])('what is left: %s', ([, unit, dueOn, today, left, state]) => {
    expect(clockIn(unit, dueOn, today, calendar)).toMatchObject({ daysLeft: left, state })
  })
})

const taken = (on: Day, dueOn: Day, countedOn: Day = on): StepTaken => ({ on, countedOn, dueOn })
const filed: FilingFacts = {
  filedOn: '2026-03-02',
  important: false,
  review: null,
  notice: null,
  report: null,
}
const upheld: FilingFacts = {
  ...filed,
  review: { ...taken('2026-03-04', '2026-03-05'), outcome: 'upheld' },
}
const corrected: FilingFacts = {
  ...filed,
  review: { ...taken('2026-03-05', '2026-03-05'), outcome: 'corrected' },
}
const told: FilingFacts = { ...corrected, notice: taken('2026-03-06', '2026-03-10') }
const important: FilingFacts = { ...filed, important: true }
const reported: FilingFacts = { ...important, report: taken('2026-03-03', '2026-03-05') }

test.for<[why: string, FilingFacts, state: FilingState, clocks: string[]]>([
  ['a filing has its review', filed, 'filed', ['review 2026-03-02 2026-03-05 open']],
  ['upheld, nothing is owed any more', upheld, 'upheld', ['review 2026-03-02 2026-03-05 done']],
  [
    'corrected, the applicant is told three days after the correction',
    corrected,
    'corrected',
    ['review 2026-03-02 2026-03-05 done', 'notice 2026-03-05 2026-03-10 open'],
  ],
  [
    'told, it is over',
    told,
    'told',
    ['review 2026-03-02 2026-03-05 done', 'notice 2026-03-05 2026-03-10 done'],
  ],
  [
    'the report of an important matter runs from the filing, beside the review',
    important,
    'filed',
    ['review 2026-03-02 2026-03-05 open', 'report 2026-03-02 2026-03-05 open'],
  ],
  [
    'the report does not wait for the review',
    reported,
    'filed',
    ['review 2026-03-02 2026-03-05 open', 'report 2026-03-02 2026-03-05 done'],
  ],
  [
    'what was found important by the reviewer is due from the filing all the same',
    { ...corrected, important: true },
    'corrected',
    [
      'review 2026-03-02 2026-03-05 done',
      'notice 2026-03-05 2026-03-10 open',
      'report 2026-03-02 2026-03-05 open',
    ],
  ],
])('%s', ([, facts, state, clocks]) => {
  expect(filingState(facts)).toBe(state)
  expect(
    filingClocks(policy, facts, calendar).map(
      ({ step, dayZero, dueOn, doneOn }) =>
        `${step} ${dayZero} ${dueOn} ${doneOn === null ? 'open' : 'done'}`,
    ),
  ).toEqual(clocks)
})

test('each limit is the policy’s own, in the policy’s days', () => {
  const other = { ...policy, review: 1, notice: 2, report: 4, unit: 'calendarDays' as const }
  const facts = { ...corrected, important: true }
  expect(
    filingClocks(other, facts, calendar).map(({ step, days, unit, dueOn }) => [
      step,
      days,
      unit,
      dueOn,
    ]),
  ).toEqual([
    ['review', 1, 'calendarDays', '2026-03-05'],
    ['notice', 2, 'calendarDays', '2026-03-07'],
    ['report', 4, 'calendarDays', '2026-03-06'],
  ])
})

test.for<[why: string, FilingFacts, step: FilingStep, is: StepRefusal | null]>([
  ['a filing is reviewed', filed, 'review', null],
  ['once', upheld, 'review', 'filing-reviewed'],
  ['nobody is told before the review', filed, 'notice', 'filing-not-reviewed'],
  ['nor of a refusal that was right', upheld, 'notice', 'filing-upheld'],
  ['a correction is told', corrected, 'notice', null],
  ['once', told, 'notice', 'applicant-told'],
  ['an ordinary matter is not reported', corrected, 'report', 'report-not-owed'],
  ['an important one is, before the review', important, 'report', null],
  ['and after it', { ...told, important: true }, 'report', null],
  ['once', reported, 'report', 'filing-reported'],
])('%s (%#)', ([, facts, step, is]) => {
  expect(stepRefusal(step, facts)).toBe(is)
})

test.for<[why: string, Partial<Refusing>, is: Partial<Record<keyof Refusing, FilingProblem[]>>]>([
  ['explained, and the applicant objects in writing', {}, {}],
  ['nobody explained', { explained: false }, { explained: ['not-yet-explained'] }],
  ['nobody objects', { objects: false }, { objects: ['nobody-objects'] }],
  [
    'asked by word of mouth and not told to write',
    { nature: 'oral' },
    { toldToWrite: ['writing-not-told'] },
  ],
  ['asked by word of mouth and told to write', { nature: 'oral', toldToWrite: true }, {}],
])('%s', ([, changed, is]) => {
  const whole: Refusing = { nature: 'written', toldToWrite: false, explained: true, objects: true }
  expect(filingProblems({ ...whole, ...changed })).toEqual(is)
})

test.for<[why: string, FilingFacts, asOf: Day, missed: FilingStep[]]>([
  ['on its last day a review is not late', filed, '2026-03-05', []],
  ['the day after it is', filed, '2026-03-06', ['review']],
  [
    'reviewed after closing time on the last day, it counts as the next',
    {
      ...upheld,
      review: { ...taken('2026-03-05', '2026-03-05', '2026-03-06'), outcome: 'upheld' },
    },
    '2026-03-05',
    ['review'],
  ],
  [
    'a late correction does not make the notice late',
    {
      ...told,
      review: { ...taken('2026-03-09', '2026-03-05'), outcome: 'corrected' },
      notice: taken('2026-03-12', '2026-03-12'),
    },
    '2026-03-31',
    ['review'],
  ],
  ['the report is late by itself', { ...upheld, important: true }, '2026-03-06', ['report']],
])('%s', ([, facts, asOf, missed]) => {
  const clocks = filingClocks(policy, facts, calendar)
  expect(clocks.filter((clock) => isMissed(clock, asOf)).map(({ step }) => step)).toEqual(missed)
})

const lastOfMarch: FilingFacts = { ...filed, filedOn: '2026-03-31' }

test.for<[why: string, FilingFacts[], month: Month, asOf: Day, is: FilingCounts]>([
  ['nothing', [], '2026-03', '2026-04-01', { filed: 0, corrected: 0, late: 0 }],
  [
    'filed, corrected, and one whose review is missing',
    [told, upheld, filed],
    '2026-03',
    '2026-04-01',
    { filed: 3, corrected: 1, late: 1 },
  ],
  [
    'a filing with two missed dates is one',
    [{ ...filed, important: true }],
    '2026-03',
    '2026-04-01',
    { filed: 1, corrected: 0, late: 1 },
  ],
  [
    'filed in March, missed in April',
    [lastOfMarch],
    '2026-03',
    '2026-04-30',
    { filed: 1, corrected: 0, late: 0 },
  ],
  [
    'its missed date belongs to April',
    [lastOfMarch],
    '2026-04',
    '2026-04-30',
    { filed: 0, corrected: 0, late: 1 },
  ],
  [
    'what is still in time is not late',
    [filed],
    '2026-03',
    '2026-03-05',
    { filed: 1, corrected: 0, late: 0 },
  ],
])('a month: %s', ([, facts, month, asOf, is]) => {
  const filings = facts.map((one) => ({ facts: one, clocks: filingClocks(policy, one, calendar) }))
  expect(filingCounts(filings, month, asOf)).toEqual(is)
})
