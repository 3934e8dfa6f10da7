import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policies, type PolicyKey } from '../../api/policies/index.ts'
import { ladders } from '../../api/policies/ladders/by-key.ts'
import {
  accountabilityRefusal,
  assess,
  choiceRefusal,
  circularCosts,
  isAccountable,
  owesReason,
  papersRefusal,
  probationUntil,
  sanctionsOf,
} from '../../api/rules/accountability.ts'
import type { CaseState, Finding } from '../../api/rules/case-file.ts'
import { vetoesOfVerified } from '../../api/rules/closing.ts'
import { type Day, isDay } from '../../api/rules/day.ts'
import {
  CIRCUMSTANCES,
  type Circumstance,
  rungsFor,
  rungsOf,
  type Sanction,
  type Severity,
} from '../../api/rules/ladder.ts'
import { earlierWithin, isRepeated } from '../../api/rules/repeated-acts.ts'
import { sameDayMonthsLater, sameDayYearsLater } from '../../api/rules/same-day-later.ts'

const { anci } = ladders
const judged = (severity: Severity, ...circumstances: Circumstance[]) =>
  assess(anci, { ground: 't5', severity, circumstances })!

/** The second act's circumstances, as the system finds them. */
const after = (earlier: readonly Day[], on: Day): Circumstance[] => {
  const acts = earlier.map((day, nth) => ({ incident: `earlier ${nth}`, on: day }))
  return isRepeated(policies.anci.repeatRule, { incident: 'this', on }, acts) ? ['repeated'] : []
}

test.for<
  [
    why: string,
    severity: Severity,
    circumstances: Circumstance[],
    tier: number,
    forwarded?: boolean,
  ]
>([
  ['F-01 a first light act is admonished', 'light', [], 1],
  ['F-02 apologised and forgiven: only recorded', 'light', ['apologised', 'forgiven'], 0],
  ['F-03 an apology without forgiveness is half a factor', 'light', ['apologised'], 1],
  ['forgiveness without an apology is the other half', 'light', ['forgiven'], 1],
  ['F-04 a second act within the year', 'light', after(['2025-03-10'], '2026-03-09'), 2],
  ['F-05 on the same calendar day', 'light', after(['2025-03-10'], '2026-03-10'), 2],
  ['F-06 a day later it is a first act again', 'light', after(['2025-03-10'], '2026-03-11'), 1],
  ['F-07 retaliation is not offset by repair', 'light', ['retaliation', 'lossRecovered'], 2],
  ['interference is not offset either', 'light', ['interference', 'effectsStopped'], 2],
  ['disobedience is', 'light', ['disobedience', 'effectsStopped'], 1],
  ['F-08 serious', 'serious', [], 3],
  ['F-09 serious, and obstructs: no higher, but sent on', 'serious', ['interference'], 3, true],
  ['F-10 heavier, and the loss repaired', 'heavier', ['lossRecovered'], 1],
  ['F-11 heavier, again, stopped', 'heavier', ['repeated', 'effectsStopped'], 2],
  ['F-12 from the 29th to the 28th', 'light', after(['2024-02-29'], '2025-02-28'), 2],
  ['the first of March is past it', 'light', after(['2024-02-29'], '2025-03-01'), 1],
  ['F-13 a case without fault counts for nothing', 'light', after([], '2026-03-10'), 1],
  ['several aggravating factors raise it once', 'light', ['disobedience', 'otherAggravating'], 2],
  ['several mitigating factors lower it once', 'serious', ['effectsStopped', 'otherMitigating'], 2],
])('%s', ([, severity, circumstances, tier, forwarded = false]) => {
  const found = judged(severity, ...circumstances)
  expect(found.rung.tier).toBe(tier)
  expect(found.forwarded).toBe(forwarded)
})

test('F-14 two windows shirk: each is judged, each is admonished', () => {
  const each = ['first', 'second'].map(() =>
    assess(anci, { ground: 't12', severity: 'light', circumstances: [] })!,
  )
  expect(each.map(({ rung }) => rung.sanctions)).toEqual([['admonition'], ['admonition']])
})

test('the arithmetic is told line by line', () => {
  expect(judged('serious', 'interference', 'lossRecovered').steps).toEqual([
    { kind: 'start', severity: 'serious', tier: 3 },
    { kind: 'raised', factors: ['g3'], tier: 4 },
    { kind: 'notOffset', factors: ['g3'], tier: 4 },
    { kind: 'bounded', tier: 3 },
  ])
  expect(judged('light', 'repeated', 'apologised', 'forgiven').steps).toEqual([
    { kind: 'start', severity: 'light', tier: 1 },
    { kind: 'raised', factors: ['g2'], tier: 2 },
    { kind: 'lowered', factors: ['m1'], tier: 1 },
  ])
})

