import { expect, test } from 'vitest'
import { anci } from '../../api/policies/anci.ts'
import { calendar } from '../../api/policies/calendar.ts'
import { qingpu } from '../../api/policies/qingpu.ts'
import { CASE_STATES, type CaseState } from '../../api/rules/case-file.ts'
import type { Day } from '../../api/rules/day.ts'
import { softWarning } from '../../api/rules/soft-warning.ts'

type Row = [why: string, policy: typeof anci, receivedOn: Day, today: Day, waitedWd: number | null]

test.for<Row>([
  ['nine working days are not yet old in Anci', anci, '2026-03-02', '2026-03-13', null],
  ['the tenth is', anci, '2026-03-02', '2026-03-16', 10],
  ['seven are not yet old in Qingpu', qingpu, '2026-03-02', '2026-03-11', null],
  ['the eighth is', qingpu, '2026-03-02', '2026-03-12', 8],
  ['it grows with every working day', qingpu, '2026-03-02', '2026-03-13', 9],
  ['a rest day adds none', qingpu, '2026-03-02', '2026-03-14', 9],
  ['received on a Saturday, counted from Monday', qingpu, '2026-03-07', '2026-03-17', null],
  ['and old on the eighth working day', qingpu, '2026-03-07', '2026-03-18', 8],
  ['holidays between do not count', anci, '2026-04-27', '2026-05-13', 10],
  ['not even on the last of them', anci, '2026-04-27', '2026-05-12', null],
])('%s', ([, policy, receivedOn, today, waitedWd]) => {
  expect(softWarning(policy, { state: 'investigating', receivedOn }, today, calendar)).toBe(
    waitedWd,
  )
})

const ANSWERED: readonly CaseState[] = [
  'notAccepted',
  'replied',
  'decided',
  'closed',
  'archived',
  'published',
  'withdrawn',
  'transferred',
]

test.for(CASE_STATES.map((state) => [state]))('%s', ([state]) => {
  const file = { state: state!, receivedOn: '2026-03-02' } as const
  const waits = !ANSWERED.includes(state!)
  expect(softWarning(anci, file, '2026-04-01', calendar) !== null).toBe(waits)
})
