import { describe, expect, test } from 'vitest'
import { isPolicyKey, policies, type PolicyKey } from '../../api/policies/index.ts'
import type { HallPolicy } from '../../api/rules/hall-policy.ts'

const five = [5, 4, 3, 2, 1]

const everywhere = <T>(value: T): [T, T, T] => [value, value, value]

type Figures = (policy: HallPolicy) => unknown

describe('what the regulations say', () => {
  test.for<[why: string, figures: Figures, anci: unknown, bingcha: unknown, qingpu: unknown]>([
    ['coordination opinion', ({ clocks }) => clocks.coordinationOpinionWd, 3, null, null],
    ['reply after the departments', ({ clocks }) => clocks.replyAfterDepartmentWd, 1, null, null],
    ['limit of the reply', ({ clocks }) => clocks.normalWd, null, null, 3],
    ['maximum', ({ clocks }) => clocks.maxWd, null, null, 10],
    ['promise where there is no limit', ({ clocks }) => clocks.promisedReplyWd, 10, 10, null],
    ['warning', ({ clocks }) => clocks.softWarnWd, 10, 10, 8],
    ['acceptance', ({ clocks }) => clocks.acceptanceWd, 1, 1, 1],
    ['box and book every day', ({ clocks }) => clocks.boxCheck, true, false, false],
    [
      'major matters in writing',
      ({ majorMustBeWritten }) => majorMustBeWritten,
      false,
      true,
      false,
    ],
    ['form of the reply', ({ replyRule }) => replyRule, 'record', 'mirrorNature', 'any'],
    ['extension', ({ extension }) => extension.allowed, false, true, true],
    ['awards', ({ awards }) => awards.map(({ places }) => places), [1, 1], [5, 5], [10, 10, 8]],
    ['levels', ({ rating }) => rating.levels.map(({ level }) => level), five, five, [5, 1]],
    ['formula', ({ rating }) => rating.formula, 'displayOnly', 'displayOnly', 'qpu2018'],
    ['low ratings followed up', ({ rating }) => rating.lowFollowUp, null, null, null],
    ['a device that must be on', ({ rating }) => rating.deviceMustBeOn, false, false, true],
    ['first body', ({ office }) => office.unitZh, '政策法规股', '综合科', '管理科'],
    [
      'day of the report',
      ({ monthlyReport }) => monthlyReport.day,
      ...everywhere('lastWorkingDay'),
    ],
    ['time of the report', ({ monthlyReport }) => monthlyReport.at, ...everywhere('23:30')],
    ['rates of service', ({ indicators }) => indicators, ...everywhere(null)],
    ['circular', ({ steps }) => steps.circular, null, 'verified', 'everyResult'],
  ])('%s', ([, figures, anci, bingcha, qingpu]) => {
    expect(figures(policies.anci)).toEqual(anci)
    expect(figures(policies.bingcha)).toEqual(bingcha)
    expect(figures(policies.qingpu)).toEqual(qingpu)
  })
})

describe('halls on the clocks of Qingpu', () => {
  test.for<
    [why: string, figures: Figures, yuanzhou: unknown, yichuang: unknown, standard: unknown]
  >([
    ['limit of the reply', ({ clocks }) => clocks.normalWd, 3, 3, 3],
    ['maximum', ({ clocks }) => clocks.maxWd, 10, 10, 10],
    ['warning', ({ clocks }) => clocks.softWarnWd, 8, 8, 8],
    ['acceptance', ({ clocks }) => clocks.acceptanceWd, 1, 1, 1],
    ['no sheet', ({ scorecards }) => scorecards, [], [], []],
    ['no award', ({ awards }) => awards, [], [], []],
    ['form of the reply', ({ replyRule }) => replyRule, ...everywhere('mirrorNature')],
    ['levels', ({ rating }) => rating.levels.map(({ level }) => level), five, five, five],
    [
      'low ratings followed up',
      ({ rating }) => rating.lowFollowUp,
      null,
      null,
      { callBackWd: 1, rectifyWd: 15, secondRatings: 1 },
    ],
    ['a device that must be on', ({ rating }) => rating.deviceMustBeOn, true, false, false],
    ['names of staff', ({ publish }) => publish.staffNames, true, false, false],
    ['extension', ({ extension }) => extension.tracks, ...everywhere(['complex'])],
    ['scope', ({ scope }) => scope, ...everywhere('open')],
    [
      'rates of service',
      ({ indicators }) => indicators,
      null,
      { firstAskAccepted: 100, firstAskCompleted: 95, onTime: 95 },
      null,
    ],
  ])('%s', ([, figures, yuanzhou, yichuang, standard]) => {
    expect(figures(policies.yuanzhou)).toEqual(yuanzhou)
    expect(figures(policies.yichuang)).toEqual(yichuang)
    expect(figures(policies.standard)).toEqual(standard)
  })
})

describe.for(Object.entries(policies) as [PolicyKey, HallPolicy][])('%s', ([key, policy]) => {
  test('goes by its own key', () => {
    expect(policy.key).toBe(key)
    expect(isPolicyKey(key)).toBe(true)
  })

  test('asks for reasons exactly where a level is not satisfied, and lists the best first', () => {
    const { levels, lowLevels } = policy.rating
    const low = levels.filter(({ satisfied }) => !satisfied).map(({ level }) => level)
    expect(lowLevels).toEqual(low)
    expect(levels.map(({ level }) => level)).toEqual(
      levels.map(({ level }) => level).toSorted((one, other) => other - one),
    )
  })

  test('scores ratings only where it has the figures for it', () => {
    expect(policy.eRating !== null).toBe(policy.rating.formula === 'qpu2018')
  })

  test('bars only awards it gives, by keys of its own', () => {
    const given = policy.awards.map(({ kind }) => kind)
    expect(policy.vetoes.flatMap(({ bars }) => bars).filter((bar) => !given.includes(bar))).toEqual(
      [],
    )
    expect(policy.vetoes.filter((veto) => !veto.key.startsWith(`${key}.`))).toEqual([])
    expect(new Set(policy.vetoes.map((veto) => veto.key)).size).toBe(policy.vetoes.length)
    expect(new Set(given).size).toBe(given.length)
  })

  test('promises every complainant a reply, by its own limit or by ours, never both', () => {
    const { normalWd, promisedReplyWd } = policy.clocks
    expect([normalWd, promisedReplyWd].filter((limit) => limit !== null)).toHaveLength(1)
  })

  test('opens in the morning, closes in the afternoon, and shuts in between', () => {
    const { usual, summer } = policy.openingHours
    for (const shifts of summer ? [usual, summer.shifts] : [usual]) {
      const times = shifts.flatMap(({ opens, closes }) => [opens, closes])
      expect(times).toEqual(times.toSorted())
      expect(times).toHaveLength(4)
    }
  })
})

test.for<[why: string, text: string]>([
  ['a hall without a policy is none', 'elsewhere'],
  ['nor is what every object has', 'toString'],
])('%s', ([, text]) => {
  expect(isPolicyKey(text)).toBe(false)
})
