import { describe, expect, test } from 'vitest'
import { qingpuRating } from '../../api/policies/sheets/qingpu-rating.ts'
import { electronicRating, type RatedMonth } from '../../api/rules/electronic-rating.ts'
import { QINGPU_RATING_FIGURES } from '../../api/rules/electronic-rating-figures.ts'
import type { StepLine, TieStep } from '../../api/rules/tie-chain.ts'
import {
  aheadSaid,
  behindSaid,
  meanSaid,
  ratingSaid,
  sumSaid,
} from '../../api/words/zh-arithmetic.ts'

const late = { label: '迟到或早退', unit: '人次', quantity: 2, points: -2, isReversal: false }
const thanks = { label: '收到表扬', unit: '件', quantity: 1, points: 2, isReversal: false }
const early = { label: '提前办结', unit: '每10%', quantity: 7, points: 7, isReversal: false }

describe('a person’s month', () => {
  test.for<[why: string, lines: (typeof late)[], score: number, said: string]>([
    ['nothing happened', [], 100, '100，没有扣分和加分'],
    [
      'taken and given',
      [late, thanks],
      100,
      '100 − 2（迟到或早退 2 人次） + 2（收到表扬 1 件） = 100',
    ],
    ['tenths of cases', [early], 107, '100 + 7（提前办结 7 个10%） = 107'],
    [
      'taken back',
      [{ ...late, points: 2, isReversal: true }],
      102,
      '100 + 2（撤销：迟到或早退 2 人次） = 102',
    ],
    [
      'never below nothing',
      [{ ...late, quantity: 105, points: -105 }],
      0,
      '100 − 105（迟到或早退 105 人次） = −5，最低 0 分，计 0',
    ],
  ])('%s', ([, lines, score, said]) => {
    expect(sumSaid(100, lines, score)).toBe(said)
  })
})

test.for<
  [why: string, scores: [number, boolean][], sum: number, score: number | null, said: string]
>([
  [
    'everybody counts',
    [
      [96, true],
      [92, true],
      [107, true],
    ],
    295,
    98.33,
    '(96 + 92 + 107) ÷ 3 = 98.33',
  ],
  [
    'who does not count is left out',
    [
      [96, true],
      [50, false],
    ],
    96,
    96,
    '96 ÷ 1 = 96',
  ],
  ['nobody counts', [[96, false]], 0, null, '没有可以计分的人员'],
  ['only the sum is shown', [], 295, 98.33, '295 ÷ 3 = 98.33'],
])('a window’s mean: %s', ([, scores, sum, score, said]) => {
  const members = scores.map(([score, counts]) => ({ score, counts }))
  const count = members.length > 0 ? members.filter(({ counts }) => counts).length : 3
  expect(meanSaid(members, { sum, count, score })).toBe(said)
})

const by = (
  decidedBy: TieStep | null,
  ahead: StepLine['ahead'] = 1,
  behind: StepLine['behind'] = 2,
) => ({
  decidedBy,
  steps: [{ step: decidedBy ?? 'score', ahead, behind, equal: decidedBy === null } as StepLine],
})

test.for<
  [
    why: string,
    input: ReturnType<typeof by> | null,
    isMean: boolean,
    behind: string,
    ahead: string | null,
  ]
>([
  ['the first', null, false, '', null],
  ['by points', by('score', 98.33, 95), true, '少 3.33 分', '比第二名多 3.33 分'],
  [
    'by complaints',
    by('verifiedComplaints', 0, 1),
    false,
    '同分。查实投诉 1 件，上一名 0 件',
    '和第二名同分。查实投诉 0 件，第二名 1 件',
  ],
  [
    'by an award never given',
    by('lastAwarded', null, '2026-01'),
    false,
    '同分。上次得奖 2026年1月，上一名 没得过',
    '和第二名同分。上次得奖 没得过，第二名 2026年1月',
  ],
  [
    'by too few ratings',
    by('satisfaction', 98.5, null),
    true,
    '同分。满意率 评价不足，不比，上一名 98.50%',
    '和第二名同分。满意率 98.50%，第二名 评价不足，不比',
  ],
  [
    'by a person’s attendance',
    by('attendance', 0, 2),
    false,
    '同分。考勤 2 次，上一名 0 次',
    '和第二名同分。考勤 0 次，第二名 2 次',
  ],
  [
    'by a window’s attendance',
    by('attendance', 100, 98.5),
    true,
    '同分。考勤 98.50%，上一名 100.00%',
    '和第二名同分。考勤 100.00%，第二名 98.50%',
  ],
  ['by nothing', by(null), false, '和上一名各项相同，并列', null],
])('why one stands behind the next: %s', ([, why, isMean, behind, ahead]) => {
  expect([behindSaid(why, isMean), aheadSaid(why, isMean)]).toEqual([behind, ahead])
})

