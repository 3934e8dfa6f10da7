import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { PORTAL_PUBLISH } from '../../api/policies/portal-promises.ts'
import type { Day, Month } from '../../api/rules/day.ts'
import { isSameFinding, mayBeHarmless } from '../../api/rules/outcome-hit.ts'
import {
  holdUntilOf,
  latestBatchOn,
  monthsBefore,
  nextBatchAfter,
  releaseDayOf,
} from '../../api/rules/outcome-release.ts'
import { OUTCOME_STAGES, stageOf } from '../../api/rules/outcome-stage.ts'
import type { PersonalDataKind } from '../../api/rules/personal-data/candidate.ts'
import {
  type ReplyDeadline,
  type ReplyExtension,
  wasMissedBy,
  wasOnTime,
} from '../../api/rules/reply-timing.ts'
import { changesBetween } from '../../api/rules/text-changes.ts'

describe('when outcomes go out', () => {
  test.for<[why: string, archivedOn: Day, holdUntil: Day]>([
    ['five working days after a Monday', '2026-03-02', '2026-03-09'],
    ['a Friday is day zero', '2026-03-06', '2026-03-13'],
    ['the holiday does not count', '2026-09-29', '2026-10-12'],
  ])('%s', ([, archivedOn, holdUntil]) => {
    expect(holdUntilOf(archivedOn, PORTAL_PUBLISH, calendar)).toBe(holdUntil)
  })

  test.for<[why: string, month: Month, on: Day]>([
    ['the first of the next month', '2026-03', '2026-04-01'],
    ['the first working day where it is a Friday off', '2026-04', '2026-05-06'],
    ['after the national holiday', '2026-09', '2026-10-08'],
    ['after a weekend', '2026-01', '2026-02-02'],
  ])('%s', ([, month, on]) => {
    expect(releaseDayOf(month, PORTAL_PUBLISH, calendar)).toBe(on)
  })

  test('a hall that releases on a later day does so', () => {
    expect(releaseDayOf('2026-03', { releaseWd: 3 }, calendar)).toBe('2026-04-03')
  })

  test.for<[why: string, today: Day, latest: Month, next: Month, on: Day]>([
    ['in the middle of a month', '2026-03-16', '2026-02', '2026-03', '2026-04-01'],
    ['on the day itself', '2026-04-01', '2026-03', '2026-04', '2026-05-06'],
    ['in the holiday before the day', '2026-10-05', '2026-08', '2026-09', '2026-10-08'],
  ])('%s', ([, today, latest, next, on]) => {
    expect(latestBatchOn(today, PORTAL_PUBLISH, calendar)).toBe(latest)
    expect(nextBatchAfter(today, PORTAL_PUBLISH, calendar)).toEqual({ month: next, on })
  })

  test('twelve months back keep the day, and compare as days do', () => {
    expect(monthsBefore('2026-03-31', 12)).toBe('2025-03-31')
    expect(monthsBefore('2026-03-31', 1) > '2026-02-28').toBe(true)
  })
})

const reply: ReplyDeadline = { kind: 'reply', dueOn: '2026-03-05', metOn: null, replaced: false }

test.for<
  [
    why: string,
    answeredOn: Day,
    deadlines: ReplyDeadline[],
    extensions: ReplyExtension[],
    onTime: boolean,
  ]
>([
  ['on the last day', '2026-03-05', [reply], [], true],
  ['a day late', '2026-03-06', [reply], [], false],
  [
    'after closing time, which counts as the next day',
    '2026-03-05',
    [{ ...reply, metOn: '2026-03-06' }],
    [],
    false,
  ],
  [
    'put off in time, and kept',
    '2026-03-12',
    [
      { ...reply, replaced: true },
      { ...reply, dueOn: '2026-03-12' },
    ],
    [{ fromDay: '2026-03-05', grantedOn: '2026-03-05' }],
    true,
  ],
  [
    'put off when it was too late',
    '2026-03-12',
    [
      { ...reply, replaced: true },
      { ...reply, dueOn: '2026-03-12' },
    ],
    [{ fromDay: '2026-03-05', grantedOn: '2026-03-06' }],
    false,
  ],
  [
    'the sending organ’s limit missed',
    '2026-03-05',
    [reply, { ...reply, kind: 'external', dueOn: '2026-03-04' }],
    [],
    false,
  ],
  [
    'a late archive is not a late answer',
    '2026-03-05',
    [reply, { ...reply, kind: 'archive', dueOn: '2026-03-01', metOn: '2026-03-20' }],
    [],
    true,
  ],
  ['nobody to answer', '2026-03-05', [], [], true],
])('%s', ([, answeredOn, deadlines, extensions, onTime]) => {
  expect(wasOnTime(answeredOn, deadlines, extensions)).toBe(onTime)
})

