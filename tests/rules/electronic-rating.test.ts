import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policies } from '../../api/policies/index.ts'
import {
  electronicRating,
  offTimes,
  quarterRating,
  ratingDayThatCounts,
  ratingStandard,
  shortfallPoints,
  type RatedMonth,
  type RatingFinding,
} from '../../api/rules/electronic-rating.ts'
import { QINGPU_RATING_FIGURES } from '../../api/rules/electronic-rating-figures.ts'

const quiet: RatedMonth = {
  cases: 0,
  satisfied: 0,
  dissatisfied: 0,
  off: 0,
  notPrompted: 0,
  refused: 0,
  burst: 0,
  selfRated: 0,
  casesDuringFault: 0,
}

test('Qingpu runs on the figures that are used when none are given', () => {
  expect(policies.qingpu.eRating).toBe(QINGPU_RATING_FIGURES)
})

describe('the standard', () => {
  test.for<[why: string, cases: number, standard: number]>([
    ['0 cases, none: 0 exactly', 0, 0],
    ['1 cases, 70 %: 0.7 exactly', 1, 1],
    ['2 cases, 70 %: 1.4 exactly', 2, 2],
    ['3 cases, 70 %: 2.1 exactly', 3, 3],
    ['5 cases, 70 %: 3.5 exactly', 5, 4],
    ['10 cases, 70 %: 7 exactly', 10, 7],
    ['14 cases, 70 %: 9.8 exactly', 14, 10],
    ['20 cases, 70 %: 14 exactly', 20, 14],
    ['30 cases, 70 %: 21 exactly', 30, 21],
    ['33 cases, 70 %: 23.1 exactly', 33, 24],
    ['40 cases, 70 %: 28 exactly', 40, 28],
    ['49 cases, 70 %: 34.3 exactly', 49, 35],
    ['50 cases, 70 %: 35 exactly', 50, 35],
    ['51 cases, 60 %: 30.6 exactly', 51, 31],
    ['52 cases, 60 %: 31.2 exactly', 52, 32],
    ['55 cases, 60 %: 33 exactly', 55, 33],
    ['59 cases, 60 %: 35.4 exactly', 59, 36],
    ['60 cases, 60 %: 36 exactly', 60, 36],
    ['80 cases, 60 %: 48 exactly', 80, 48],
    ['99 cases, 60 %: 59.4 exactly', 99, 60],
    ['100 cases, 60 %: 60 exactly', 100, 60],
    ['101 cases, 50 %: 50.5 exactly', 101, 51],
    ['102 cases, 50 %: 51 exactly', 102, 51],
    ['150 cases, 50 %: 75 exactly', 150, 75],
    ['151 cases, 50 %: 75.5 exactly', 151, 76],
    ['199 cases, 50 %: 99.5 exactly', 199, 100],
    ['200 cases, 50 %: 100 exactly', 200, 100],
    ['201 cases, flat: 100 exactly', 201, 100],
    ['300 cases, flat: 100 exactly', 300, 100],
    ['1000 cases, flat: 100 exactly', 1000, 100],
  ])('%s', ([, cases, standard]) => {
    expect(ratingStandard(cases)).toBe(standard)
    expect(electronicRating({ ...quiet, cases }).standard).toBe(standard)
  })
})

