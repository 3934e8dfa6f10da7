import { describe, expect, test } from 'vitest'
import { anci } from '../../api/policies/anci.ts'
import { anci41 } from '../../api/policies/sheets/anci-4-1.ts'
import {
  type AnciMonth,
  type AnciStaff,
  anciStars,
  type VerifiedComplaint,
} from '../../api/rules/anci-stars.ts'
import type { ScoreEntry } from '../../api/rules/score-entry.ts'
import { itemOf, pointsOf } from '../../api/rules/scorecard.ts'
import type { AwardPlace } from '../../api/rules/star-award.ts'

const ratings = { satisfied: 0, valid: 0, standard: null }

const person = (id: string, what: Partial<AnciStaff> = {}): AnciStaff => ({
  id,
  number: id,
  departmentId: 'tax',
  attendedDays: 20,
  ratings,
  ...what,
})

/** `s1 A01 x2` is an entry of two on the sheet of s1. */
const entriesOf = (short: readonly string[], what: Partial<ScoreEntry> = {}): ScoreEntry[] =>
  short.map((text, index) => {
    const [staffId = '', code = '', times = 'x1'] = text.split(' ')
    const quantity = Number(times.slice(1))
    return {
      id: `e${index}`,
      item: code,
      points: pointsOf(itemOf(anci41, code)!, quantity),
      quantity,
      windowId: 'w1',
      staffId,
      occurredOn: '2026-05-12',
      decidedOn: '2026-05-12',
      period: '2026-05',
      source: 'patrol',
      state: 'confirmed',
      reverses: null,
      ...what,
    }
  })

const verified = (...staffIds: string[]): VerifiedComplaint => ({
  staffIds,
  departmentIds: ['tax'],
  decidedOn: '2026-05-20',
})

const may = (what: Partial<AnciMonth> = {}): AnciMonth => ({
  month: '2026-05',
  rankedOn: '2026-06-09',
  workedOutOn: '2026-06-09',
  staff: [person('s1'), person('s2'), person('s3')],
  departments: [{ id: 'tax', ratings }],
  entries: [],
  verifiedComplaints: [],
  complaintsAtRanking: [],
  vetoes: [],
  pastAwards: [],
  ...what,
})

const first = (places: readonly AwardPlace[]): string => {
  const [place] = places
  if (place?.state === 'undecided') return `? ${place.candidates.toSorted().join(' ')}`
  if (place?.state === 'held') return `(${place.id})`
  return place?.state === 'awarded' ? place.id : '-'
}

const tier2 = {
  id: 's1',
  reason: 'lossOfEligibility',
  bars: ['modelPerson'],
  from: '2026-03-10',
  until: '2026-12-31',
} as const

const others = entriesOf(['s2 A01', 's3 A01 x2'])
const heldComplaint = { departmentIds: [], heldUntil: '2026-06-23' } as const