const A = '2025-03-10'
test.for<[why: string, earlier: [incident: string, on: Day][], on: Day, days: Day[]]>([
  [
    'acts of one incident that follow each other are one, from its first day',
    [
      ['a', '2025-03-09'],
      ['a', A],
    ],
    A,
    ['2025-03-09'],
  ],
  ['the incident itself is none of its earlier ones', [['this', '2025-03-09']], A, []],
  ['a later act is no earlier one', [['a', '2025-03-11']], A, []],
  ['another incident of the same day is', [['a', A]], A, [A]],
  [
    'they stand in order',
    [
      ['b', '2025-03-08'],
      ['a', '2025-03-07'],
    ],
    A,
    ['2025-03-07', '2025-03-08'],
  ],
])('%s', ([, earlier, on, days]) => {
  const acts = earlier.map(([incident, day]) => ({ incident, on: day }))
  const rule = policies.anci.repeatRule
  const found = earlierWithin(rule, { incident: 'this', on }, acts)
  expect(found.map((act) => act.on)).toEqual(days)
  expect(isRepeated(rule, { incident: 'this', on }, acts)).toBe(days.length > 0)
  expect(isRepeated({ count: 3, withinYears: 1 }, { incident: 'this', on }, acts)).toBe(
    days.length > 1,
  )
  expect(isRepeated(null, { incident: 'this', on }, acts)).toBe(false)
})

test.for<
  [
    why: string,
    hall: PolicyKey,
    ground: string,
    severity: Severity,
    sanctions: Sanction[],
    oneOf?: Sanction[],
  ]
>([
  ['F-15 rude, once', 'bingcha', 'K1', 'basic', ['criticism']],
  ['F-16 insulted', 'bingcha', 'K1', 'serious', [], ['admonishmentTalk', 'postTransfer']],
  ['F-17 two days lost', 'bingcha', 'K2', 'basic', ['selfCriticism', 'internalCircular']],
  ['F-18 the same, grave', 'bingcha', 'K2', 'serious', ['probation']],
  ['shirking among staff', 'bingcha', 'K3', 'basic', ['selfCriticism', 'internalCircular']],
  ['F-19 shirking, grave', 'bingcha', 'K3', 'serious', ['waiting']],
  ['the telephone not answered', 'bingcha', 'K4', 'basic', ['criticism']],
  [
    'F-20 rude in Qingpu: no return',
    'qingpu',
    'verifiedComplaint',
    'basic',
    ['awardLoss', 'departmentCircular'],
  ],
  [
    'F-21 took benefits',
    'qingpu',
    'suspectedViolation',
    'basic',
    ['awardLoss', 'returnToDepartment'],
  ],
  ['F-22 broke a promise', 'qingpu', 'brokenPromise', 'basic', ['criticism', 'awardLoss']],
  ['F-22 and refuses to mend', 'qingpu', 'brokenPromise', 'serious', ['postChange']],
  ['F-23 smoked in the hall', 'qingpu', 'smoking', 'basic', ['awardLoss']],
  ['not fit for approvals', 'qingpu', 'unfit', 'basic', ['returnToDepartment']],
  ['the lowest grade of the year', 'qingpu', 'lowestGrade', 'basic', ['replacement']],
  [
    'one window, language',
    'yichuang',
    'languageOrFirstAsk',
    'basic',
    ['criticism', 'administrativeHandling'],
  ],
  [
    'one window, grave',
    'yichuang',
    'languageOrFirstAsk',
    'serious',
    ['directLiability', 'leadershipLiability'],
  ],
  ['took a present', 'yuanzhou', 'bribery', 'serious', ['severeHandling']],
  ['a careless accident', 'yuanzhou', 'damage', 'basic', ['criticism']],
  ['damage on purpose', 'yuanzhou', 'damage', 'serious', ['strictLiability']],
  [
    'a general hall',
    'standard',
    'breach',
    'basic',
    [],
    ['criticism', 'warning', 'demerit', 'demotion', 'dismissal'],
  ],
  ['unfit in a general hall', 'standard', 'unfit', 'basic', [], ['warning', 'demerit', 'demotion']],
])('%s', ([, hall, ground, severity, sanctions, oneOf = []]) => {
  const ladder = ladders[policies[hall].ladder]
  const { rung } = assess(ladder, { ground, severity, circumstances: [...CIRCUMSTANCES] })!
  expect([rung.sanctions, rung.oneOf]).toEqual([sanctions, oneOf])
})

