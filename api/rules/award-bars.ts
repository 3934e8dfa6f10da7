import type { AwardKind } from './award-kind.ts'
import { type Day, monthOf } from './day.ts'
import type { HallPolicy, VetoCause, VetoRule } from './hall-policy.ts'
import { type Period, quarterOfDay, spanOfPeriod, yearOf } from './period.ts'
import { roundHalfUp } from './rounding.ts'
import type { AwardVeto } from './star-award.ts'

/** A window's score of a quarter; null when it has none and is not ranked. */
export type QuarterWindow = { id: string; score: number | null }

/**
 * The windows whose heads are barred from the quarter. Qingpu 优秀服务窗口和服务明星评选办法: the lowest
 * so many, equals included, counted from below; never one at or above the median, and nobody where
 * there are no more windows than that.
 */
export function lowestWindows(windows: readonly QuarterWindow[], count: number): string[] {
  const scores = windows.map(({ score }) => score).filter((score) => score !== null)
  if (scores.length <= count) return []
  const median = medianOf(scores)
  return windows
    .filter(
      ({ score }) =>
        score !== null && score < median && scores.filter((each) => each < score).length < count,
    )
    .map(({ id }) => id)
}

/** The middle of some scores, or the mean of the two in the middle; at least one is given. */
function medianOf(scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]!
  return sorted.length % 2 === 1 ? upper : roundHalfUp(sorted[half - 1]! + upper, 2)
}

/** A complaint as far as it takes awards away. */
export type BarringComplaint = {
  from12345: boolean
  verified: boolean
  receivedOn: Day
  /** The day it was found true, or else settled. */
  decidedOn: Day
  staffIds: readonly string[]
  windowIds: readonly string[]
}

const causeOf = (
  { verified, from12345 }: Pick<BarringComplaint, 'verified' | 'from12345'>,
  { veto12345 }: Pick<HallPolicy, 'veto12345'>,
): VetoCause | null => {
  if (verified) return from12345 ? 'hotlineComplaint' : 'verifiedComplaint'
  return from12345 && veto12345 === 'anyTransferred' ? 'hotlineComplaint' : null
}

/**
 * The bars a complaint leaves, on the people it concerns and on the window, not on colleagues.
 * Qingpu 投诉处置办法 and 优秀服务窗口和服务明星评选办法: from the quarter of receipt to the quarter in
 * which it was found true; one sent on by 12345 bars when found true, or already when sent on
 * where the hall reads it so.
 */
export function barsOfComplaint(
  complaint: BarringComplaint,
  policy: Pick<HallPolicy, 'vetoes' | 'veto12345'>,
): AwardVeto[] {
  const cause = causeOf(complaint, policy)
  if (cause === null) return []
  const about = [
    ...complaint.staffIds.map((id) => ({ id, whom: 'person' as const })),
    ...complaint.windowIds.map((id) => ({ id, whom: 'window' as const })),
  ]
  const { from } = spanOfPeriod(quarterOfDay(complaint.receivedOn))
  const { until } = spanOfPeriod(quarterOfDay(complaint.decidedOn))
  return about.flatMap(({ id, whom }) =>
    policy.vetoes
      .filter((rule) => rule.cause === cause && rule.whom.includes(whom))
      .map(({ bars }) => ({
        id,
        reason: cause,
        bars: bars.filter((kind) => (kind === 'excellentWindow') === (whom === 'window')),
        from,
        until,
      })),
  )
}

/** The last day of a bar that begins on a day: of its month, its quarter or its year. */
export function lastDayOfBar(from: Day, lasts: VetoRule['lasts']): Day {
  if (lasts === 'month') return spanOfPeriod(monthOf(from)).until
  return spanOfPeriod(lasts === 'quarters' ? quarterOfDay(from) : yearOf(from)).until
}

/** The bars that touch an award of a quarter or a year: those in force on one of its days. */
export const barsIn = (
  bars: readonly AwardVeto[],
  { kind, period }: { kind: AwardKind; period: Period },
): AwardVeto[] => {
  const span = spanOfPeriod(period)
  return bars.filter(
    (bar) => bar.bars.includes(kind) && bar.from <= span.until && bar.until >= span.from,
  )
}

/** What a bar does to an award: nothing; it is lost; or, published before, kept and flagged. */
export function effectOfBar(
  bar: AwardVeto & { knownOn: Day },
  about: { kind: AwardKind; period: Period; publishedOn: Day | null },
): 'none' | 'lost' | 'flagged' {
  if (barsIn([bar], about).length === 0) return 'none'
  return about.publishedOn !== null && about.publishedOn < bar.knownOn ? 'flagged' : 'lost'
}
