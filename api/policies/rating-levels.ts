import type { RatingPolicy } from '../rules/hall-policy.ts'

/**
 * [portal] The five levels of the national 好差评, for halls whose regulations have none of their
 * own: the first three count as satisfied, the last two are asked for reasons.
 */
export const nationalRating: RatingPolicy = {
  levels: [
    { level: 5, label: '非常满意', satisfied: true },
    { level: 4, label: '满意', satisfied: true },
    { level: 3, label: '基本满意', satisfied: true },
    { level: 2, label: '不满意', satisfied: false },
    { level: 1, label: '非常不满意', satisfied: false },
  ],
  lowLevels: [2, 1],
  formula: 'displayOnly',
  deviceMustBeOn: false, // [portal] the window's code is enough
  lowFollowUp: null, // [portal] only where a hall takes the national follow-up for its own
}