describe('points off for missing ratings', () => {
  test.for<[why: string, cases: number, ratings: number, missing: number, points: number]>([
    ['27 ratings of 40 cases are 1 short of 28', 40, 27, 1, 1],
    ['18 ratings of 40 cases are 10 short of 28', 40, 18, 10, 1],
    ['0 ratings of 40 cases are 28 short of 28', 40, 0, 28, 3],
    ['10 ratings of 50 cases are 25 short of 35', 50, 10, 25, 3],
    ['11 ratings of 50 cases are 24 short of 35', 50, 11, 24, 3],
    ['34 ratings of 50 cases are 1 short of 35', 50, 34, 1, 1],
    ['59 ratings of 100 cases are 1 short of 60', 100, 59, 1, 1],
    ['41 ratings of 100 cases are 19 short of 60', 100, 41, 19, 2],
    ['10 ratings of 100 cases are 50 short of 60', 100, 10, 50, 5],
    ['99 ratings of 200 cases are 1 short of 100', 200, 99, 1, 1],
    ['40 ratings of 200 cases are 60 short of 100', 200, 40, 60, 5],
    ['0 ratings of 200 cases are 100 short of 100', 200, 0, 100, 5],
    ['99 ratings of 500 cases are 1 short of 100', 500, 99, 1, 1],
    ['5 ratings of 500 cases are 95 short of 100', 500, 5, 95, 5],
  ])('%s', ([, cases, ratings, missing, points]) => {
    const { shortfall, shortfallPoints: off } = electronicRating({
      ...quiet,
      cases,
      satisfied: ratings,
    })
    expect({ shortfall, off }).toEqual({ shortfall: missing, off: points })
  })

  test.for<[why: string, missing: number, points: number]>([
    ['none missing, none off', 0, 0],
    ['ten is the last of the first band', 10, 1],
    ['eleven is the first of the second', 11, 2],
    ['twenty and twenty-one', 20, 2],
    ['twenty-one', 21, 3],
    ['thirty', 30, 3],
    ['thirty-one', 31, 4],
    ['forty', 40, 4],
    ['forty-one and more cost no more than five', 41, 5],
    ['a hundred', 100, 5],
  ])('%s', ([, missing, points]) => {
    expect(shortfallPoints(missing)).toBe(points)
  })
})

type Steps = {
  ratings: number
  standard: number
  shortfall: number
  shortfallPoints: number
  base: number | null
  score: number | null
}

