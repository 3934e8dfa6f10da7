import { asc, eq } from 'drizzle-orm'
import { secondRatings } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type World } from '../context.ts'
import { type Day, dayOf } from '../rules/day.ts'
import {
  type CallResult,
  rectifyDueOn,
  type Remedy,
  secondRatingRefusal,
  telephoneRefusal,
} from '../rules/low-rating.ts'
import { followUpOfRating } from './low-rating-progress.ts'
import type { ratingById } from './ratings.ts'
import { policyOf } from './policies.ts'

/** What the citizen who rated low sees of the following up. */
type SeenFollowUp = {
  callBackWd: number
  rectifyDueOn: Day
  mayLeaveTelephone: boolean
  telephoneLeft: boolean
  callDueOn: Day | null
  calls: { on: Day; result: CallResult }[]
  /** How it ended, in the hall's sentence. */
  ended: { remedy: Remedy; says: string; on: Day } | null
  mayRateAgain: boolean
  again: { level: number; on: Day }[]
}

/** The following up of a low rating for whoever holds its link; null where there is none. */
export async function seenFollowUp(
  db: Reader,
  world: Pick<World, 'calendar'>,
  { rating, hall, level }: Awaited<ReturnType<typeof ratingById>>,
): Promise<SeenFollowUp | null> {
  const { lowFollowUp, lowLevels } = policyOf(hall, rating.day).rating
  if (!lowFollowUp || !lowLevels.some((low) => low === level)) return null
  const { followUp, calls, remedies, progress } = await followUpOfRating(db, rating.id)
  const again = await db
    .select({ level: secondRatings.level, ratedAt: secondRatings.ratedAt })
    .from(secondRatings)
    .where(eq(secondRatings.ratingId, rating.id))
    .orderBy(asc(secondRatings.nth))
  const end = remedies.find(({ approved }) => approved === true)
  return {
    callBackWd: lowFollowUp.callBackWd,
    rectifyDueOn: followUp?.rectifyDueOn ?? rectifyDueOn(rating.day, lowFollowUp, world.calendar),
    mayLeaveTelephone: telephoneRefusal(progress) === null,
    telephoneLeft: progress.telephoneLeft,
    callDueOn: followUp?.callDueOn ?? null,
    calls: calls.map(({ calledOn, result }) => ({ on: calledOn, result })),
    ended: end ? { remedy: end.remedy, says: end.says, on: end.decidedOn! } : null,
    mayRateAgain: secondRatingRefusal(progress, lowFollowUp) === null,
    again: again.map(({ level, ratedAt }) => ({ level, on: dayOf(ratedAt) })),
  }
}