describe('an electronic rating', () => {
  const labels = Object.fromEntries(qingpuRating.items.map(({ code, labelZh }) => [code, labelZh]))
  const month = (what: Partial<RatedMonth>): RatedMonth => ({
    cases: 40,
    casesDuringFault: 0,
    satisfied: 27,
    dissatisfied: 1,
    off: 0,
    notPrompted: 0,
    refused: 0,
    burst: 0,
    selfRated: 0,
    ...what,
  })
  test.for<[why: string, what: Partial<RatedMonth>, steps: string[], sum: string]>([
    [
      'enough ratings',
      {},
      ['应评 28 个（40 × 70% = 28），评了 28 个，够数。'],
      '5 × 27 ÷ 28 = 4.82',
    ],
    [
      'one short',
      { dissatisfied: 0 },
      ['应评 28 个（40 × 70% = 28），评了 27 个，缺 1 个，扣 1 分。'],
      '5 × 27 ÷ 27 − 1 = 4.00',
    ],
    [
      'a broken share counts as the next whole one',
      { cases: 33 },
      ['应评 24 个（33 × 70% = 23.1），评了 28 个，够数。'],
      '5 × 27 ÷ 28 = 4.82',
    ],
    [
      'a fixed number beyond the shares',
      { cases: 201, satisfied: 100, dissatisfied: 0 },
      ['应评 100 个（201 件，固定 100 个），评了 100 个，够数。'],
      '5 × 100 ÷ 100 = 5.00',
    ],
    [
      'breaches below nothing',
      { refused: 2, burst: 1 },
      [
        '应评 28 个（40 × 70% = 28），评了 28 个，够数。',
        '拒绝群众评价 2 次，扣 5 分。',
        '连续评价 1 次，扣 1 分。',
      ],
      '5 × 27 ÷ 28 − 5 − 1 = −1.18，计 0.00',
    ],
    [
      'a fault',
      { cases: 80, casesDuringFault: 20, satisfied: 20, dissatisfied: 0 },
      [
        '评价器故障期间的 20 件不算，剩 60 件。',
        '应评 36 个（60 × 60% = 36），评了 20 个，缺 16 个，扣 2 分。',
      ],
      '5 × 20 ÷ 20 − 2 = 3.00',
    ],
    [
      'no rating at all',
      { cases: 10, satisfied: 0, dissatisfied: 0 },
      ['应评 7 个（10 × 70% = 7），评了 0 个，缺 7 个，扣 1 分。'],
      '0 − 1 = −1，计 0.00',
    ],
    ['no case', { cases: 0, satisfied: 0, dissatisfied: 0 }, [], '没有办件，不计分'],
    [
      'a fault all month',
      { casesDuringFault: 40, satisfied: 0, dissatisfied: 0 },
      [],
      '故障期间没有评价，不计分',
    ],
  ])('%s', ([, what, steps, sum]) => {
    const rated = month(what)
    const said = ratingSaid(rated, electronicRating(rated), QINGPU_RATING_FIGURES, labels)
    expect(said).toEqual({ steps, sum })
  })
})

test('ratings of a month without cases are named as being looked into', () => {
  const rated = {
    cases: 0,
    satisfied: 2,
    dissatisfied: 0,
    casesDuringFault: 0,
    off: 0,
    notPrompted: 0,
    refused: 0,
    burst: 0,
    selfRated: 0,
  }
  expect(ratingSaid(rated, electronicRating(rated), QINGPU_RATING_FIGURES, {})).toEqual({
    steps: ['有评价，没有办件，正在核对。'],
    sum: '没有办件，不计分',
  })
})