describe('worked months', () => {
  test.for<[why: string, month: Partial<RatedMonth>, steps: Steps]>([
    [
      'D01: Normal month, standard met',
      { cases: 40, satisfied: 27, dissatisfied: 1 },
      { ratings: 28, standard: 28, shortfall: 0, shortfallPoints: 0, base: 4.82, score: 4.82 },
    ],
    [
      'D03: One rating short (shortfall 1)',
      { cases: 40, satisfied: 27, dissatisfied: 0 },
      { ratings: 27, standard: 28, shortfall: 1, shortfallPoints: 1, base: 5, score: 4 },
    ],
    [
      'D05: Shortfall 11 (second band starts)',
      { cases: 40, satisfied: 17, dissatisfied: 0 },
      { ratings: 17, standard: 28, shortfall: 11, shortfallPoints: 2, base: 5, score: 3 },
    ],
    [
      'D07: Shortfall 21 (third band starts)',
      { cases: 50, satisfied: 14, dissatisfied: 0 },
      { ratings: 14, standard: 35, shortfall: 21, shortfallPoints: 3, base: 5, score: 2 },
    ],
    [
      'D09: Shortfall 31 (fourth band starts)',
      { cases: 50, satisfied: 4, dissatisfied: 0 },
      { ratings: 4, standard: 35, shortfall: 31, shortfallPoints: 4, base: 5, score: 1 },
    ],
    [
      'D11: Shortfall 41 (fifth band)',
      { cases: 100, satisfied: 19, dissatisfied: 0 },
      { ratings: 19, standard: 60, shortfall: 41, shortfallPoints: 5, base: 5, score: 0 },
    ],
    [
      'D13: Volume 51: first volume in the 60 % band',
      { cases: 51, satisfied: 31, dissatisfied: 0 },
      { ratings: 31, standard: 31, shortfall: 0, shortfallPoints: 0, base: 5, score: 5 },
    ],
    [
      'D15: Volume 100: last in 60 % band',
      { cases: 100, satisfied: 60, dissatisfied: 0 },
      { ratings: 60, standard: 60, shortfall: 0, shortfallPoints: 0, base: 5, score: 5 },
    ],
    [
      'D17: Volume 101 with 50 ratings (49.5 % < 50 %)',
      { cases: 101, satisfied: 50, dissatisfied: 0 },
      { ratings: 50, standard: 51, shortfall: 1, shortfallPoints: 1, base: 5, score: 4 },
    ],
    [
      'D19: Volume 201: flat 100',
      { cases: 201, satisfied: 99, dissatisfied: 0 },
      { ratings: 99, standard: 100, shortfall: 1, shortfallPoints: 1, base: 5, score: 4 },
    ],
    [
      'D21: Small window, volume 1',
      { cases: 1, satisfied: 1, dissatisfied: 0 },
      { ratings: 1, standard: 1, shortfall: 0, shortfallPoints: 0, base: 5, score: 5 },
    ],
    [
      'D23: Cases but no rating at all',
      { cases: 10, satisfied: 0, dissatisfied: 0 },
      { ratings: 0, standard: 7, shortfall: 7, shortfallPoints: 1, base: 0, score: 0 },
    ],
    [
      'D25: All dissatisfied',
      { cases: 30, satisfied: 0, dissatisfied: 21 },
      { ratings: 21, standard: 21, shortfall: 0, shortfallPoints: 0, base: 0, score: 0 },
    ],
    [
      'D27: Client refused the chance to rate once',
      { cases: 60, satisfied: 40, dissatisfied: 0, refused: 1 },
      { ratings: 40, standard: 36, shortfall: 0, shortfallPoints: 0, base: 5, score: 2.5 },
    ],
    [
      'D29: Mixed: 2 dissatisfied of 40, one burst, one self-rating (kept in the average)',
      { cases: 60, satisfied: 38, dissatisfied: 2, burst: 1, selfRated: 1 },
      { ratings: 40, standard: 36, shortfall: 0, shortfallPoints: 0, base: 4.75, score: 2.75 },
    ],
    [
      'D31: Voiding pushes the window below the standard (36 needed, 35 left)',
      { cases: 60, satisfied: 35, dissatisfied: 0, selfRated: 1 },
      { ratings: 35, standard: 36, shortfall: 1, shortfallPoints: 1, base: 5, score: 3 },
    ],
    [
      'D33: Floor: deductions exceed 5',
      { cases: 100, satisfied: 10, dissatisfied: 10, off: 1, refused: 1 },
      { ratings: 20, standard: 60, shortfall: 40, shortfallPoints: 4, base: 2.5, score: 0 },
    ],
    [
      'D35: Confirmed fault all month (F = 80), no ratings',
      { cases: 80, satisfied: 0, dissatisfied: 0, casesDuringFault: 80 },
      { ratings: 0, standard: 48, shortfall: 0, shortfallPoints: 0, base: null, score: null },
    ],
    [
      'D37: Rounding: 5 x 2/3',
      { cases: 4, satisfied: 2, dissatisfied: 1 },
      { ratings: 3, standard: 3, shortfall: 0, shortfallPoints: 0, base: 3.33, score: 3.33 },
    ],
    [
      'D16: 101 cases, 51 ratings reach a standard of 50.5',
      { cases: 101, satisfied: 51, dissatisfied: 0 },
      { ratings: 51, standard: 51, shortfall: 0, shortfallPoints: 0, base: 5, score: 5 },
    ],
    [
      'D18: 200 cases, five of a hundred dissatisfied',
      { cases: 200, satisfied: 95, dissatisfied: 5 },
      { ratings: 100, standard: 100, shortfall: 0, shortfallPoints: 0, base: 4.75, score: 4.75 },
    ],
    [
      'D38: 70 cases, 41 ratings, one missing, rounded at the end',
      { cases: 70, satisfied: 37, dissatisfied: 4 },
      { ratings: 41, standard: 42, shortfall: 1, shortfallPoints: 1, base: 4.51, score: 3.51 },
    ],
    [
      'D39: a fault of 20 cases lowers what is missing only',
      { cases: 80, satisfied: 20, dissatisfied: 0, casesDuringFault: 20 },
      { ratings: 20, standard: 48, shortfall: 16, shortfallPoints: 2, base: 5, score: 3 },
    ],
    [
      'D41: a fault of 60 cases leaves a standard that is reached',
      { cases: 80, satisfied: 14, dissatisfied: 0, casesDuringFault: 60 },
      { ratings: 14, standard: 48, shortfall: 0, shortfallPoints: 0, base: 5, score: 5 },
    ],
    [
      'no cases, no ratings: not ranked',
      { cases: 0 },
      { ratings: 0, standard: 0, shortfall: 0, shortfallPoints: 0, base: null, score: null },
    ],
    [
      'no cases: misconduct changes nothing',
      { cases: 0, refused: 1 },
      { ratings: 0, standard: 0, shortfall: 0, shortfallPoints: 0, base: null, score: null },
    ],
    [
      'a fault all month, yet rated: the ratings count',
      { cases: 80, satisfied: 3, dissatisfied: 1, casesDuringFault: 80 },
      { ratings: 4, standard: 48, shortfall: 0, shortfallPoints: 0, base: 3.75, score: 3.75 },
    ],
    [
      'a fault waives no misconduct',
      { cases: 80, satisfied: 14, dissatisfied: 0, casesDuringFault: 60, selfRated: 1 },
      { ratings: 14, standard: 48, shortfall: 0, shortfallPoints: 0, base: 5, score: 4 },
    ],
    [
      'half a hundredth is rounded up',
      { cases: 8, satisfied: 7, dissatisfied: 1, notPrompted: 1 },
      { ratings: 8, standard: 6, shortfall: 0, shortfallPoints: 0, base: 4.38, score: 3.38 },
    ],
  ])('%s', ([, month, steps]) => {
    expect(electronicRating({ ...quiet, ...month })).toMatchObject(steps)
  })

  test('every deduction is listed with how often and what it costs', () => {
    const month = { ...quiet, cases: 60, satisfied: 40, off: 2, refused: 1, selfRated: 1 }
    expect(electronicRating(month)).toMatchObject({
      deductions: [
        { kind: 'off', times: 2, points: 2 },
        { kind: 'refused', times: 1, points: 2.5 },
        { kind: 'selfRated', times: 1, points: 1 },
      ],
      deductionPoints: 5.5,
      score: 0,
    })
  })

  test.for<[why: string, month: Partial<RatedMonth>, findings: RatingFinding[]]>([
    ['fewer ratings than cases are in order', { cases: 3, satisfied: 2 }, []],
    ['as many as cases too', { cases: 3, satisfied: 2, dissatisfied: 1 }, []],
    ['more than cases are looked into', { cases: 3, satisfied: 4 }, ['more-ratings-than-cases']],
    ['ratings without cases as well', { satisfied: 1 }, ['ratings-without-cases']],
  ])('%s', ([, month, findings]) => {
    expect(electronicRating({ ...quiet, ...month }).findings).toEqual(findings)
  })
})

