import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { policies } from '../../api/policies/index.ts'
import {
  barsIn,
  barsOfComplaint,
  type BarringComplaint,
  effectOfBar,
  lowestWindows,
} from '../../api/rules/award-bars.ts'
import { type BingchaYear, postStars } from '../../api/rules/bingcha-year.ts'
import type { Day } from '../../api/rules/day.ts'
import {
  nominationRefusal,
  type NominationRefusal,
  nominationsAllowed,
  nominationsUntil,
} from '../../api/rules/nominations.ts'
import {
  excellentWindows,
  type Nominee,
  quarterStars,
  type StarYear,
  yearStars,
} from '../../api/rules/qingpu-stars.ts'
import type { Quarter } from '../../api/rules/quarter.ts'
import { award, type AwardPlace, type AwardTerms } from '../../api/rules/star-award.ts'
import type { Contender } from '../../api/rules/tie-chain.ts'
import { windowScore } from '../../api/rules/window-score.ts'

const { anci, bingcha, qingpu } = policies
const rule = qingpu.awards.find(({ kind }) => kind === 'quarterStar')!.nomination!

const contender = (id: string, what: Partial<Contender> = {}): Contender => ({
  id,
  score: 100,
  verifiedComplaints: 0,
  deductionPoints: 0,
  satisfaction: { rate: null, reachedStandard: false },
  attendanceFindings: 0,
  lastAwarded: null,
  attendedDays: 200,
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

const given = (places: readonly AwardPlace[]) => shown(places).filter((place) => place !== '-')
const reached = (rate: number) => ({ rate, reachedStandard: true })

describe('Anci, one person and one window a month', () => {
  test.for<
    [why: string, contenders: Contender[], terms: Partial<AwardTerms>, first: string | string[]]
  >([
    [
      'E-01: 107 before 105 before 100',
      [
        contender('a', { score: 105 }),
        contender('b', { score: 107 }),
        contender('c', { score: 100 }),
      ],
      {},
      'b',
    ],
    [
      'E-02: two at 105, one of them with a verified complaint',
      [
        contender('X', { score: 105, verifiedComplaints: 1, deductionPoints: 5 }),
        contender('Y', { score: 105 }),
      ],
      {},
      'Y',
    ],
    [
      'E-03: two at 100, one by a bonus against its deductions',
      [contender('Y', { deductionPoints: 4 }), contender('X')],
      {},
      'X',
    ],
    [
      'E-04: two clean at 100, 98 % against 95 %',
      [
        contender('a', { satisfaction: reached(95) }),
        contender('b', { satisfaction: reached(98) }),
      ],
      {},
      'b',
    ],
    [
      'E-05: 100 % below the standard stands after 96 % that reached it',
      [
        contender('P', { satisfaction: { rate: 100, reachedStandard: false } }),
        contender('R', { satisfaction: reached(96) }),
      ],
      {},
      'R',
    ],
    [
      'E-06: whoever never won comes first',
      [
        contender('P', { lastAwarded: '2026-04' }),
        contender('R', { lastAwarded: '2026-01' }),
        contender('T'),
      ],
      {},
      'T',
    ],
    ['E-07: equal to the end: the group decides', [contender('a'), contender('b')], {}, '? a b'],
    [
      'E-08: out until 31 December, the second wins',
      [contender('a', { score: 107 }), contender('b', { score: 103 })],
      { vetoes: [{ id: 'a', reason: 'lossOfEligibility', until: '2026-12-31' }] },
      'b',
    ],
    [
      'E-09: equal means, one with a verified complaint, whatever their size',
      [
        contender('land', { score: 98.33, verifiedComplaints: 1 }),
        contender('tax', { score: 98.33 }),
      ],
      {},
      'tax',
    ],
  ])('%s', ([, contenders, what, first]) => {
    const { places } = award(contenders, {
      places: anci.awards[0]!.places,
      fewestAttendedDays: anci.minimumAttendedDays.month,
      vetoes: [],
      held: [],
      on: '2026-06-08',
      ...what,
    })
    expect(shown(places)).toEqual([first].flat())
  })

  test('E-10: a window whose only member worked four days has nobody to be ranked by', () => {
    const { score } = windowScore([{ id: 'a', score: 110, attendedDays: 4 }], {
      fewestAttendedDays: anci.minimumAttendedDays.month,
    })
    expect(score).toBeNull()
  })
})

describe('Bingcha, five flags a month', () => {
  const flags = (contenders: Contender[], vetoes: AwardTerms['vetoes'] = []) =>
    shown(
      award(contenders, {
        places: bingcha.awards.find(({ kind }) => kind === 'redFlagWindow')!.places,
        fewestAttendedDays: 0,
        vetoes,
        held: [],
        on: '2026-06-08',
      }).places,
    )
  const totals = (scores: Record<string, number>, what: Record<string, Partial<Contender>> = {}) =>
    Object.entries(scores).map(([id, score]) => contender(id, { score, ...what[id] }))
  const seven = { a: 101, b: 99.2, c: 98, d: 97.5, e: 96, f: 96, g: 90 }

  test('E-11: four are sure, the two equal ones wait for the chain', () => {
    expect(flags(totals(seven))).toEqual(['a', 'b', 'c', 'd', '? e f'])
  })
  test('E-12: the one without a complaint gets the fifth', () => {
    const what = { e: { verifiedComplaints: 1, deductionPoints: 3 } }
    expect(flags(totals(seven, what))).toEqual(['a', 'b', 'c', 'd', 'f'])
  })
  test('E-13: four windows, four flags, one unused', () => {
    expect(flags(totals({ a: 101, b: 99.2, c: 98, d: 97.5 }))).toEqual(['a', 'b', 'c', 'd', '-'])
  })
  test('E-14: a circular withholds the flag, the sixth moves up', () => {
    const six = totals({ a: 101, b: 99, c: 98, d: 97, e: 96, f: 95 })
    const vetoes = [{ id: 'b', reason: 'complaintCircular', until: null }]
    expect(flags(six, vetoes)).toEqual(['a', 'c', 'd', 'e', 'f'])
  })
  test('E-17: bonuses rank like other points', () => {
    expect(flags(totals({ b: 105, a: 110 })).slice(0, 2)).toEqual(['a', 'b'])
  })
  test('E-18: the total of a window that sent no marks counts', () => {
    expect(flags(totals({ silent: 98, other: 97 }))[0]).toBe('silent')
  })
})

describe('Bingcha, five post stars a year', () => {
  const post = (
    id: string,
    monthlyTotals: number[],
    redFlags: number,
    sickDays = 0,
  ): BingchaYear => {
    const { score: _, attendedDays: __, ...standing } = contender(id)
    return { standing: { ...standing, redFlags }, monthlyTotals, sickDays }
  }
  const year = (windows: BingchaYear[], what = {}) =>
    postStars('2026', windows, bingcha, { on: '2027-01-08', vetoes: [], held: [], ...what })
  const months = (total: number, count: number) => Array.from({ length: count }, () => total)

  test('E-15: more flags before fewer; five months are not ranked', () => {
    const { result, windows } = year([
      post('A', months(98.1, 12), 7),
      post('B', months(98.1, 12), 9),
      post('C', months(99, 5), 5),
    ])
    expect(given(result.places)).toEqual(['B', 'A'])
    expect(result.ranking[1]!.why!.decidedBy).toBe('redFlags')
    expect(windows.map(({ mean }) => mean)).toEqual([98.1, 98.1, null])
    expect(result.ineligible).toEqual([{ id: 'C', reason: 'no-score', veto: null, until: null }])
  })
  test.for<[why: string, sickDays: number, stars: string[]]>([
    ['E-16: exactly thirty days of sick leave are allowed', 30, ['A']],
    ['E-16: thirty-one bar', 31, []],
  ])('%s', ([, sickDays, stars]) => {
    expect(given(year([post('A', months(98, 12), 1, sickDays)]).result.places)).toEqual(stars)
  })
  test('six months are enough; the mean is of the assessed ones', () => {
    const { windows } = year([post('A', [98, 99, 99, 97, 98, 98.5], 0)])
    expect(windows[0]).toMatchObject({ id: 'A', sum: 589.5, months: 6, mean: 98.25 })
  })
  test('a circular bars, an open complaint holds, a tie waits, five at the most', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const { result } = year(
      ids.map((id, index) => post(id, months(index < 5 ? 99 - index : 90, 6), 0)),
      {
        vetoes: [{ id: 'a', reason: 'complaintCircular', until: '2026-12-31' }],
        held: [{ id: 'b', heldUntil: '2027-01-20' }],
      },
    )
    expect(shown(result.places)).toEqual(['(b)', 'c', 'd', 'e', '? f g'])
  })
})

describe('Qingpu, who may be proposed', () => {
  const staffOf = (assessed: number, interns = 0) =>
    Array.from({ length: assessed + interns }, (_, index) => ({
      id: String(index),
      isAssessed: index < assessed,
    }))

  test.for<[why: string, assessed: number, interns: number, allowed: number]>([
    ['E-19: nobody', 0, 0, 0],
    ['E-19: one', 1, 0, 1],
    ['E-19: five', 5, 0, 1],
    ['E-19: six', 6, 0, 2],
    ['E-19: seventeen', 17, 0, 2],
    ['E-20: two interns beside five are not counted', 5, 2, 1],
  ])('%s', ([, assessed, interns, allowed]) => {
    expect(nominationsAllowed(staffOf(assessed, interns), rule)).toBe(allowed)
  })

  test.for<[quarter: Quarter, until: Day]>([
    ['2025-Q1', '2025-03-20'],
    ['2025-Q2', '2025-06-20'],
    ['2025-Q3', '2025-09-22'],
    ['2025-Q4', '2025-12-22'],
    ['2026-Q1', '2026-03-20'],
    ['2026-Q2', '2026-06-22'],
    ['2026-Q3', '2026-09-20'],
    ['2026-Q4', '2026-12-21'],
  ])('nominations for %s end on %s', ([quarter, until]) => {
    expect(nominationsUntil(quarter, rule, calendar)).toBe(until)
  })

  type Row = [
    why: string,
    quarter: Quarter,
    at: string,
    by: 'window' | 'section',
    refusal: NominationRefusal | null,
  ]
  test.for<Row>([
    [
      'E-21: a minute before closing on the Monday after',
      '2025-Q3',
      '2025-09-22T16:59',
      'window',
      null,
    ],
    [
      'E-21: at closing time it is over',
      '2025-Q3',
      '2025-09-22T17:00',
      'window',
      'nominations-over',
    ],
    ['E-22: the day after is late', '2025-Q3', '2025-09-23T09:00', 'window', 'nominations-over'],
    ['E-22: a section may still propose directly', '2025-Q3', '2025-09-23T09:00', 'section', null],
    ['E-23: a Sunday that is worked counts', '2026-Q3', '2026-09-20T16:00', 'window', null],
    [
      'E-23: the Monday after it is late',
      '2026-Q3',
      '2026-09-21T08:30',
      'window',
      'nominations-over',
    ],
  ])('%s', ([, quarter, at, by, refusal]) => {
    const nomination = {
      quarter,
      by,
      nominee: { id: '0', isAssessed: true },
      at: new Date(`${at}:00+08:00`),
      staff: staffOf(3),
      standing: 0,
    }
    expect(nominationRefusal(nomination, rule, { calendar, ...qingpu })).toBe(refusal)
  })

  test.for<[why: string, standing: number, by: 'window' | 'section', refusal: string | null]>([
    ['five staff: the first', 0, 'window', null],
    ['five staff: a second is one too many', 1, 'window', 'nominations-used-up'],
    ['a direct one does not count against the window', 1, 'section', null],
  ])('%s', ([, standing, by, refusal]) => {
    const nomination = {
      quarter: '2026-Q1' as const,
      by,
      nominee: { id: '0', isAssessed: true },
      at: new Date('2026-03-10T10:00:00+08:00'),
      staff: staffOf(5, 2),
      standing,
    }
    const where = { calendar, ...qingpu }
    expect(nominationRefusal(nomination, rule, where)).toBe(refusal)
    const intern = { ...nomination, nominee: { id: '6', isAssessed: false } }
    expect(nominationRefusal(intern, rule, where)).toBe('nominee-not-assessed')
  })
})

/** So many windows; the lowest have these scores, the others 9 and more. */
const hall = (lowest: number[], count = 20) =>
  Array.from({ length: count }, (_, index) => ({
    id: `w${index + 1}`,
    score: lowest[index] ?? 9 + index / 100,
  }))

describe('Qingpu, the lowest windows', () => {
  test.for<[why: string, windows: { id: string; score: number | null }[], barred: string[]]>([
    ['E-24: three, not the fourth', hall([7.1, 7.4, 7.9, 8.3]), ['w1', 'w2', 'w3']],
    ['E-25: all three equals', hall([7.1, 7.4, 7.4, 7.4, 8.3]), ['w1', 'w2', 'w3', 'w4']],
    ['E-26: both equals in third place', hall([7.1, 7.4, 7.9, 7.9, 8.3]), ['w1', 'w2', 'w3', 'w4']],
    ['E-27: all equal, all at the median', hall(Array.from({ length: 20 }, () => 8)), []],
    ['E-28: three windows', hall([7, 8, 9], 3), []],
    ['four windows: the two below the median', hall([7, 7.5, 8, 9], 4), ['w1', 'w2']],
    [
      'a window without a score is neither counted nor barred',
      [...hall([7, 8, 9], 3), { id: 'w4', score: null }],
      [],
    ],
  ])('%s', ([, windows, barred]) => {
    expect(lowestWindows(windows, rule.lowestWindowsBarred)).toEqual(barred)
  })

  test('whoever is barred has fewer than three below and stands below the median', () => {
    const score = fc.integer({ min: 0, max: 12 }).map((points) => points / 2)
    fc.assert(
      fc.property(fc.array(score, { maxLength: 25 }), (scores) => {
        const windows = scores.map((each, index) => ({ id: String(index), score: each }))
        const barred = lowestWindows(windows, 3)
        if (scores.length <= 3) expect(barred).toEqual([])
        const free = windows.filter(({ id }) => !barred.includes(id))
        for (const { id } of barred.map((each) => ({ id: Number(each) }))) {
          expect(scores.filter((each) => each < scores[id]!).length).toBeLessThan(3)
          expect(free.every((each) => each.score > scores[id]!)).toBe(true)
        }
        expect(barred.length * 2).toBeLessThanOrEqual(scores.length)
      }),
      { seed: 20260302, numRuns: 500 },
    )
  })
})

const nominee = (id: string, daily: number, what: Partial<Nominee> = {}): Nominee => {
  const { score: _, ...standing } = contender(id)
  return { standing, daily, windowId: 'w9', isHead: false, ...what }
}
const quiet = { vetoes: [], held: [], passedOver: [], on: '2026-04-15' as Day }

describe('Qingpu, quarterly stars', () => {
  const stars = (nominees: Nominee[], what = {}, windows = hall([7.1, 7.4, 7.9, 8.3])) =>
    quarterStars('2026-Q1', { nominees, windows }, qingpu, { ...quiet, ...what })
  const many = (count: number, daily: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => nominee(`p${index + 1}`, daily(index)))

  test('E-24 and E-29: the head of a lowest window is barred, its staff are not', () => {
    const { result } = stars([
      nominee('head', 99, { windowId: 'w3', isHead: true }),
      nominee('officer', 95, { windowId: 'w3' }),
      nominee('head of the fourth', 90, { windowId: 'w4', isHead: true }),
    ])
    expect(given(result.places)).toEqual(['officer', 'head of the fourth'])
    expect(result.ineligible[0]).toMatchObject({ id: 'head', veto: 'lowestWindow' })
  })
  test('E-33: under an open complaint the place is reserved', () => {
    const { result } = stars([nominee('a', 98), nominee('b', 97)], {
      held: [{ id: 'a', heldUntil: '2026-04-29' }],
    })
    expect(given(result.places)).toEqual(['(a)', 'b'])
  })
  test('E-34: thirteen for ten, the tenth and eleventh equal: the group decides', () => {
    const nominees = many(13, (index) => (index === 10 ? 90 : 99 - index))
    const tied = stars(nominees)
    expect(shown(tied.result.places).slice(8)).toEqual(['p9', '? p10 p11'])
    const decision = { order: ['p11'], reason: '窗口任务更重', decidedOn: '2026-04-16' as Day }
    const decided = stars(nominees, { decision })
    expect(given(decided.result.places)).toHaveLength(10)
    expect(given(decided.result.places).at(-1)).toBe('p11')
    expect(decided.result.decision).toEqual(decision)
  })
  test('E-35: seven eligible, seven stars', () => {
    expect(given(stars(many(7, (index) => 90 - index)).result.places)).toHaveLength(7)
  })
  test('the group may pass somebody over, with its reason', () => {
    const { result } = stars([nominee('a', 98), nominee('b', 97)], {
      passedOver: [{ id: 'a', reason: '季内另有表彰' }],
    })
    expect(given(result.places)).toEqual(['b'])
    expect(result.ineligible[0]).toMatchObject({ id: 'a', veto: '季内另有表彰' })
  })
  test('thirty attended days are asked for', () => {
    const short = nominee('a', 98)
    const { result } = stars([{ ...short, standing: { ...short.standing, attendedDays: 29 } }])
    expect(result.ineligible[0]).toMatchObject({ id: 'a', reason: 'too-few-days' })
  })
})

describe('Qingpu, what a complaint takes away', () => {
  const complaint = (what: Partial<BarringComplaint> = {}): BarringComplaint => ({
    from12345: false,
    verified: true,
    receivedOn: '2026-03-28',
    decidedOn: '2026-04-03',
    staffIds: ['p'],
    windowIds: ['w'],
    ...what,
  })
  const lost = (bars: ReturnType<typeof barsOfComplaint>, id: string) =>
    (
      [
        ['quarterStar', '2025-Q4'],
        ['quarterStar', '2026-Q1'],
        ['quarterStar', '2026-Q2'],
        ['quarterStar', '2026-Q3'],
        ['yearStar', '2026'],
        ['excellentWindow', '2026'],
        ['yearStar', '2027'],
      ] as const
    )
      .filter(([kind, period]) => barsIn(bars, { kind, period }).some((bar) => bar.id === id))
      .map((each) => each.join(' '))

  test('E-30: both quarters and the year for the person, the year for the window', () => {
    const bars = barsOfComplaint(complaint(), qingpu)
    expect(lost(bars, 'p')).toEqual(['quarterStar 2026-Q1', 'quarterStar 2026-Q2', 'yearStar 2026'])
    expect(lost(bars, 'w')).toEqual(['excellentWindow 2026'])
    expect(lost(bars, 'colleague')).toEqual([])
  })
  test('E-31: what was published before is kept and flagged', () => {
    const bar = barsOfComplaint(complaint(), qingpu)[0]!
    const known = { ...bar, knownOn: '2026-04-03' as Day }
    const on = (period: '2026-Q1' | '2026-Q2' | '2026-Q3', publishedOn: Day | null) =>
      effectOfBar(known, { kind: 'quarterStar', period, publishedOn })
    expect(on('2026-Q1', '2026-04-01')).toBe('flagged')
    expect(on('2026-Q1', null)).toBe('lost')
    expect(on('2026-Q2', null)).toBe('lost')
    expect(on('2026-Q3', null)).toBe('none')
    expect(effectOfBar(known, { kind: 'yearStar', period: '2026', publishedOn: null })).toBe('lost')
  })
  test('E-32: one from 12345 that is not true bars only under the other reading', () => {
    const from12345 = complaint({ from12345: true, verified: false })
    expect(barsOfComplaint(from12345, qingpu)).toEqual([])
    const other = barsOfComplaint(from12345, { ...qingpu, veto12345: 'anyTransferred' })
    expect(other.map(({ reason }) => reason)).toEqual(['hotlineComplaint', 'hotlineComplaint'])
    const own = complaint({ verified: false })
    expect(barsOfComplaint(own, { ...qingpu, veto12345: 'anyTransferred' })).toEqual([])
  })
})

describe('Qingpu, the year', () => {
  const person = (id: string, dailies: number[], what: Partial<StarYear> = {}): StarYear => {
    const { score: _, ...standing } = contender(id)
    return { standing, dailies, honours: 0, quarterStars: dailies.length, ...what }
  }
  const stars = (people: StarYear[], what = {}) =>
    yearStars('2026', people, qingpu, { ...quiet, on: '2027-01-15', ...what })

  test('E-36: three quarterly stars, but smoked in December', () => {
    const { result } = stars([person('a', [95, 95, 95], {})], {
      vetoes: [
        {
          id: 'a',
          reason: 'smoking',
          bars: ['quarterStar', 'yearStar'],
          from: '2026-12-03',
          until: '2026-12-31',
        },
      ],
    })
    expect(given(result.places)).toEqual([])
    expect(result.ineligible[0]).toMatchObject({ veto: 'smoking', until: '2026-12-31' })
  })
  test('E-37: the higher sum of four quarters', () => {
    const { result, people } = stars([
      person('R', [94, 93.2, 94, 94]),
      person('P', [94, 95, 94.5, 94.5]),
    ])
    expect(people.map(({ sum }) => sum)).toEqual([375.2, 378])
    expect(given(result.places)).toEqual(['P', 'R'])
  })
  test.for<[why: string, a: Partial<StarYear>, b: Partial<StarYear>, by: string]>([
    ['equal sums: honours', { honours: 1 }, { honours: 2, quarterStars: 1 }, 'honours'],
    ['then quarterly stars', { quarterStars: 2 }, { quarterStars: 3 }, 'quarterStars'],
  ])('%s', ([, a, b, by]) => {
    const { result } = stars([person('a', [95, 95], a), person('b', [95, 95], b)])
    expect(given(result.places)).toEqual(['b', 'a'])
    expect(result.ranking[1]!.why!.decidedBy).toBe(by)
  })
  test('neither star of a quarter nor honoured: not among them', () => {
    expect(stars([person('a', [99, 99], { quarterStars: 0 })]).people).toEqual([])
  })

  test("E-38: nine windows for eight places; last year's plaques come back", () => {
    const windows = Array.from({ length: 9 }, (_, index) => {
      const { score: _score, attendedDays: _days, ...standing } = contender(`w${index + 1}`)
      return {
        standing: { ...standing, verifiedComplaints: index === 7 ? 1 : 0 },
        scores: [index >= 7 ? 8 : (99 - index) / 10],
      }
    })
    const { result, plaquesReturned } = excellentWindows(
      '2026',
      { windows, lastYears: ['w1', 'w8'] },
      qingpu,
      { ...quiet, on: '2027-01-15' },
    )
    expect(given(result.places)).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w9'])
    expect(plaquesReturned).toEqual(['w8'])
  })
})
