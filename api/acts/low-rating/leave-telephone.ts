import { eq } from 'drizzle-orm'
import { type halls, ratingContacts, ratingFollowUps } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { followUpOfRating } from '../../reads/low-rating-progress.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { callBackDueOn, telephoneRefusal } from '../../rules/low-rating.ts'
import { record } from '../record.ts'

type Rated = {
  rating: { id: number; publicId: string; day: Day }
  hall: typeof halls.$inferSelect
  level: number
}

/**
 * Whoever rated low may leave a telephone to be called back; the number is kept encrypted and
 * apart from the rating. Another number takes the place of the first until the follow-up ends.
 */
export async function leaveTelephone(
  tx: Transaction,
  world: World,
  { rating, hall, level }: Rated,
  { telephone, salutation }: { telephone: string; salutation: string },
): Promise<void> {
  const { lowFollowUp, lowLevels } = policyOf(hall, rating.day).rating
  if (!lowFollowUp || !lowLevels.some((low) => low === level)) {
    throw new Refused('no-follow-up-here')
  }
  const { followUp, progress } = await followUpOfRating(tx, rating.id)
  const refusal = telephoneRefusal(progress)
  if (refusal) throw new Refused(refusal)
  const leftOn = today(world)
  const sealed = {
    telephone: sealField(world.keys, 'rating_contacts.telephone', rating.publicId, telephone),
    salutation:
      salutation === ''
        ? null
        : sealField(world.keys, 'rating_contacts.salutation', rating.publicId, salutation),
  }
  await tx
    .insert(ratingContacts)
    .values({ ratingId: rating.id, ...sealed, leftOn })
    .onConflictDoUpdate({ target: ratingContacts.ratingId, set: sealed })
  if (followUp && followUp.callDueOn === null) {
    await tx
      .update(ratingFollowUps)
      .set({ callDueOn: callBackDueOn(leftOn, lowFollowUp, world.calendar) })
      .where(eq(ratingFollowUps.id, followUp.id))
  }
  await record(tx, world, {
    hallId: hall.id,
    kind: 'rating-telephone-left',
    object: `rating:${rating.publicId}`,
    officerId: null,
  })
}
