import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, Month } from '../../api/rules/day.ts'
import {
  award,
  type AwardPlace,
  type AwardTerms,
  type AwardVeto,
  lastAwardOf,
  vetoesInForce,
} from '../../api/rules/star-award.ts'
import { type Contender, rank, satisfactionOf, type TieStep } from '../../api/rules/tie-chain.ts'

const contender = (id: string, what: Partial<Contender> = {}): Contender => ({
  id,
  score: 100,
  verifiedComplaints: 0,
  deductionPoints: 0,
  satisfaction: { rate: null, reachedStandard: false },
  attendanceFindings: 0,
  lastAwarded: null,
  attendedDays: 20,
  ...what,
})

const terms = (what: Partial<AwardTerms> = {}): AwardTerms => ({
  places: 1,
  fewestAttendedDays: 5,
  vetoes: [],
  held: [],
  on: '2026-06-08',
  ...what,
})

const shown = (places: readonly AwardPlace[]): string[] =>
  places.map((place) =>
    place.state === 'undecided'
      ? `? ${place.candidates.toSorted().join(' ')}`
      : place.state === 'unused'
        ? '-'
        : place.state === 'held'
          ? `(${place.id})`
          : place.id,
  )

const reached = (rate: number) => ({ rate, reachedStandard: true })
const below = (rate: number | null) => ({ rate, reachedStandard: false })