describe('the quarter', () => {
  test.for<[why: string, months: (number | null)[], value: number | null]>([
    ['the mean of three months', [4.82, 4, 3.51], 4.11],
    ['a month without a score is left out', [5, null, 4], 4.5],
    ['no score at all is no value', [null, null, null], null],
    ['half a hundredth is rounded up', [4.01, 4, null], 4.01],
  ])('%s', ([, months, value]) => {
    expect(quarterRating(months)).toBe(value)
  })
})

describe('other figures', () => {
  const month = { ...quiet, cases: 50, satisfied: 30, dissatisfied: 4, off: 1, burst: 1 }

  test.for<[why: string, figures: Partial<typeof QINGPU_RATING_FIGURES>, score: number]>([
    ['as printed', {}, 1.41],
    ['an item worth ten points', { best: 10 }, 5.82],
    ['a share of half', { shares: [{ upToCases: 50, percent: 50 }] }, 2.41],
    ['dearer bands', { shortfall: [{ upTo: 10, points: 2 }] }, 0.41],
    ['only the points beyond the bands', { shortfall: [], shortfallBeyond: 1.25 }, 1.16],
    [
      'dearer misconduct',
      { deductions: { ...QINGPU_RATING_FIGURES.deductions, off: 1.5, burst: 1.2 } },
      0.71,
    ],
  ])('%s', ([, figures, score]) => {
    expect(electronicRating(month, { ...QINGPU_RATING_FIGURES, ...figures }).score).toBe(score)
  })

  test('the flat standard holds beyond the last share', () => {
    expect(ratingStandard(201, { ...QINGPU_RATING_FIGURES, flatStandard: 120 })).toBe(120)
  })
})

