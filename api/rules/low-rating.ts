import { type Calendar, deadlineOf } from './calendar.ts'
import type { Day } from './day.ts'
import type { LowFollowUp } from './hall-policy.ts'

/** What came of calling back: talked, did not want to, nobody answered, not their number. */
export const CALL_RESULTS = ['talked', 'noTalk', 'noAnswer', 'wrongNumber'] as const
export type CallResult = (typeof CALL_RESULTS)[number]

/**
 * How a low rating ends: looked into and rectified, or declared mistaken (误评) or malicious
 * (恶意评价). The rating is kept and counted in each case.
 */
export const REMEDIES = ['rectified', 'mistaken', 'malicious'] as const
export type Remedy = (typeof REMEDIES)[number]

/** The two limits of a low rating: the call back, where a telephone was left, and the rest. */
export const LOW_RATING_CLOCKS = ['callBack', 'rectify'] as const
export type LowRatingClock = (typeof LOW_RATING_CLOCKS)[number]

/** The last day for calling back: working days after the day the telephone was left, day zero. */
export const callBackDueOn = (leftOn: Day, { callBackWd }: LowFollowUp, calendar: Calendar): Day =>
  deadlineOf(leftOn, callBackWd, calendar).day

/** The last day for the rectification: working days after the day of the rating, day zero. */
export const rectifyDueOn = (ratedOn: Day, { rectifyWd }: LowFollowUp, calendar: Calendar): Day =>
  deadlineOf(ratedOn, rectifyWd, calendar).day

/** How far following up one low rating has come. */
export type LowRatingProgress = {
  telephoneLeft: boolean
  called: boolean
  /** What is proposed and waits for a second person. */
  proposed: Remedy | null
  /** What a second person approved: the follow-up has ended. */
  approved: Remedy | null
  /** How often the citizen has rated again. */
  secondRatings: number
}

/** What is still owed: no call without a telephone, nothing once it has ended. */
export function owedOf({
  telephoneLeft,
  called,
  ended,
}: Pick<LowRatingProgress, 'telephoneLeft' | 'called'> & { ended: boolean }): LowRatingClock[] {
  if (ended) return []
  return telephoneLeft && !called ? ['callBack', 'rectify'] : ['rectify']
}

export type LowRatingRefusal =
  | 'low-rating-ended'
  | 'no-telephone-left'
  | 'call-back-first'
  | 'remedy-waits'
  | 'no-remedy-waits'
  | 'not-rectified-yet'
  | 'rated-again-already'

/** Why no telephone is taken any more, or null. */
export const telephoneRefusal = ({ approved }: LowRatingProgress): LowRatingRefusal | null =>
  approved === null ? null : 'low-rating-ended'

/** Why nobody may be called, or null. Who was not reached may be called again. */
export function callRefusal(progress: LowRatingProgress): LowRatingRefusal | null {
  if (progress.approved !== null) return 'low-rating-ended'
  return progress.telephoneLeft ? null : 'no-telephone-left'
}

/** Why no end may be proposed, or null: whoever left a telephone is called first. */
export function proposalRefusal(progress: LowRatingProgress): LowRatingRefusal | null {
  if (progress.approved !== null) return 'low-rating-ended'
  if (progress.proposed !== null) return 'remedy-waits'
  return progress.telephoneLeft && !progress.called ? 'call-back-first' : null
}

/** Why there is nothing to approve or send back, or null. */
export const decisionRefusal = (progress: LowRatingProgress): LowRatingRefusal | null =>
  progress.proposed === null ? 'no-remedy-waits' : null

/** Why the citizen may not rate again (追评), or null: after a rectification, as often as allowed. */
export function secondRatingRefusal(
  { approved, secondRatings }: LowRatingProgress,
  followUp: LowFollowUp,
): LowRatingRefusal | null {
  if (approved !== 'rectified') return 'not-rectified-yet'
  return secondRatings < followUp.secondRatings ? null : 'rated-again-already'
}