describe('the model person', () => {
  test.for<[why: string, month: Partial<AnciMonth>, winner: string]>([
    ['107 before 105 before 100', { entries: entriesOf(['s1 AB5 x7', 's2 AB4', 's2 AB3']) }, 's1'],
    [
      'two at 105: who has no verified complaint',
      {
        entries: entriesOf(['s1 A17', 's1 AB5 x10', 's2 AB5 x5', 's3 A01']),
        verifiedComplaints: [verified('s1')],
      },
      's2',
    ],
    [
      'two at 100: who has no deductions to make up for',
      { entries: entriesOf(['s1 A01 x4', 's1 AB1 x2', 's3 A01']) },
      's2',
    ],
    [
      'two clean: the higher satisfaction',
      {
        entries: entriesOf(['s3 A01']),
        staff: [
          person('s1', { ratings: { satisfied: 95, valid: 100, standard: 60 } }),
          person('s2', { ratings: { satisfied: 98, valid: 100, standard: 60 } }),
          person('s3'),
        ],
      },
      's2',
    ],
    [
      'two clean: three ratings of twenty-four needed do not beat thirty',
      {
        entries: entriesOf(['s3 A01']),
        staff: [
          person('s1', { ratings: { satisfied: 3, valid: 3, standard: 24 } }),
          person('s2', { ratings: { satisfied: 29, valid: 30, standard: 24 } }),
          person('s3'),
        ],
      },
      's2',
    ],
    [
      'equal points, but one lost them by coming late',
      { entries: entriesOf(['s1 A01 x2', 's2 A13', 's3 A05']) },
      's2',
    ],
    [
      'all equal: never awarded before four months ago before last month',
      {
        pastAwards: [
          { kind: 'modelPerson', id: 's1', period: '2026-04' },
          { kind: 'modelPerson', id: 's2', period: '2026-01' },
        ],
      },
      's3',
    ],
    [
      'the award of this very month does not count against the winner',
      {
        pastAwards: [
          { kind: 'modelPerson', id: 's1', period: '2026-05' },
          { kind: 'modelPerson', id: 's2', period: '2026-01' },
          { kind: 'modelPerson', id: 's3', period: '2026-01' },
        ],
      },
      's1',
    ],
    ['equal to the end: undecided', {}, '? s1 s2 s3'],
    [
      'then the assessment group decides, with its reason',
      {
        decisions: {
          modelPerson: { order: ['s2'], reason: '抗洪期间坚守岗位', decidedOn: '2026-06-10' },
        },
      },
      's2',
    ],
    ['the second tier in March bars in May', { entries: others, vetoes: [tier2] }, 's2'],
    [
      'four attended days are not enough for the best score',
      {
        entries: entriesOf(['s1 AB4', 's3 A01']),
        staff: [person('s1', { attendedDays: 4 }), person('s2'), person('s3')],
      },
      's2',
    ],
    [
      'a place is kept while a complaint is open',
      {
        entries: others,
        complaintsAtRanking: [{ ...heldComplaint, staffIds: ['s1'], outcome: 'open' }],
      },
      '(s1)',
    ],
    [
      'and given when the days are over',
      {
        entries: others,
        complaintsAtRanking: [{ ...heldComplaint, staffIds: ['s1'], outcome: 'open' }],
        workedOutOn: '2026-06-24',
      },
      's1',
    ],
    [
      'found to be true meanwhile: the next moves up',
      {
        entries: others,
        complaintsAtRanking: [{ ...heldComplaint, staffIds: ['s1'], outcome: 'verified' }],
        workedOutOn: '2026-06-18',
      },
      's2',
    ],
    [
      'a bar decided after the ranking does not reach back',
      {
        entries: others,
        vetoes: [{ ...tier2, from: '2026-06-15' }],
        workedOutOn: '2026-06-18',
      },
      's1',
    ],
    [
      'points of another month do not count',
      { entries: [...entriesOf(['s1 A05'], { period: '2026-04' }), ...others] },
      's1',
    ],
    [
      'points nobody confirmed do not count',
      { entries: [...entriesOf(['s1 A05'], { state: 'proposed' }), ...others] },
      's1',
    ],
    [
      'a complaint found true in another month does not break the tie',
      {
        entries: entriesOf(['s3 A01']),
        verifiedComplaints: [{ ...verified('s1'), decidedOn: '2026-06-02' }],
        pastAwards: [{ kind: 'modelPerson', id: 's2', period: '2026-01' }],
      },
      's1',
    ],
  ])('%s', ([, month, winner]) => {
    expect(first(anciStars(may(month), anci, anci41).modelPerson.places)).toBe(winner)
  })
})

