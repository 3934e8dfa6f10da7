import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { policies } from '../../api/policies/index.ts'
import { movedDates, movedSteps } from '../../api/rules/policy-effect.ts'
import { readValue, settableValues, type ValueKind } from '../../api/rules/policy-value.ts'
import { withValue } from '../../api/rules/policy-version.ts'
import { choiceWords, contradictionSaid, isNamed, policyWords } from '../../api/words/zh-policy.ts'

const every = Object.values(policies).flatMap((policy) => settableValues(policy))
const names = { awards: { quarterStar: '季度服务明星' }, items: { 'points.R1': 'R1 离开' } }

describe('what a hall may set', () => {
  test('every value has words, and every choice', () => {
    expect(every.filter(({ path }) => !isNamed(path)).map(({ path }) => path)).toEqual([])
    for (const { path, of } of every)
      if (of.kind === 'choice') expect(choiceWords(path), path).toEqual([...of.choices])
  })

  test('what a policy is, its lists and the duty to tell the complainant are not among them', () => {
    const paths = every.map(({ path }) => path)
    for (const fixed of [
      'key',
      'channels.0',
      'rating.formula',
      'extension.mustTellComplainant',
      'steps.coordinationMeeting',
      'awards.quarterStar.kind',
      'vetoes.qingpu-v1.bars.0',
      'escalation.near.0.role',
      'eRating',
    ])
      expect(paths, fixed).not.toContain(fixed)
  })

  test('each value reads back from the words of its own choice', () => {
    for (const each of every) {
      const typed =
        typeof each.value === 'boolean' ? (each.value ? 'yes' : 'no') : String(each.value ?? '')
      expect(readValue(typed, each), each.path).toEqual({ value: each.value })
    }
  })

  test('a value is called as people know it', () => {
    const { label, said } = policyWords
    expect(label('awards.quarterStar.places', names)).toBe('季度服务明星：名额')
    expect(label('eRating.shares.1.percent', names)).toBe('评价比例：至少百分之几（第 2 个）')
    expect(label('points.R1', names)).toBe('R1 离开：每次几分')
    expect(said('veto12345', 'anyTransferred')).toBe('转来就算')
    expect(said('clocks.maxWd', null)).toBe('没有')
  })
})

describe('a typed value', () => {
  const whole: ValueKind = { kind: 'whole' }
  test.for<[why: string, typed: string, of: ValueKind, mayBeNull: boolean, read: object]>([
    ['a whole number', ' 12 ', whole, false, { value: 12 }],
    ['nothing where something must be', '', whole, false, { problem: 'needed' }],
    ['nothing where it may be left out', '', whole, true, { value: null }],
    ['a broken number', '2.5', whole, false, { problem: 'not-a-number' }],
    ['a number below nothing', '-1', whole, false, { problem: 'not-a-number' }],
    ['a number far too long', '12345', whole, false, { problem: 'not-a-number' }],
    ['half a point', '2.5', { kind: 'decimal' }, false, { value: 2.5 }],
    ['three decimals', '2.555', { kind: 'decimal' }, false, { problem: 'not-a-number' }],
    ['a yes', 'yes', { kind: 'yesNo' }, false, { value: true }],
    ['neither yes nor no', '是', { kind: 'yesNo' }, false, { problem: 'unknown-choice' }],
    ['a time', '08:30', { kind: 'time' }, false, { value: '08:30' }],
    ['no time of any day', '24:00', { kind: 'time' }, false, { problem: 'not-a-time' }],
    ['a day of the year', '05-01', { kind: 'dayOfYear' }, false, { value: '05-01' }],
    ['no day of the year', '5月1日', { kind: 'dayOfYear' }, false, { problem: 'not-a-day' }],
    [
      'a word not offered',
      'c',
      { kind: 'choice', choices: ['a'] },
      false,
      { problem: 'unknown-choice' },
    ],
    ['a text', '分管领导', { kind: 'text' }, false, { value: '分管领导' }],
    ['a text of 41', '长'.repeat(41), { kind: 'text' }, false, { problem: 'too-long' }],
  ])('%s', ([, typed, of, mayBeNull, read]) => {
    expect(readValue(typed, { of, mayBeNull })).toEqual(read)
  })
})

describe('what a change does', () => {
  const { qingpu, anci } = policies

  test('moves the reply of every track that has it, and nothing else', () => {
    const after = withValue(qingpu, { path: 'clocks.normalWd', value: 5 })
    const moved = movedDates(qingpu, after, '2025-09-30', calendar)
    expect(moved).toEqual(
      (['simple', 'investigated', 'complex'] as const).map((track) => ({
        track,
        kind: 'reply',
        before: '2025-10-11',
        after: '2025-10-14',
      })),
    )
  })

  test('takes a limit away, or brings one', () => {
    const after = withValue(anci, { path: 'clocks.maxWd', value: 10 })
    expect(movedDates(anci, after, '2026-03-02', calendar)[0]).toEqual({
      track: 'simple',
      kind: 'maximum',
      before: null,
      after: '2026-03-16',
    })
  })

  test('moves the close of a month and its freeze', () => {
    const after = withValue(qingpu, { path: 'monthCloseWd', value: 6 })
    expect(movedSteps(qingpu, after, '2025-09-15', calendar)).toEqual([
      { step: 'close', before: '2025-10-14', after: '2025-10-15' },
    ])
  })

  test('a text moves nothing', () => {
    const after = withValue(qingpu, { path: 'office.unitZh', value: '投诉科' })
    expect(movedDates(qingpu, after, '2026-03-02', calendar)).toEqual([])
    expect(movedSteps(qingpu, after, '2026-03-02', calendar)).toEqual([])
  })
})

test('a contradiction names the other value, or only why', () => {
  expect(contradictionSaid('clocks.maxWd', 'belowNormal', false)).toBe(
    '这样改，“最长的工作日”就不对了：不能小于答复的工作日。请先改那一项。',
  )
  expect(contradictionSaid('clocks.maxWd', 'belowNormal', true)).toBe(
    '这样改不行：不能小于答复的工作日。',
  )
})
