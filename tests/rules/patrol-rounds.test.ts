import { expect, test } from 'vitest'
import { anci } from '../../api/policies/anci.ts'
import { bingcha } from '../../api/policies/bingcha.ts'
import { calendar } from '../../api/policies/calendar.ts'
import { qingpu } from '../../api/policies/qingpu.ts'
import { absenceScaleOf } from '../../api/policies/sheets/by-key.ts'
import { absenceItem } from '../../api/rules/absence.ts'
import type { Day } from '../../api/rules/day.ts'
import type { HallPolicy } from '../../api/rules/hall-policy.ts'
import type { Time } from '../../api/rules/opening-hours.ts'
import {
  absenceBreach,
  lacksRecorder,
  patrolDays,
  roundsOn,
  roundsOwed,
  type Session,
  sessionOf,
} from '../../api/rules/patrol-rounds.ts'

test.for<[why: string, policy: HallPolicy, day: Day, owed: [Session | null, Time][]]>([
  ['Anci: one at any time, by closing', anci, '2026-03-02', [[null, '17:30']]],
  ['Anci: on a make-up Saturday too', anci, '2026-02-28', [[null, '17:30']]],
  ['Anci: none on a Sunday', anci, '2026-03-01', []],
  ['Anci: none on a holiday', anci, '2026-05-01', []],
  [
    'Qingpu: one each session',
    qingpu,
    '2026-03-02',
    [
      ['morning', '12:00'],
      ['afternoon', '17:00'],
    ],
  ],
  ['Bingcha: the duty round, by the winter’s closing', bingcha, '2026-03-02', [[null, '17:30']]],
  ['Bingcha: by the summer’s closing', bingcha, '2026-07-01', [[null, '18:00']]],
])('%s', ([, policy, day, owed]) => {
  expect(roundsOwed(policy, day, calendar).map(({ session, by }) => [session, by])).toEqual(owed)
})

test.for<[why: string, policy: HallPolicy, day: Day, at: Time, session: Session]>([
  ['before noon', qingpu, '2026-03-02', '09:10', 'morning'],
  ['at the end of the morning', qingpu, '2026-03-02', '12:00', 'morning'],
  ['in the break: the afternoon’s', qingpu, '2026-03-02', '12:01', 'afternoon'],
  ['in the afternoon', qingpu, '2026-03-02', '16:59', 'afternoon'],
  ['after closing', qingpu, '2026-03-02', '17:20', 'afternoon'],
])('%s', ([, { openingHours }, day, at, session]) => {
  expect(sessionOf(at, day, openingHours)).toBe(session)
})

test.for<
  [
    why: string,
    policy: HallPolicy,
    now: string,
    made: Session[],
    stands: ('done' | 'open' | 'missed')[],
  ]
>([
  ['nobody went yet, there is time', qingpu, '2026-03-02T11:59', [], ['open', 'open']],
  ['the morning’s is missed at its end', qingpu, '2026-03-02T12:00', [], ['missed', 'open']],
  ['one in the morning', qingpu, '2026-03-02T12:00', ['morning'], ['done', 'open']],
  [
    'two in the morning are no afternoon',
    qingpu,
    '2026-03-02T17:00',
    ['morning', 'morning'],
    ['done', 'missed'],
  ],
  [
    'an afternoon’s makes up for no morning',
    qingpu,
    '2026-03-02T17:00',
    ['afternoon'],
    ['missed', 'done'],
  ],
  ['both', qingpu, '2026-03-03T09:00', ['morning', 'afternoon'], ['done', 'done']],
  ['Anci: any time will do', anci, '2026-03-02T17:29', ['afternoon'], ['done']],
  ['Anci: missed when the hall closes', anci, '2026-03-02T17:30', [], ['missed']],
])('%s', ([, policy, now, made, stands]) => {
  const at = new Date(`${now}:00+08:00`)
  expect(roundsOn(policy, '2026-03-02', made, at, calendar).map((round) => round.stands)).toEqual(
    stands,
  )
})

test('the last days, today first; nothing is owed before the hall was there', () => {
  const now = new Date('2026-03-03T10:00:00+08:00')
  const asked = { now, days: 5, openedOn: '2026-03-02' } as const
  const made = [{ day: '2026-03-02', session: 'morning' }] as const
  expect(
    patrolDays(qingpu, asked, made, calendar).map(({ day, rounds }) => [
      day,
      rounds.map(({ stands }) => stands),
    ]),
  ).toEqual([
    ['2026-03-03', ['open', 'open']],
    ['2026-03-02', ['done', 'missed']],
    ['2026-03-01', []],
    ['2026-02-28', []],
    ['2026-02-27', []],
  ])
})

test.for<[why: string, policy: HallPolicy, minutes: number, breach: boolean, item: string | null]>([
  ['fifteen minutes are within the norm', anci, 15, false, null],
  ['away twenty minutes: a breach without points', anci, 20, true, null],
  ['thirty minutes: still without points', anci, 30, true, null],
  ['more than thirty: a breach with points', anci, 31, true, 'A03'],
  ['Qingpu sets no limit of minutes, and has an item', qingpu, 20, false, 'R1'],
])('%s', ([, policy, minutes, breach, item]) => {
  expect(absenceBreach(policy.patrol, minutes)).toBe(breach)
  const scale = absenceScaleOf[policy.key] ?? []
  expect(absenceItem({ minutes, halfDayMinutes: 210 }, scale)).toBe(item)
})

test.for<[why: string, policy: HallPolicy, isWorn: boolean, lacks: boolean]>([
  ['Anci goes round with the recorder', anci, false, true],
  ['worn, nothing is lacking', anci, true, false],
  ['Qingpu asks for none', qingpu, false, false],
])('%s', ([, { patrol }, isWorn, lacks]) => {
  expect(lacksRecorder(patrol, isWorn)).toBe(lacks)
})