test.for<[why: string, hall: PolicyKey, ground: string, severity: Severity]>([
  ['the telephone has no graver sanction', 'bingcha', 'K4', 'serious'],
  ['there is no fifth kind', 'bingcha', 'K5', 'basic'],
  ['nor a fourteenth trigger', 'anci', 't14', 'light'],
  ['nor Bingcha’s degrees in Anci', 'anci', 't1', 'basic'],
])('%s', ([, hall, ground, severity]) => {
  expect(assess(ladders[hall], { ground, severity, circumstances: [] })).toBe(null)
})

test.for<[why: string, decidedOn: Day, until: Day]>([
  ['F-18 the same day number, included', '2025-12-10', '2026-03-10'],
  ['the month’s end where there is none', '2025-11-30', '2026-02-28'],
  ['a leap year’s end', '2023-11-30', '2024-02-29'],
])('probation: %s', ([, decidedOn, until]) => {
  const [probation, waiting] = ['K2.serious', 'K3.serious'].map((key) =>
    rungsOf(ladders.bingcha).find((rung) => rung.key === key)!,
  )
  expect(probationUntil(probation!, decidedOn)).toBe(until)
  expect(probationUntil(waiting!, decidedOn)).toBe(null)
})

test.for<[why: string, key: string, choice: Sanction | null, refusal: string | null]>([
  ['one of the two is chosen', 'K1.serious', 'postTransfer', null],
  ['neither', 'K1.serious', null, 'choice-missing'],
  ['a third', 'K1.serious', 'dismissal', 'choice-not-offered'],
  ['nothing to choose', 'K1.basic', null, null],
  ['nothing to choose, chosen all the same', 'K1.basic', 'criticism', 'choice-not-offered'],
])('%s', ([, key, choice, refusal]) => {
  const rung = rungsOf(ladders.bingcha).find((one) => one.key === key)!
  expect(choiceRefusal(rung, choice)).toBe(refusal)
})

test.for<[why: string, hall: PolicyKey, sent: boolean, about: boolean, costs: boolean]>([
  ['F-17 a circular about the complaint', 'bingcha', true, true, true],
  ['one that only goes with the kind', 'bingcha', true, false, false],
  ['none', 'bingcha', false, true, false],
  ['no item for it', 'anci', true, true, false],
])('%s', ([, hall, sent, aboutComplaint, costs]) => {
  expect(circularCosts(policies[hall], { sent, aboutComplaint })).toBe(costs)
  const every = circularCosts({ circularCosts: 'everyCircular' }, { sent, aboutComplaint })
  expect(every).toBe(sent)
})

test.for<[why: string, hall: PolicyKey, key: string, refusal: string | null]>([
  ['the third tier goes round and to the department', 'anci', 'tier3', 'circular-missing'],
  ['the second is the hall’s own', 'anci', 'tier2', null],
  ['self-criticism goes round', 'bingcha', 'K2.basic', 'circular-missing'],
  [
    'who is returned is returned with a letter',
    'qingpu',
    'suspectedViolation.basic',
    'return-letter-missing',
  ],
  ['a rude word is not', 'qingpu', 'verifiedComplaint.basic', 'circular-missing'],
])('%s', ([, hall, key, refusal]) => {
  const rung = rungsOf(ladders[hall]).find((one) => one.key === key)!
  const none = { circularSent: false, departmentTold: false, returnLetterSent: false }
  expect(papersRefusal(rung, none)).toBe(refusal)
  const all = { circularSent: true, departmentTold: true, returnLetterSent: true }
  expect(papersRefusal(rung, all)).toBe(null)
})

test('the third tier of Anci is told to the department, besides the circular', () => {
  const rung = rungsOf(anci).find(({ key }) => key === 'tier3')!
  const untold = { circularSent: true, departmentTold: false, returnLetterSent: true }
  expect(papersRefusal(rung, untold)).toBe('department-notice-missing')
})

test.for<
  [
    why: string,
    state: CaseState,
    finding: Finding | null,
    circumstances: Circumstance[],
    refusal: string | null,
  ]
