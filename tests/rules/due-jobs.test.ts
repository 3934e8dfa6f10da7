import { expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { anci } from '../../api/policies/anci.ts'
import { bingcha } from '../../api/policies/bingcha.ts'
import type { Day } from '../../api/rules/day.ts'
import {
  dueJobs,
  type LastRuns,
  type OpenHall,
  runName,
  type Schedule,
} from '../../api/rules/due-jobs.ts'

const HALLS: readonly OpenHall[] = [
  { id: 1, policy: anci, openedOn: '2025-01-02' },
  { id: 2, policy: bingcha, openedOn: '2026-03-04' },
]

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

const runs = (
  name: string,
  keys: readonly string[] = [],
  firstDay?: Day,
  lastAt?: Date,
): LastRuns => ({
  done: new Set(keys.map((key) => runName(name, key))),
  firstDays: new Map(firstDay ? [[name, firstDay]] : []),
  lastAt: new Map(lastAt ? [[name, lastAt]] : []),
})

const keysOf = (when: Schedule, last: LastRuns, now: string, halls = HALLS) =>
  dueJobs([{ name: 'job', when }], last, at(now), calendar, halls).map(({ key }) => key)

const days = (from: '00:00' | '08:00', workingDaysOnly: boolean, daysBack: number): Schedule => ({
  every: 'day',
  from,
  workingDaysOnly,
  daysBack,
})

test.for<[why: string, when: Schedule, last: LastRuns, now: string, keys: string[]]>([
  [
    'before its time of day nothing is due',
    days('08:00', false, 0),
    runs('job'),
    '2026-03-02 07:59',
    [],
  ],
  [
    'from its time of day on the day is due',
    days('08:00', false, 0),
    runs('job'),
    '2026-03-02 08:00',
    ['2026-03-02'],
  ],
  [
    'a day that is done is not due again',
    days('08:00', false, 1),
    runs('job', ['2026-03-02', '2026-03-01'], '2026-03-01'),
    '2026-03-02 09:00',
    [],
  ],
  [
    'the first start makes up for nothing',
    days('00:00', false, 31),
    runs('job'),
    '2026-03-02 09:00',
    ['2026-03-02'],
  ],
  [
    'three days without a server are made up for, each once, oldest first',
    days('00:00', false, 31),
    runs('job', ['2026-02-26', '2026-02-27'], '2026-02-26'),
    '2026-03-02 09:00',
    ['2026-02-28', '2026-03-01', '2026-03-02'],
  ],
  [
    'only working days, make-up Saturday included, Sunday not',
    days('00:00', true, 31),
    runs('job', ['2026-02-27'], '2026-02-27'),
    '2026-03-02 09:00',
    ['2026-02-28', '2026-03-02'],
  ],
  ['nothing on a holiday', days('00:00', true, 0), runs('job'), '2026-05-01 09:00', []],
  [
    'a clock that went four hundred days ahead finds no more days than are made up for',
    days('00:00', false, 1),
    runs('job', ['2026-03-02'], '2026-03-02'),
    '2027-04-06 09:00',
    ['2027-04-05', '2027-04-06'],
  ],
  [
    'a clock that went back finds its day done',
    days('00:00', false, 1),
    runs('job', ['2026-03-01', '2026-03-02', '2026-03-05'], '2026-03-01'),
    '2026-03-02 09:00',
    [],
  ],
  [
    'back from a visit to next year, today is due as ever',
    days('00:00', false, 1),
    runs('job', ['2026-03-02', '2027-04-05', '2027-04-06'], '2026-03-02'),
    '2026-03-03 09:00',
    ['2026-03-03'],
  ],
  [
    'every few minutes: at once when never done',
    { every: 'minutes', minutes: 15 },
    runs('job'),
    '2026-03-02 09:00',
    ['last'],
  ],
  [
    'every few minutes: not before they are over',
    { every: 'minutes', minutes: 15 },
    runs('job', [], undefined, at('2026-03-02 08:46')),
    '2026-03-02 09:00',
    [],
  ],
  [
    'every few minutes: when they are over',
    { every: 'minutes', minutes: 15 },
    runs('job', [], undefined, at('2026-03-02 08:45')),
    '2026-03-02 09:00',
    ['last'],
  ],
  [
    'every few minutes: at once after the clock went back',
    { every: 'minutes', minutes: 15 },
    runs('job', [], undefined, at('2026-03-02 11:00')),
    '2026-03-02 09:00',
    ['last'],
  ],
])('%s', ([, when, last, now, keys]) => {
  expect(keysOf(when, last, now)).toEqual(keys)
})

const AT_CLOSING: Schedule = {
  every: 'hallDay',
  from: 'closing',
  workingDaysOnly: false,
  daysBack: 1,
}

test.for<[why: string, when: Schedule, last: LastRuns, now: string, keys: string[]]>([
  [
    'both halls close at 17:30 in winter',
    AT_CLOSING,
    runs('job'),
    '2026-03-04 17:30',
    ['2026-03-04:1', '2026-03-04:2'],
  ],
  ['a minute earlier neither has closed', AT_CLOSING, runs('job'), '2026-03-04 17:29', []],
  [
    'in summer Bingcha closes at 18:00',
    AT_CLOSING,
    runs('job'),
    '2026-07-06 17:45',
    ['2026-07-06:1'],
  ],
  [
    'a hall owes nothing for days before it opened',
    AT_CLOSING,
    runs('job', [], '2026-03-01'),
    '2026-03-04 18:00',
    ['2026-03-03:1', '2026-03-04:1', '2026-03-04:2'],
  ],
  [
    'one hall done, the other not',
    AT_CLOSING,
    runs('job', ['2026-03-04:1', '2026-03-03:1'], '2026-03-03'),
    '2026-03-04 18:00',
    ['2026-03-04:2'],
  ],
  [
    'only halls with a comment box: Anci',
    { ...AT_CLOSING, daysBack: 0, where: ({ clocks }) => clocks.boxCheck },
    runs('job'),
    '2026-03-04 18:00',
    ['2026-03-04:1'],
  ],
])('in each hall: %s', ([, when, last, now, keys]) => {
  expect(keysOf(when, last, now)).toEqual(keys)
})
