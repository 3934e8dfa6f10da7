import { expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { qingpu } from '../../api/policies/qingpu.ts'
import type { DeadlineKind } from '../../api/rules/case-file.ts'
import type { Day } from '../../api/rules/day.ts'
import { type DeadlineWarning, deadlineWarning } from '../../api/rules/deadline-warning.ts'

type Row = [
  why: string,
  kind: DeadlineKind,
  dueOn: Day,
  day: Day,
  closed: boolean,
  warning: DeadlineWarning | null,
]

test.for<Row>([
  ['three working days are time enough', 'reply', '2026-03-05', '2026-03-02', false, null],
  ['two are few', 'reply', '2026-03-05', '2026-03-03', false, 'near'],
  ['the last day', 'reply', '2026-03-05', '2026-03-05', false, 'today'],
  ['the last day after closing time', 'reply', '2026-03-05', '2026-03-05', true, 'missed'],
  ['the morning after', 'reply', '2026-03-05', '2026-03-06', false, 'missed'],
  [
    'closing time the day before changes nothing',
    'reply',
    '2026-03-05',
    '2026-03-04',
    true,
    'near',
  ],
  ['a holiday between does not count', 'reply', '2026-05-06', '2026-04-30', false, 'near'],
  ['a make-up Saturday counts', 'reply', '2026-03-03', '2026-02-26', false, null],
  ['due on a rest day: Friday is the last', 'external', '2026-03-07', '2026-03-06', false, 'today'],
  ["a sender's limit in two days is not near", 'external', '2026-03-05', '2026-03-03', false, null],
  ["a sender's limit tomorrow is near", 'external', '2025-10-09', '2025-09-30', false, 'near'],
  ['the last possible day too', 'maximum', '2026-03-05', '2026-03-05', true, 'missed'],
])('%s', ([, kind, dueOn, day, closed, warning]) => {
  expect(deadlineWarning(qingpu, { kind, dueOn }, day, closed, calendar)).toBe(warning)
})