/** The fourteen rows both readings of the bands are compared by, with the points of each. */
describe('the bands read as missing ratings, or literally as ratings', () => {
  test.for<[why: string, cases: number, ratings: number, missing: number, literal: number]>([
    ['40 cases, 27 ratings', 40, 27, 1, 3],
    ['40 cases, 18 ratings', 40, 18, 1, 2],
    ['40 cases, 0 ratings', 40, 0, 3, 1],
    ['50 cases, 10 ratings', 50, 10, 3, 1],
    ['50 cases, 11 ratings', 50, 11, 3, 2],
    ['50 cases, 34 ratings', 50, 34, 1, 4],
    ['100 cases, 59 ratings', 100, 59, 1, 5],
    ['100 cases, 41 ratings', 100, 41, 2, 5],
    ['100 cases, 10 ratings', 100, 10, 5, 1],
    ['200 cases, 99 ratings', 200, 99, 1, 5],
    ['200 cases, 40 ratings', 200, 40, 5, 4],
    ['200 cases, 0 ratings', 200, 0, 5, 1],
    ['500 cases, 99 ratings', 500, 99, 1, 5],
    ['500 cases, 5 ratings', 500, 5, 5, 1],
  ])('%s', ([, cases, satisfied, missing, literal]) => {
    const points = (bandsApplyTo: 'shortfall' | 'count' | 'countReversed') =>
      electronicRating({ ...quiet, cases, satisfied }, { ...QINGPU_RATING_FIGURES, bandsApplyTo })
        .shortfallPoints
    expect([points('shortfall'), points('count')]).toEqual([missing, literal])
    expect(points('countReversed')).toBe(6 - literal)
  })

  test('whoever reached the standard loses nothing in any reading', () => {
    for (const bandsApplyTo of ['count', 'countReversed'] as const)
      expect(
        electronicRating(
          { ...quiet, cases: 40, satisfied: 28 },
          { ...QINGPU_RATING_FIGURES, bandsApplyTo },
        ).score,
      ).toBe(5)
  })
})

describe('readings that were not adopted', () => {
  type Row = [
    why: string,
    month: Partial<RatedMonth>,
    figures: Partial<typeof QINGPU_RATING_FIGURES>,
    adopted: number | null,
    other: number | null,
  ]
  test.for<Row>([
    [
      'a broken share rounded to the nearest: 33 cases ask for 23',
      { cases: 33, satisfied: 23 },
      { rounding: 'round' },
      4,
      5,
    ],
    [
      'a broken share rounded down: 49 cases ask for 34',
      { cases: 49, satisfied: 34 },
      { rounding: 'floor' },
      4,
      5,
    ],
    [
      'the standard never falls: 51 cases ask for 35 as 50 do',
      { cases: 51, satisfied: 31 },
      { steps: 'smoothed' },
      5,
      4,
    ],
    [
      'every dissatisfied rating loses its five points',
      { cases: 40, satisfied: 27, dissatisfied: 1 },
      { monthlyScore: 'lostPoints' },
      4.82,
      0,
    ],
    [
      'none dissatisfied loses nothing either way',
      { cases: 40, satisfied: 28 },
      { monthlyScore: 'lostPoints' },
      5,
      5,
    ],
    ['cases without ratings begin from five', { cases: 10 }, { noRatingsBase: 'full' }, 0, 4],
    ['a month without cases is worth five', { cases: 0 }, { noCasesScore: 'full' }, null, 5],
    [
      'what is below nothing is carried on',
      { cases: 100, satisfied: 10, dissatisfied: 10, off: 1, refused: 1 },
      { floor: 'carried' },
      0,
      -5,
    ],
    [
      'a voided rating stays in average and count',
      { cases: 60, satisfied: 35, selfRated: 1, voidedSatisfied: 1 },
      { voided: 'stay' },
      3,
      4,
    ],
    [
      'a fault of some days waives the month',
      { cases: 80, satisfied: 20, casesDuringFault: 20 },
      { faultWaives: 'wholeMonth' },
      3,
      5,
    ],
    [
      'completed cases count',
      { cases: 40, completed: 30, satisfied: 21 },
      { casesCounted: 'completed' },
      4,
      5,
    ],
  ])('%s', ([, month, figures, adopted, other]) => {
    expect(electronicRating({ ...quiet, ...month }).score).toBe(adopted)
    expect(
      electronicRating({ ...quiet, ...month }, { ...QINGPU_RATING_FIGURES, ...figures }).score,
    ).toBe(other)
  })

  test.for<[why: string, found: [day: string, times: number][], halfDays: number, days: number]>([
    ['one finding', [['2026-03-02', 1]], 1, 1],
    [
      'both halves of a day',
      [
        ['2026-03-02', 1],
        ['2026-03-02', 1],
      ],
      2,
      1,
    ],
    [
      'oftener than a day has halves',
      [
        ['2026-03-02', 3],
        ['2026-03-02', 1],
      ],
      2,
      1,
    ],
    [
      'on two days',
      [
        ['2026-03-02', 2],
        ['2026-03-03', 1],
      ],
      3,
      2,
    ],
    [
      'one of two taken back',
      [
        ['2026-03-02', 2],
        ['2026-03-02', -1],
      ],
      1,
      1,
    ],
    [
      'all of it taken back',
      [
        ['2026-03-02', 1],
        ['2026-03-02', -1],
      ],
      0,
      0,
    ],
  ])('a device off: %s', ([, found, halfDays, ofDays]) => {
    const findings = found.map(([day, times]) => ({
      day,
      times: Math.abs(times),
      takenBack: times < 0,
    }))
    expect(offTimes(findings)).toBe(halfDays)
    expect(offTimes(findings, { offCountsPer: 'day' })).toBe(ofDays)
  })

  test('a rating counts for the month of the service, or for its own', () => {
    const rating = { servedOn: '2026-03-31', ratedOn: '2026-04-01' }
    expect(ratingDayThatCounts(rating)).toBe('2026-03-31')
    expect(ratingDayThatCounts(rating, { ratingBelongsTo: 'rating' })).toBe('2026-04-01')
  })
})

