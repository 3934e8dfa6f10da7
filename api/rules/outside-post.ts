import type { HallPolicy } from './hall-policy.ts'

/** The posts outside a hall: who approves when nobody inside may, and who is told when nobody can be. */
export const OUTSIDE_POSTS = ['secondPerson', 'fallbackPost'] as const
export type OutsidePost = (typeof OUTSIDE_POSTS)[number]

/** A post outside the hall in words, as `安次区行政审批局 局办公室`. */
export const outsidePostTitle = (
  policy: Pick<HallPolicy, OutsidePost>,
  post: OutsidePost,
): string => `${policy[post].unitZh} ${policy[post].postZh}`