describe('what decides between two equal scores', () => {
  test.for<
    [why: string, X: Partial<Contender>, Y: Partial<Contender>, first: string, by: TieStep | null]
  >([
    [
      'the higher score, before anything else',
      { score: 99.99, lastAwarded: null },
      { score: 100, verifiedComplaints: 3, deductionPoints: 9 },
      'Y',
      'score',
    ],
    [
      'fewer verified complaints',
      { score: 105, verifiedComplaints: 1, deductionPoints: 5 },
      { score: 105 },
      'Y',
      'verifiedComplaints',
    ],
    [
      'complaints before deductions',
      { verifiedComplaints: 1, deductionPoints: 5 },
      { deductionPoints: 6 },
      'Y',
      'verifiedComplaints',
    ],
    [
      'fewer deduction points, whatever the bonus',
      {},
      { deductionPoints: 4 },
      'X',
      'deductionPoints',
    ],
    [
      'deductions before satisfaction',
      { deductionPoints: 1, satisfaction: reached(100) },
      { satisfaction: below(10) },
      'Y',
      'deductionPoints',
    ],
    [
      'the higher satisfaction where both reached the standard',
      { satisfaction: reached(98) },
      { satisfaction: reached(95) },
      'X',
      'satisfaction',
    ],
    [
      'who reached the standard, whatever the rates',
      { satisfaction: below(100) },
      { satisfaction: reached(96) },
      'Y',
      'satisfaction',
    ],
    [
      'rates below the standard do not count',
      { satisfaction: below(100), attendanceFindings: 1 },
      { satisfaction: below(50) },
      'Y',
      'attendance',
    ],
    [
      'satisfaction before attendance',
      { satisfaction: reached(95) },
      { satisfaction: reached(98), attendanceFindings: 3 },
      'Y',
      'satisfaction',
    ],
    [
      'fewer attendance findings',
      { attendanceFindings: 2 },
      { attendanceFindings: 1 },
      'Y',
      'attendance',
    ],
    [
      'the higher attendance rate where both have one',
      { attendanceRate: 97.73, attendanceFindings: 0 },
      { attendanceRate: 98.48, attendanceFindings: 9 },
      'Y',
      'attendance',
    ],
    [
      'a rate of one alone is not compared',
      { attendanceRate: 97.73, attendanceFindings: 0 },
      { attendanceFindings: 1 },
      'X',
      'attendance',
    ],
    [
      'attendance before the last award',
      { attendanceFindings: 1, lastAwarded: null },
      { lastAwarded: '2026-04' },
      'Y',
      'attendance',
    ],
    [
      'the longer time since the last award',
      { lastAwarded: '2026-04' },
      { lastAwarded: '2026-01' },
      'Y',
      'lastAwarded',
    ],
    [
      'never is the longest time',
      { lastAwarded: '2020-01' },
      { lastAwarded: null },
      'Y',
      'lastAwarded',
    ],
    ['nothing: neither the name nor the order given', {}, {}, '?', null],
  ])('%s', ([, X, Y, first, by]) => {
    const pair = [contender('X', X), contender('Y', Y)]
    for (const listed of [pair, pair.toReversed()]) {
      const ranking = rank(listed)
      expect(ranking[1]?.why?.decidedBy).toBe(by)
      expect(ranking[0]?.tiedWith.length ? '?' : ranking[0]?.id).toBe(first)
      expect(shown(award(listed, terms()).places)).toEqual([first === '?' ? '? X Y' : first])
    }
  })

  test('three at the end of the chain: never beats four months ago beats last month', () => {
    const three = [
      contender('P', { lastAwarded: '2026-05' }),
      contender('R', { lastAwarded: '2026-02' }),
      contender('T'),
    ]
    expect(rank(three).map(({ id }) => id)).toEqual(['T', 'R', 'P'])
  })

  test('the explanation holds every step taken, and stops where it was decided', () => {
    const [, second] = rank([
      contender('X', { score: 105, verifiedComplaints: 1, deductionPoints: 5 }),
      contender('Y', { score: 105 }),
    ])
    expect(second).toEqual({
      id: 'X',
      place: 2,
      tiedWith: [],
      why: {
        ahead: 'Y',
        behind: 'X',
        steps: [
          { step: 'score', ahead: 105, behind: 105, equal: true },
          { step: 'verifiedComplaints', ahead: 0, behind: 1, equal: false },
        ],
        decidedBy: 'verifiedComplaints',
      },
    })
  })

  test('equals share a place and the next one follows after them', () => {
    const four = [
      contender('a', { score: 99 }),
      contender('b'),
      contender('c'),
      contender('d', { score: 98 }),
    ]
    expect(rank(four).map(({ id, place, tiedWith }) => [id, place, tiedWith])).toEqual([
      ['b', 1, ['c']],
      ['c', 1, ['b']],
      ['a', 3, []],
      ['d', 4, []],
    ])
  })

  test.for<[why: string, order: string[], places: string[]]>([
    ['the deciding body names the first of the equal', ['Y', 'X'], ['Y']],
    ['naming one is enough', ['Y'], ['Y']],
    ['it cannot lift somebody the chain has put behind', ['Z'], ['? X Y']],
  ])('%s', ([, order, places]) => {
    const decision = { order, reason: '本月主动延时服务', decidedOn: '2026-06-10' as Day }
    const all = [contender('X'), contender('Y'), contender('Z', { score: 99 })]
    const result = award(all, terms({ decision }))
    expect(shown(result.places)).toEqual(places)
    expect(result.decision).toEqual(decision)
  })

  test.for<
    [why: string, satisfied: number, valid: number, standard: number | null, expected: object]
  >([
    ['three ratings of twenty-four needed', 3, 3, 24, { rate: 100, reachedStandard: false }],
    ['exactly the standard', 23, 24, 24, { rate: 95.83, reachedStandard: true }],
    ['no rating, though none is needed', 0, 0, 0, { rate: null, reachedStandard: false }],
    ['a standard nobody knows', 30, 30, null, { rate: 100, reachedStandard: false }],
  ])('the standard of ratings: %s', ([, satisfied, valid, standard, expected]) => {
    expect(satisfactionOf({ satisfied, valid, standard })).toEqual(expected)
  })
})