>([
  ['answered and verified', 'replied', 'substantiated', [], null],
  ['in part is enough', 'replied', 'partlySubstantiated', [], null],
  ['put away long ago', 'archived', 'substantiated', [], null],
  ['not yet answered', 'awaitingApproval', 'substantiated', [], 'act-not-in-state'],
  ['cleared', 'replied', 'unsubstantiated', [], 'nothing-verified'],
  ['cleared, and then retaliated', 'closed', 'unsubstantiated', ['retaliation'], null],
])('%s', ([, state, finding, circumstances, refusal]) => {
  expect(accountabilityRefusal({ state, finding }, circumstances)).toBe(refusal)
})

test('a deviation is explained, and so is a choice', () => {
  const [zero, one] = rungsOf(anci)
  const choice = rungsOf(ladders.bingcha).find(({ oneOf }) => oneOf.length > 0)!
  expect(owesReason(one!, one!)).toBe(false)
  expect(owesReason(one!, zero!)).toBe(true)
  expect(owesReason(one!, null)).toBe(true)
  expect(owesReason(null, null)).toBe(false)
  expect(owesReason(choice, choice)).toBe(true)
})

test('being only recorded is not being held to account', () => {
  expect(rungsOf(anci).map(isAccountable)).toEqual([false, true, true, true])
})

test('a decision keeps to its own ground', () => {
  expect(rungsFor(ladders.bingcha, 'K2').map(({ key }) => key)).toEqual(['K2.basic', 'K2.serious'])
  expect(rungsFor(anci, 't5')).toHaveLength(4)
})

const aggravating: Circumstance[] = [
  'retaliation',
  'repeated',
  'interference',
  'disobedience',
  'otherAggravating',
]
const mitigating: Circumstance[] = [
  'apologised',
  'forgiven',
  'effectsStopped',
  'lossRecovered',
  'otherMitigating',
]
const severity = fc.constantFrom<Severity>('light', 'heavier', 'serious')

test('aggravation never lowers, mitigation never raises, the tier stays on the ladder', () => {
  const some = fc.subarray<Circumstance>([...CIRCUMSTANCES])
  fc.assert(
    fc.property(severity, some, some, (grave, circumstances, more) => {
      const tier = (added: readonly Circumstance[]) =>
        judged(grave, ...circumstances, ...added).rung.tier!
      const before = tier([])
      expect(tier(more.filter((one) => aggravating.includes(one)))).toBeGreaterThanOrEqual(before)
      const milder = tier(more.filter((one) => mitigating.includes(one)))
      expect(milder).toBeLessThanOrEqual(before)
      expect([0, 1, 2, 3]).toContain(before)
    }),
  )
})

test('the sanctions are those of the tier, from the second up awards are barred, the third is told', () => {
  const some = fc.subarray<Circumstance>([...CIRCUMSTANCES])
  const of: Sanction[][] = [
    [],
    ['admonition'],
    ['lossOfEligibility'],
    ['circularCriticism', 'postTransfer'],
  ]
  fc.assert(
    fc.property(severity, some, (grave, circumstances) => {
      const { rung } = judged(grave, ...circumstances)
      const { tier, bars } = rung
      expect(sanctionsOf(rung, null)).toEqual(of[tier!])
      const barring = policies.anci.vetoes.filter(({ cause }) => cause === bars)
      expect(barring.length > 0).toBe(tier! >= 2)
      expect(barring.every(({ lasts }) => lasts === 'yearEnd')).toBe(true)
      expect(rung.departmentNotice).toBe(tier === 3)
    }),
  )
})

test('whatever bars from awards on a ladder is a cause of the hall’s policy', () => {
  for (const policy of Object.values(policies)) {
    const causes = rungsOf(ladders[policy.ladder]).flatMap(({ bars }) =>
      bars === null ? [] : [bars],
    )
    const known = policy.vetoes.map(({ cause }) => cause)
    expect(causes.filter((cause) => !known.includes(cause))).toEqual([])
  }
})

test('a verified complaint in Qingpu takes exactly three awards', () => {
  expect(vetoesOfVerified(policies.qingpu.vetoes)).toEqual([
    'quarterStar',
    'yearStar',
    'excellentWindow',
  ])
})

test('a year is twelve months, and a day that is not there is the month’s last', () => {
  const day = fc
    .tuple(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
    .filter(isDay)
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 36 }), (from, months) => {
      const later = sameDayMonthsLater(from, months)
      expect(isDay(later)).toBe(true)
      expect(later >= from).toBe(true)
      expect(later.slice(-2) <= from.slice(-2)).toBe(true)
      expect(sameDayYearsLater(from, 1)).toBe(sameDayMonthsLater(from, 12))
    }),
  )
})