describe('for any month', () => {
  const count = (max: number) => fc.integer({ min: 0, max })
  const someMonth = fc.record({
    cases: count(400),
    satisfied: count(400),
    dissatisfied: count(100),
    off: count(3),
    notPrompted: count(3),
    refused: count(2),
    burst: count(3),
    selfRated: count(3),
    casesDuringFault: count(400),
  })
  const seeded = { seed: 20260302, numRuns: 1000 }

  test('the standard never exceeds the cases, and grows with them but for two printed steps', () => {
    const standards = Array.from({ length: 401 }, (_, cases) => ratingStandard(cases))
    expect(standards.filter((standard, cases) => standard > cases)).toEqual([])
    const falls = standards.flatMap((standard, cases) =>
      cases > 0 && standard < standards[cases - 1]! ? [cases] : [],
    )
    expect(falls).toEqual([51, 101])
    expect(new Set(standards.slice(199))).toEqual(new Set([100]))
  })

  test('up to fifty cases no more than four points go for missing ratings', () => {
    const most = Array.from({ length: 51 }, (_, cases) => electronicRating({ ...quiet, cases }))
    expect(Math.max(...most.map(({ shortfall }) => shortfall))).toBe(35)
    expect(Math.max(...most.map((each) => each.shortfallPoints))).toBe(4)
  })

  test('a score lies between nothing and five, in whole hundredths', () => {
    fc.assert(
      fc.property(someMonth, (month) => {
        const { score } = electronicRating(month)
        if (score === null) return
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(5)
        expect(Math.round(score * 100) / 100).toBe(score)
      }),
      seeded,
    )
  })

  test('a score is the exact value rounded half up', () => {
    fc.assert(
      fc.property(someMonth, (month) => {
        const { score, shortfallPoints: short } = electronicRating(month)
        const ratings = month.satisfied + month.dissatisfied
        if (score === null || ratings === 0) return
        const off =
          short +
          month.off +
          month.notPrompted +
          month.burst +
          month.selfRated +
          2.5 * month.refused
        const exact = (5 * month.satisfied) / ratings - off
        expect(score).toBeCloseTo(Math.min(5, Math.max(0, exact)), 2)
        const above = (score - Math.min(5, Math.max(0, exact))) * 100
        expect(above).toBeGreaterThan(-0.5 - 1e-9)
        expect(above).toBeLessThanOrEqual(0.5 + 1e-9)
      }),
      seeded,
    )
  })

  test('once the standard is reached, one more satisfied never lowers the score', () => {
    fc.assert(
      fc.property(someMonth, (month) => {
        const before = electronicRating(month)
        if (before.shortfall > 0 || before.score === null) return
        const after = electronicRating({ ...month, satisfied: month.satisfied + 1 })
        expect(after.score).toBeGreaterThanOrEqual(before.score)
      }),
      seeded,
    )
  })

  test('the order in which deductions are named is of no matter', () => {
    fc.assert(
      fc.property(someMonth, (month) => {
        const reversed = Object.fromEntries(Object.entries(month).toReversed()) as typeof month
        expect(electronicRating(reversed)).toEqual(electronicRating(month))
      }),
      seeded,
    )
  })

  test('only cases that no fault covers and no rating answers leave a month unranked', () => {
    fc.assert(
      fc.property(someMonth, (month) => {
        const rated = month.satisfied + month.dissatisfied > 0
        const ranked = month.cases > 0 && (rated || month.cases > month.casesDuringFault)
        expect(electronicRating(month).score !== null).toBe(ranked)
      }),
      seeded,
    )
  })
})
