import { barsIn, lowestWindows, type QuarterWindow } from './award-bars.ts'
import type { AwardKind } from './award-kind.ts'
import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import type { Period } from './period.ts'
import type { Quarter } from './quarter.ts'
import { roundHalfUp, sumOf } from './rounding.ts'
import { award, type AwardBar, type AwardResult, type AwardVeto, type Hold } from './star-award.ts'
import type { Contender, TieDecision } from './tie-chain.ts'

type Standing = Omit<Contender, 'score' | 'redFlags' | 'honours' | 'quarterStars'>

/** What an award of Qingpu is decided by besides the contenders. */
export type QingpuTerms = {
  vetoes: readonly AwardVeto[]
  held: readonly Hold[]
  /** Those the group passes over all the same, with its reason. */
  passedOver: readonly { id: string; reason: string }[]
  on: Day
  decision?: TieDecision | null
}

type AwardsPolicy = Pick<HallPolicy, 'awards' | 'minimumAttendedDays'>

function decide(
  kind: AwardKind,
  period: Period,
  contenders: readonly Contender[],
  { vetoes, held, passedOver, on, decision = null }: QingpuTerms,
  {
    policy,
    also,
    fewestAttendedDays,
  }: {
    policy: AwardsPolicy
    also: readonly AwardBar[]
    fewestAttendedDays: number
  },
): AwardResult {
  return award(contenders, {
    places: policy.awards.find((rule) => rule.kind === kind)?.places ?? 0,
    fewestAttendedDays,
    vetoes: [
      ...barsIn(vetoes, { kind, period }),
      ...also,
      ...passedOver.map((each) => ({ ...each, until: null })),
    ],
    held,
    on,
    decision,
  })
}

/** Somebody proposed for a quarter, with their daily appraisal of it. */
export type Nominee = {
  standing: Standing
  daily: number | null
  windowId: string
  isHead: boolean
}

/** A quarter's award with what barred the heads. */
export type QuarterStars = {
  hall: 'qingpu'
  period: Quarter
  windows: (QuarterWindow & { isLowest: boolean })[]
  nominees: { id: string; windowId: string; isHead: boolean; daily: number | null }[]
  result: AwardResult
}

/**
 * Qingpu 优秀服务窗口和服务明星评选办法: the quarterly stars (季度服务明星) among those proposed, by their
 * own daily appraisal of the quarter, then by the chain of ties. Heads of the lowest windows are
 * barred, their staff are not.
 */
export function quarterStars(
  quarter: Quarter,
  { nominees, windows }: { nominees: readonly Nominee[]; windows: readonly QuarterWindow[] },
  policy: AwardsPolicy,
  terms: QingpuTerms,
): QuarterStars {
  const rule = policy.awards.find(({ kind }) => kind === 'quarterStar')
  const lowest = lowestWindows(windows, rule?.nomination?.lowestWindowsBarred ?? 0)
  return {
    hall: 'qingpu',
    period: quarter,
    windows: windows.map((window) => ({ ...window, isLowest: lowest.includes(window.id) })),
    nominees: nominees.map(({ standing: { id }, windowId, isHead, daily }) => ({
      id,
      windowId,
      isHead,
      daily,
    })),
    result: decide(
      'quarterStar',
      quarter,
      nominees.map(({ standing, daily }) => ({ ...standing, score: daily })),
      terms,
      {
        policy,
        also: nominees
          .filter(({ isHead, windowId }) => isHead && lowest.includes(windowId))
          .map(({ standing: { id } }) => ({ id, reason: 'lowestWindow', until: null })),
        fewestAttendedDays: policy.minimumAttendedDays.quarter,
      },
    ),
  }
}

/** Somebody's year: the daily appraisals of its quarters as far as there are any. */
export type StarYear = {
  standing: Standing
  dailies: readonly number[]
  honours: number
  quarterStars: number
}

/** A year's award with the sum behind every score. */
export type YearStars = {
  hall: 'qingpu'
  period: `${number}`
  people: { id: string; dailies: readonly number[]; sum: number | null }[]
  result: AwardResult
}

/**
 * Qingpu 优秀服务窗口和服务明星评选办法: the yearly stars (年度服务明星) among those who were star of a
 * quarter or honoured in their line of work, by the sum of the quarters' daily appraisals, then by
 * honours, by the number of quarterly stars, and by the chain of ties.
 */
export function yearStars(
  year: `${number}`,
  people: readonly StarYear[],
  policy: AwardsPolicy,
  terms: QingpuTerms,
): YearStars {
  const proposed = people.filter((person) => person.quarterStars > 0 || person.honours > 0)
  const sums = proposed.map(({ standing: { id }, dailies }) => ({
    id,
    dailies,
    sum: dailies.length > 0 ? sumOf(dailies) : null,
  }))
  return {
    hall: 'qingpu',
    period: year,
    people: sums,
    result: decide(
      'yearStar',
      year,
      proposed.map(({ standing, honours, quarterStars: stars }, index) => ({
        ...standing,
        score: sums[index]?.sum ?? null,
        honours,
        quarterStars: stars,
      })),
      terms,
      { policy, also: [], fewestAttendedDays: policy.minimumAttendedDays.year },
    ),
  }
}

/** A recommended window's year: the scores of its quarters as far as there are any. */
export type WindowYear = { standing: Omit<Standing, 'attendedDays'>; scores: readonly number[] }

/** The excellent windows of a year, and the plaques that come back to the centre. */
export type ExcellentWindows = {
  hall: 'qingpu'
  period: `${number}`
  windows: { id: string; scores: readonly number[]; mean: number | null }[]
  plaquesReturned: string[]
  result: AwardResult
}

/**
 * Qingpu 优秀服务窗口和服务明星评选办法: the excellent windows (优秀服务窗口) of a year among those
 * recommended, by the mean of the quarters' scores, then by the chain of ties. The plaque moves on:
 * last year's winners bring theirs back unless they win again.
 */
export function excellentWindows(
  year: `${number}`,
  { windows, lastYears }: { windows: readonly WindowYear[]; lastYears: readonly string[] },
  policy: AwardsPolicy,
  terms: QingpuTerms,
): ExcellentWindows {
  const means = windows.map(({ standing: { id }, scores }) => ({
    id,
    scores,
    mean: scores.length > 0 ? roundHalfUp(sumOf(scores), scores.length) : null,
  }))
  const result = decide(
    'excellentWindow',
    year,
    windows.map(({ standing }, index) => ({
      ...standing,
      score: means[index]?.mean ?? null,
      attendedDays: null,
    })),
    terms,
    { policy, also: [], fewestAttendedDays: 0 },
  )
  const keeps = (id: string) =>
    result.places.some((place) => place.state === 'awarded' && place.id === id)
  return {
    hall: 'qingpu',
    period: year,
    windows: means,
    plaquesReturned: lastYears.filter((id) => !keeps(id)),
    result,
  }
}
