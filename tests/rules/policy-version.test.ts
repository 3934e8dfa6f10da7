import { describe, expect, test } from 'vitest'
import { policies } from '../../api/policies/index.ts'
import { sheetsOfHall } from '../../api/reads/policies.ts'
import type { Day } from '../../api/rules/day.ts'
import {
  namedPath,
  policyAsKept,
  policyInForce,
  type PolicyVersion,
  type PolicyValue,
  valuesOf,
  withValue,
} from '../../api/rules/policy-version.ts'

const { qingpu, bingcha } = policies

const version = (
  number: number,
  effectiveFrom: Day,
  path: string,
  value: PolicyValue,
  takenBackOn: Day | null = null,
): PolicyVersion => ({
  number,
  effectiveFrom,
  change: { path, value },
  reason: '依据新的通知',
  enteredBy: 1,
  enteredOn: '2026-03-02',
  takenBackOn,
})

const FOUR = version(1, '2026-03-10', 'clocks.normalWd', 4)
const FIVE = version(2, '2026-03-20', 'clocks.normalWd', 5)
const TWELVE = version(3, '2026-03-12', 'clocks.maxWd', 12)

describe('what a hall lives by on a day', () => {
  test.for<[why: string, versions: PolicyVersion[], on: Day, normal: number, named: string]>([
    ['nothing was changed', [], '2026-03-10', 3, '1'],
    ['the day before it begins', [FOUR], '2026-03-09', 3, '1'],
    ['from its day on, that day included', [FOUR], '2026-03-10', 4, '1.1'],
    ['a second change of the same value', [FOUR, FIVE], '2026-03-20', 5, '1.2'],
    ['the first one until then', [FOUR, FIVE], '2026-03-19', 4, '1.1'],
    ['one entered later may begin earlier', [FOUR, FIVE, TWELVE], '2026-03-15', 4, '1.3'],
    [
      'its order is that of the days, not of entering',
      [FOUR, FIVE, TWELVE],
      '2026-03-21',
      5,
      '1.2',
    ],
    [
      'one taken back never holds',
      [version(1, '2026-03-10', 'clocks.normalWd', 4, '2026-03-05')],
      '2026-03-31',
      3,
      '1',
    ],
    [
      'of two that begin on one day the later entered holds',
      [FOUR, version(2, '2026-03-10', 'clocks.normalWd', 6)],
      '2026-03-10',
      6,
      '1.2',
    ],
  ])('%s', ([, versions, on, normal, named]) => {
    const policy = policyInForce(qingpu, versions, on)
    expect([policy.clocks.normalWd, policy.version]).toEqual([normal, named])
  })

  test('a change says since when, and leaves everything else as adopted', () => {
    const changed = policyInForce(qingpu, [FOUR], '2026-04-01')
    expect(changed.effectiveFrom).toBe('2026-03-10')
    const others = ({ path }: { path: string }) =>
      !['clocks.normalWd', 'version', 'effectiveFrom'].includes(path)
    expect(valuesOf(changed).filter(others)).toEqual(valuesOf(qingpu).filter(others))
    expect(qingpu.clocks.normalWd).toBe(3)
  })
})

describe('what a case began under', () => {
  test.for<[why: string, kept: string, normal: number, most: number]>([
    ['as adopted, whatever came later', '1', 3, 10],
    ['with the first change', '1.1', 4, 10],
    ['with the change that began second', '1.3', 4, 12],
    ['with all of them', '1.2', 5, 12],
    ['a version nobody knows is the adopted one', '1.9', 3, 10],
  ])('%s', ([, kept, normal, most]) => {
    const { clocks } = policyAsKept(qingpu, [FOUR, FIVE, TWELVE], kept)
    expect([clocks.normalWd, clocks.maxWd]).toEqual([normal, most])
  })

  test('is what held on the day it began, for every day', () => {
    const versions = [FOUR, FIVE, TWELVE]
    for (const on of ['2026-03-09', '2026-03-11', '2026-03-13', '2026-03-25'] as const) {
      const then = policyInForce(qingpu, versions, on)
      expect(policyAsKept(qingpu, versions, then.version)).toEqual(then)
    }
  })
})

describe('a value by its path', () => {
  test.for<[path: string, value: PolicyValue]>([
    ['clocks.normalWd', 3],
    ['awards.quarterStar.places', 10],
    ['awards.quarterStar.nomination.places.1.upToStaff', 5],
    ['eRating.shares.0.percent', 70],
    ['openingHours.summer.shifts.1.opens', '13:30'],
    ['vetoes.qingpu-v6.lasts', 'quarters'],
  ])('%s', ([path, value]) => {
    expect(valuesOf(qingpu).find((each) => each.path === path)?.value).toBe(value)
  })

  test('every value of every policy is read back where it was set', () => {
    for (const policy of Object.values(policies)) {
      const values = valuesOf(policy)
      for (const { path } of values) {
        const changed = valuesOf(withValue(policy, { path, value: 'set' }))
        const differing = changed.filter((each, at) => each.value !== values[at]?.value)
        if (differing.length !== 1 || differing[0]?.value !== 'set') expect.fail(path)
      }
    }
  })

  test('one the policy does not have changes nothing', () => {
    expect(withValue(qingpu, { path: 'clocks.none', value: 1 })).toBe(qingpu)
    expect(withValue(qingpu, { path: '__proto__.normalWd', value: 1 })).toBe(qingpu)
  })

  test('a fault told by number is named as the value is', () => {
    expect(namedPath(qingpu, 'awards.0.nomination.places')).toBe(
      'awards.quarterStar.nomination.places',
    )
    expect(namedPath(bingcha, 'vetoes.0.above')).toBe('vetoes.bingcha-sickLeave.above')
  })
})

describe('points of an item without a figure', () => {
  const R2 = version(1, '2026-03-10', 'points.R2', 2)
  const hall = { policy: 'qingpu', policyVersions: [R2] }
  const pointsOn = (day: Day) =>
    sheetsOfHall(hall, day)
      .flatMap(({ items }) => items)
      .filter(({ code }) => code === 'R1' || code === 'R2')
      .map(({ points }) => points)

  test('are recorded without points until the hall sets them', () => {
    expect(pointsOn('2026-03-09')).toEqual([null, null])
  })

  test('cost what the hall set from the day on', () => {
    expect(pointsOn('2026-03-10')).toEqual([null, 2])
  })
})
