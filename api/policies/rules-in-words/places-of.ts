import type { AwardKind } from '../../rules/award-kind.ts'
import type { HallPolicy } from '../../rules/hall-policy.ts'

/** How many places an award of the policy has. */
export const placesOf = (awards: HallPolicy['awards'], kind: AwardKind): number =>
  awards.find((award) => award.kind === kind)?.places ?? 0
