import { secondRatings } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { followUpOfRating } from '../../reads/low-rating-progress.ts'
import { ratingById } from '../../reads/ratings.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import { secondRatingRefusal } from '../../rules/low-rating.ts'
import { record } from '../record.ts'

/**
 * Whoever rated low rates again once it was rectified (追评). Both levels are kept; the first one
 * is what counts.
 */
export const rateAgain = (world: World, publicId: string, level: number) =>
  world.store.write(async (tx) => {
    const { rating, hall } = await ratingById(tx, publicId)
    const { lowFollowUp, levels } = policyOf(hall, rating.day).rating
    if (!lowFollowUp) throw new Refused('no-follow-up-here')
    if (!levels.some((offered) => offered.level === level)) throw new Refused('level-not-offered')
    const { progress } = await followUpOfRating(tx, rating.id)
    const refusal = secondRatingRefusal(progress, lowFollowUp)
    if (refusal) throw new Refused(refusal)
    await tx.insert(secondRatings).values({
      ratingId: rating.id,
      nth: progress.secondRatings + 1,
      level,
      ratedAt: world.now(),
    })
    await record(tx, world, {
      hallId: hall.id,
      kind: 'rated-again',
      object: `rating:${publicId}`,
      officerId: null,
      particulars: { level },
    })
    return { level }
  })