describe('who gets the places', () => {
  const scores = (list: Record<string, number>) =>
    Object.entries(list).map(([id, score]) => contender(id, { score }))

  test.for<[why: string, contenders: Contender[], terms: Partial<AwardTerms>, places: string[]]>([
    ['the highest of three', scores({ a: 107, b: 105, c: 100 }), {}, ['a']],
    [
      'two equal on the last of five places are undecided',
      scores({ a: 101, b: 99.2, c: 98, d: 97.5, e: 96, f: 96, g: 90 }),
      { places: 5 },
      ['a', 'b', 'c', 'd', '? e f'],
    ],
    [
      'of the two the one without a complaint',
      [
        ...scores({ a: 101, b: 99.2, c: 98, d: 97.5, f: 96, g: 90 }),
        contender('e', { score: 96, verifiedComplaints: 1, deductionPoints: 3 }),
      ],
      { places: 5 },
      ['a', 'b', 'c', 'd', 'f'],
    ],
    [
      'four windows leave one flag unused',
      scores({ a: 99, b: 98, c: 97, d: 96 }),
      { places: 5 },
      ['a', 'b', 'c', 'd', '-'],
    ],
    [
      'a barred second lets the sixth move up',
      scores({ a: 101, b: 99, c: 98, d: 97, e: 96, f: 95 }),
      { places: 5, vetoes: [{ id: 'b', reason: 'complaintCircular', until: null }] },
      ['a', 'c', 'd', 'e', 'f'],
    ],
    [
      'bonuses rank as they are',
      scores({ B: 105, A: 110 }),
      { places: 5 },
      ['A', 'B', '-', '-', '-'],
    ],
    [
      'equals inside the places all get one',
      scores({ a: 100, b: 100, c: 99 }),
      { places: 3 },
      ['a', 'b', 'c'],
    ],
    [
      'three equal for the last two places: both are undecided',
      scores({ a: 101, b: 100, c: 100, d: 100 }),
      { places: 3 },
      ['a', '? b c d', '? b c d'],
    ],
    [
      'four attended days are too few',
      [contender('a', { score: 110, attendedDays: 4 }), contender('b', { attendedDays: 5 })],
      {},
      ['b'],
    ],
    ['without a score there is no place', [contender('a', { score: null })], {}, ['-']],
    ['nobody at all', [], {}, ['-']],
    [
      'a place is kept for somebody under an open complaint',
      scores({ a: 107, b: 105 }),
      { held: [{ id: 'a', heldUntil: '2026-06-23' }] },
      ['(a)'],
    ],
    [
      'the next places are given meanwhile',
      scores({ a: 107, b: 105, c: 104 }),
      { places: 2, held: [{ id: 'a', heldUntil: '2026-06-23' }] },
      ['(a)', 'b'],
    ],
    [
      'found to be true: the next in rank moves up',
      scores({ a: 107, b: 105 }),
      { vetoes: [{ id: 'a', reason: 'complaintVerifiedWhileHeld', until: null }] },
      ['b'],
    ],
    [
      'on the last day the place is still kept',
      scores({ a: 107, b: 105 }),
      { held: [{ id: 'a', heldUntil: '2026-06-08' }] },
      ['(a)'],
    ],
    [
      'the day after it is given',
      scores({ a: 107, b: 105 }),
      { held: [{ id: 'a', heldUntil: '2026-06-07' }] },
      ['a'],
    ],
    [
      'of two complaints the later one counts',
      scores({ a: 107, b: 105 }),
      {
        held: [
          { id: 'a', heldUntil: '2026-06-07' },
          { id: 'a', heldUntil: '2026-06-12' },
        ],
      },
      ['(a)'],
    ],
    [
      'a complaint against somebody without a place holds nothing',
      scores({ a: 107, b: 105 }),
      { held: [{ id: 'b', heldUntil: '2026-06-23' }] },
      ['a'],
    ],
  ])('%s', ([, contenders, what, places]) => {
    expect(shown(award(contenders, terms(what)).places)).toEqual(places)
  })

  test('the worksheet says who is out and why, and survives being stored', () => {
    const result = award(
      [
        contender('a', { attendedDays: 4 }),
        contender('b', { score: null, attendedDays: null }),
        contender('c'),
        contender('d'),
        contender('e', { score: 90 }),
      ],
      terms({
        places: 2,
        vetoes: [{ id: 'c', reason: 'lossOfEligibility', until: '2026-12-31' }],
        held: [{ id: 'd', heldUntil: '2026-06-01' }],
      }),
    )
    expect(result.ineligible).toEqual([
      { id: 'a', reason: 'too-few-days', veto: null, until: null },
      { id: 'b', reason: 'no-score', veto: null, until: null },
      { id: 'c', reason: 'vetoed', veto: 'lossOfEligibility', until: '2026-12-31' },
    ])
    expect(result.holds).toEqual([{ id: 'd', heldUntil: '2026-06-01', isOver: true }])
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})

describe('vetoes and earlier awards', () => {
  const veto: AwardVeto = {
    id: 's1',
    reason: 'lossOfEligibility',
    bars: ['modelPerson'],
    from: '2026-03-10',
    until: '2026-12-31',
  }
  test.for<[why: string, month: Month, rankedOn: Day, bars: boolean]>([
    ['decided in March, ranked for March', '2026-03', '2026-04-09', true],
    ['decided in March, ranked for May', '2026-05', '2026-06-05', true],
    ['decided after the month, before the ranking', '2026-02', '2026-03-12', true],
    ['decided on the day of the ranking', '2026-02', '2026-03-10', true],
    ['decided after the ranking', '2026-02', '2026-03-09', false],
    ['December, ranked in the new year', '2026-12', '2027-01-08', true],
    ['January of the new year', '2027-01', '2027-02-05', false],
  ])('%s', ([, month, rankedOn, bars]) => {
    expect(vetoesInForce([veto], { kind: 'modelPerson', month, rankedOn })).toEqual(
      bars ? [veto] : [],
    )
    expect(vetoesInForce([veto], { kind: 'modelWindow', month, rankedOn })).toEqual([])
  })

  test.for<[why: string, on: Day, bars: boolean]>([
    ['on the last day of the month', '2026-05-31', true],
    ['on its first day', '2026-05-01', true],
    ['on the day before', '2026-04-30', false],
    ['between month and ranking', '2026-06-01', false],
  ])('a bar of one day %s', ([, on, bars]) => {
    const short = { ...veto, from: on, until: on }
    const of = { kind: 'modelPerson', month: '2026-05', rankedOn: '2026-06-05' } as const
    expect(vetoesInForce([short], of)).toEqual(bars ? [short] : [])
  })

  test('the last award is the latest of its kind before the month', () => {
    const past = [
      { kind: 'modelPerson', id: 's1', period: '2026-02' },
      { kind: 'modelPerson', id: 's1', period: '2025-11' },
      { kind: 'modelPerson', id: 's1', period: '2026-05' },
      { kind: 'modelWindow', id: 's1', period: '2026-04' },
      { kind: 'modelPerson', id: 's2', period: '2026-04' },
    ] as const
    const of = (id: string) => lastAwardOf(past, { kind: 'modelPerson', id, before: '2026-05' })
    expect(of('s1')).toBe('2026-02')
    expect(of('s3')).toBeNull()
  })
})

describe('for every field of contenders', () => {
  const someContenders = fc
    .array(
      fc.record({
        score: fc.constantFrom(100, 99.5, 98),
        verifiedComplaints: fc.integer({ min: 0, max: 1 }),
        deductionPoints: fc.integer({ min: 0, max: 1 }),
        satisfaction: fc.constantFrom(reached(98), reached(95), below(100), below(null)),
        attendanceFindings: fc.integer({ min: 0, max: 1 }),
        lastAwarded: fc.constantFrom<Month | null>(null, '2026-01', '2026-02'),
        attendedDays: fc.constantFrom(4, 5, 20),
      }),
      { maxLength: 8 },
    )
    .map((fields) => fields.map((field, index) => contender(`c${index}`, field)))
  const options = { seed: 20260302, numRuns: 300 }

  test('neither the order given nor the ids change the result', () => {
    fc.assert(
      fc.property(someContenders, fc.integer({ min: 1, max: 5 }), (contenders, places) => {
        const renamed = (id: string) => `z${9 - Number(id.slice(1))}`
        const one = award(contenders, terms({ places }))
        const other = award(
          contenders.map((each) => ({ ...each, id: renamed(each.id) })).toReversed(),
          terms({ places }),
        )
        const placesOf = (result: typeof one, name: (id: string) => string) =>
          Object.fromEntries(result.ranking.map(({ id, place }) => [name(id), place]))
        expect(placesOf(other, (id) => id)).toEqual(placesOf(one, renamed))
        expect(other.places.map(({ state }) => state)).toEqual(one.places.map(({ state }) => state))
      }),
      options,
    )
  })

  test('never more awards than places, none to the ineligible, and every gap is justified', () => {
    fc.assert(
      fc.property(someContenders, fc.integer({ min: 1, max: 5 }), (contenders, places) => {
        const result = award(contenders, terms({ places }))
        const eligible = contenders.filter(({ attendedDays }) => (attendedDays ?? 0) >= 5)
        const given = result.places.flatMap((place) =>
          place.state === 'awarded' ? [place.id] : [],
        )
        expect(result.places).toHaveLength(places)
        expect(new Set(given).size).toBe(given.length)
        expect(given.every((id) => eligible.some((each) => each.id === id))).toBe(true)
        expect(result.places.filter(({ state }) => state === 'unused')).toHaveLength(
          Math.max(0, places - eligible.length),
        )
        for (const place of result.places)
          if (place.state === 'undecided') {
            const [first, ...others] = result.ranking.filter(({ id }) =>
              place.candidates.includes(id),
            )
            expect(others.map(({ id }) => id).toSorted()).toEqual(first?.tiedWith.toSorted())
            expect(place.candidates.length).toBeGreaterThan(1)
          }
      }),
      options,
    )
  })
})
