import { FEWEST_FOR_A_RATE, type RatingLevel } from './rating-level.ts'
import { roundHalfUp } from './rounding.ts'

/** The normal deviate of a 95 % interval. */
const DEVIATE = 1.96

/** A level of the hall with how often it was given. */
export type CountedLevel = RatingLevel & {
  count: number
  /** Hundredths of all ratings, to two decimals; null where there are too few for a rate. */
  share: number | null
}

/** What the ratings of a window or a hall come to. */
export type Satisfaction = {
  levels: CountedLevel[]
  count: number
  satisfied: number
  /** 满意率 in hundredths, to two decimals; null below thirty ratings. */
  rate: number | null
  /** The 95 % interval around the rate, in hundredths; null with it. */
  between: { from: number; to: number } | null
}

/** Wilson's 95 % interval of `hits` in `count`, in hundredths to two decimals; `count` above zero. */
export function intervalOf(hits: number, count: number): { from: number; to: number } {
  const share = hits / count
  const spread = DEVIATE ** 2 / count
  const middle = share + spread / 2
  const half = Math.sqrt(spread * share * (1 - share) + (spread / 2) ** 2)
  const bound = (value: number) =>
    roundHalfUp(Math.min(100, Math.max(0, (100 * value) / (1 + spread))))
  return { from: bound(middle - half), to: bound(middle + half) }
}

/**
 * Ratings counted by level, best first. Below thirty there are counts only and neither rate nor
 * shares: a few visits say nothing about a window.
 */
export function satisfactionOf(
  levels: readonly RatingLevel[],
  counts: ReadonlyMap<number, number>,
): Satisfaction {
  const countOf = (level: RatingLevel) => counts.get(level.level) ?? 0
  const count = levels.reduce((sum, level) => sum + countOf(level), 0)
  const satisfied = levels.reduce((sum, level) => sum + (level.satisfied ? countOf(level) : 0), 0)
  const enough = count >= FEWEST_FOR_A_RATE
  return {
    levels: levels.map((level) => ({
      ...level,
      count: countOf(level),
      share: enough ? roundHalfUp(100 * countOf(level), count) : null,
    })),
    count,
    satisfied,
    rate: enough ? roundHalfUp(100 * satisfied, count) : null,
    between: enough ? intervalOf(satisfied, count) : null,
  }
}