test.for<[why: string, before: string, after: string, changes: [string, string][]]>([
  ['the same', '已道歉。', '已道歉。', [['kept', '已道歉。']]],
  [
    'a word put in',
    '已道歉。',
    '已当面道歉。',
    [
      ['kept', '已'],
      ['added', '当面'],
      ['kept', '道歉。'],
    ],
  ],
  [
    'a word taken out at the end',
    '已道歉谢谢',
    '已道歉',
    [
      ['kept', '已道歉'],
      ['gone', '谢谢'],
    ],
  ],
  [
    'rare characters stay whole',
    '𠮷日',
    '𠮷月',
    [
      ['kept', '𠮷'],
      ['gone', '日'],
      ['added', '月'],
    ],
  ],
  ['from nothing', '', '新', [['added', '新']]],
  ['to nothing', '旧', '', [['gone', '旧']]],
])('%s', ([, before, after, changes]) => {
  const found = changesBetween(before, after)
  expect(found.map(({ kind, text }) => [kind, text])).toEqual(changes)
  const side = (left: string) =>
    found.map(({ kind, text }) => (kind === left || kind === 'kept' ? text : '')).join('')
  expect([side('gone'), side('added')]).toEqual([before, after])
})

const begun = { withheld: null, publishedOn: null, approvedBy: null, draftedBy: null }

test.for<[why: string, changed: Partial<Parameters<typeof stageOf>[0]>, stage: string]>([
  ['nothing written', {}, 'toWrite'],
  ['written', { draftedBy: 1 }, 'toApprove'],
  ['approved', { draftedBy: 1, approvedBy: 2 }, 'approved'],
  ['out', { draftedBy: 1, approvedBy: 2, publishedOn: '2026-04-01' }, 'published'],
  ['withheld though approved', { draftedBy: 1, approvedBy: 2, withheld: 'minor' }, 'withheld'],
])('%s', ([, changed, stage]) => {
  expect(stageOf({ ...begun, ...changed })).toBe(stage)
  expect(OUTCOME_STAGES).toContain(stage)
})

test.for<[why: string, kind: PersonalDataKind, certain: boolean, may: boolean]>([
  ['a mobile number that is one', 'mobile', true, false],
  ['an identity number whose check digit is right', 'idCard', true, false],
  ['a bank card whose check digit is right', 'bankCard', true, false],
  ['an e-mail address', 'email', true, false],
  ['a number that only looks like a card', 'bankCard', false, true],
  ['a name, which may be a word', 'name', true, true],
  ['a long number', 'ticketNumber', false, true],
])('%s', ([, kind, certain, may]) => {
  expect(mayBeHarmless({ kind, certain })).toBe(may)
})

test('the same words found as another kind are another finding', () => {
  const found = { kind: 'name', text: '高兴' } as const
  expect(isSameFinding(found, { ...found })).toBe(true)
  expect(isSameFinding(found, { ...found, kind: 'address' })).toBe(false)
  expect(isSameFinding(found, { ...found, text: '高峰' })).toBe(false)
})

test.for<
  [
    why: string,
    day: Day,
    answeredOn: Day | null,
    deadlines: ReplyDeadline[],
    extensions: ReplyExtension[],
    missed: boolean,
  ]
>([
  ['nothing was owed yet', '2026-03-04', null, [reply], [], false],
  ['the day itself is over', '2026-03-05', null, [reply], [], true],
  ['answered on the day', '2026-03-31', '2026-03-05', [reply], [], false],
  ['answered after it', '2026-03-31', '2026-03-06', [reply], [], true],
  [
    'answered after closing counts as the next day',
    '2026-03-31',
    '2026-03-05',
    [{ ...reply, metOn: '2026-03-06' }],
    [],
    true,
  ],
  [
    'put off in time',
    '2026-03-31',
    '2026-03-09',
    [
      { ...reply, replaced: true },
      { ...reply, dueOn: '2026-03-10' },
    ],
    [{ fromDay: '2026-03-05', grantedOn: '2026-03-05' }],
    false,
  ],
  [
    'put off afterwards stays missed',
    '2026-03-05',
    null,
    [
      { ...reply, replaced: true },
      { ...reply, dueOn: '2026-03-10' },
    ],
    [{ fromDay: '2026-03-05', grantedOn: '2026-03-06' }],
    true,
  ],
  [
    'the statement of a department is no answer',
    '2026-03-31',
    null,
    [{ ...reply, kind: 'statement' }],
    [],
    false,
  ],
])('missed by the end of a day: %s', ([, day, answeredOn, deadlines, extensions, missed]) => {
  expect(wasMissedBy(day, answeredOn, deadlines, extensions)).toBe(missed)
})
