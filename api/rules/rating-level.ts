/** A button of the rating page. `level` runs from 5, the best, to 1. */
export type RatingLevel = {
  level: 1 | 2 | 3 | 4 | 5
  label: string
  /** Whether it counts as satisfied (满意率): 非常满意, 满意 and 基本满意 do. */
  satisfied: boolean
}

/** Whether a level is asked for reasons, offered the complaint and followed up (差评). */
export const isLowLevel = (
  { lowLevels }: { lowLevels: readonly RatingLevel['level'][] },
  level: number,
): boolean => lowLevels.some((low) => low === level)

/** What a citizen may tick after a low rating; all optional. */
export const RATING_REASONS = [
  'attitude',
  'waiting',
  'notToldOnce',
  'delay',
  'unclear',
  'absent',
  'other',
] as const
export type RatingReason = (typeof RATING_REASONS)[number]

/** Below this many ratings only counts are shown, never a rate. */
export const FEWEST_FOR_A_RATE = 30