describe('the model window', () => {
  const crew = (departmentId: string, size: number, prefix: string) =>
    Array.from({ length: size }, (_, index) => person(`${prefix}${index}`, { departmentId }))
  const departments = [
    { id: 'tax', ratings },
    { id: 'land', ratings },
  ]

  test.for<[why: string, month: Partial<AnciMonth>, winner: string]>([
    [
      'two means of 98.33: the one without a verified complaint',
      {
        staff: [...crew('tax', 3, 't'), ...crew('land', 9, 'l')],
        departments,
        entries: entriesOf(['t0 A05', 'l0 A17', 'l1 A05', 'l2 A05']),
        verifiedComplaints: [
          { staffIds: ['l0'], departmentIds: ['land'], decidedOn: '2026-05-20' },
        ],
      },
      'tax',
    ],
    [
      'equal means do not punish the larger crew for more points in all',
      {
        staff: [...crew('tax', 3, 't'), ...crew('land', 9, 'l')],
        departments,
        entries: entriesOf(['t0 A05', 'l0 A05', 'l1 A05', 'l2 A05']),
        pastAwards: [{ kind: 'modelWindow', id: 'tax', period: '2026-03' }],
      },
      'land',
    ],
    [
      'a window whose only member worked four days is not ranked',
      {
        staff: [person('t0', { attendedDays: 4 }), person('l0', { departmentId: 'land' })],
        departments,
        entries: entriesOf(['l0 A05']),
      },
      'land',
    ],
    ['no window with staff, no award', { staff: [] }, '-'],
    [
      'the person may be barred and the window still win',
      { vetoes: [tier2], staff: [person('s1')] },
      'tax',
    ],
    [
      'a complaint open against the window keeps its place',
      {
        complaintsAtRanking: [
          { staffIds: [], departmentIds: ['tax'], outcome: 'open', heldUntil: '2026-06-23' },
        ],
      },
      '(tax)',
    ],
  ])('%s', ([, month, winner]) => {
    expect(first(anciStars(may(month), anci, anci41).modelWindow.places)).toBe(winner)
  })

  test('the mean of 96, 92 and 107 is shown with its members', () => {
    const stars = anciStars(
      may({
        staff: [...crew('tax', 3, 's'), person('s9', { attendedDays: 2 })],
        entries: entriesOf(['s0 A01 x2', 's0 A02', 's1 A03', 's1 A04', 's2 AB5 x7', 's9 A05']),
      }),
      anci,
      anci41,
    )
    expect(stars.windows[0]).toEqual({
      departmentId: 'tax',
      result: {
        members: [
          { id: 's0', score: 96, attendedDays: 20, counts: true },
          { id: 's1', score: 92, attendedDays: 20, counts: true },
          { id: 's2', score: 107, attendedDays: 20, counts: true },
          { id: 's9', score: 95, attendedDays: 2, counts: false },
        ],
        sum: 295,
        count: 3,
        score: 98.33,
      },
      verifiedComplaints: 0,
      deductionPoints: 4,
      attendanceFindings: 5,
      attendedDays: 60,
      attendanceRate: 91.67,
      ratings,
    })
  })
})

describe('the worksheet', () => {
  const stars = anciStars(
    may({
      entries: [
        ...entriesOf(['s1 A01 x2', 's1 AB1']),
        { ...entriesOf(['s1 A05'])[0]!, id: 'wait', state: 'proposed' },
        { ...entriesOf(['s1 A05'])[0]!, id: 'no', state: 'rejected' },
        { ...entriesOf(['s1 A18'])[0]!, id: 'hall', staffId: null },
        { ...entriesOf(['s1 A18'])[0]!, id: 'april', period: '2026-04' },
      ],
      verifiedComplaints: [verified('s2')],
    }),
    anci,
    anci41,
  )

  test('every person is there with every line', () => {
    expect(stars.persons.map(({ number, card }) => [number, card.score])).toEqual([
      ['s1', 100],
      ['s2', 100],
      ['s3', 100],
    ])
    expect(stars.persons[0]?.card).toMatchObject({ base: 100, deductions: 2, bonuses: 2 })
    expect(stars.persons[0]?.card.lines.map(({ item, points }) => [item, points])).toEqual([
      ['A01', -2],
      ['AB1', 2],
    ])
    expect(stars.persons[0]?.attendanceFindings).toBe(2)
    expect(stars.persons[1]?.verifiedComplaints).toBe(1)
  })

  test('what does not count is named', () => {
    expect(stars.unconfirmed).toEqual(['wait'])
    expect(stars.unattributed).toEqual([{ entry: 'hall', item: 'A18', points: -5 }])
  })

  test('it is plain data and says nothing of days on which something occurred', () => {
    expect(JSON.parse(JSON.stringify(stars))).toEqual(stars)
    expect(JSON.stringify(stars)).not.toContain('2026-05-12')
  })

  test('the order in which staff, entries and departments are read changes nothing', () => {
    const entries = entriesOf(['s1 A01 x2', 's2 A13', 's3 A05', 's1 AB1'])
    const staff = may().staff
    const one = anciStars(may({ entries }), anci, anci41)
    const other = anciStars(
      may({ entries: entries.toReversed(), staff: staff.toReversed() }),
      anci,
      anci41,
    )
    expect(other.modelPerson).toEqual(one.modelPerson)
    expect(other.windows).toEqual(one.windows)
  })

  test('a reversal in the month gives the award back', () => {
    const [wrong] = entriesOf(['s1 A17'])
    const back = { ...wrong!, id: 'back', points: 5, reverses: wrong!.id }
    const winner = (entries: ScoreEntry[]) =>
      first(anciStars(may({ entries: [...entries, ...others] }), anci, anci41).modelPerson.places)
    expect(winner([{ ...wrong!, id: 'wrong' }])).toBe('s2')
    expect(
      winner([
        { ...wrong!, id: 'wrong' },
        { ...back, reverses: 'wrong' },
      ]),
    ).toBe('s1')
  })
})
