import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import { roundHalfUp, sumOf } from './rounding.ts'
import { award, type AwardBar, type AwardResult, type Hold } from './star-award.ts'
import type { Contender, TieDecision } from './tie-chain.ts'

/** A window's year: its monthly totals, and the sick leave of the post's holder in days. */
export type BingchaYear = {
  standing: Omit<Contender, 'score' | 'attendedDays' | 'redFlags'> & { redFlags: number }
  monthlyTotals: readonly number[]
  sickDays: number
}

/** A year's award with the mean behind every score. */
export type PostStars = {
  hall: 'bingcha'
  period: `${number}`
  windows: {
    id: string
    totals: readonly number[]
    sum: number
    months: number
    mean: number | null
  }[]
  result: AwardResult
}

/**
 * Bingcha 月度考核办法: the post stars (岗位之星) of a year from the monthly results: by the mean of
 * the totals, from so many assessed months, then by red flags, then by the chain of ties. 请假制度:
 * more than so many days of sick leave in the year bar from it.
 */
export function postStars(
  year: `${number}`,
  windows: readonly BingchaYear[],
  policy: Pick<HallPolicy, 'awards' | 'vetoes'>,
  terms: {
    on: Day
    vetoes: readonly AwardBar[]
    held: readonly Hold[]
    decision?: TieDecision | null
  },
): PostStars {
  const rule = policy.awards.find(({ kind }) => kind === 'postStar')
  const sickLeave = policy.vetoes.find(({ cause }) => cause === 'sickLeave')
  const isSick = (days: number) => sickLeave?.above !== undefined && days > sickLeave.above
  const means = windows.map(({ standing: { id }, monthlyTotals }) => {
    const sum = sumOf(monthlyTotals)
    const months = monthlyTotals.length
    const ranks = months > 0 && months >= (rule?.leastMonths ?? 0)
    return { id, totals: monthlyTotals, sum, months, mean: ranks ? roundHalfUp(sum, months) : null }
  })
  return {
    hall: 'bingcha',
    period: year,
    windows: means,
    result: award(
      windows.map(({ standing }, index) => ({
        ...standing,
        score: means[index]?.mean ?? null,
        attendedDays: null,
      })),
      {
        places: rule?.places ?? 0,
        fewestAttendedDays: 0,
        vetoes: [
          ...terms.vetoes,
          ...windows
            .filter(({ sickDays }) => isSick(sickDays))
            .map(({ standing: { id } }) => ({ id, reason: 'sickLeave', until: null })),
        ],
        held: terms.held,
        on: terms.on,
        decision: terms.decision ?? null,
      },
    ),
  }
}
