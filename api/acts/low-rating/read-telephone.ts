import { eq } from 'drizzle-orm'
import { ratingContacts, ratings } from '../../../db/schema/index.ts'
import { openField, openMaybe } from '../../../db/sealing/field.ts'
import type { Officer, World } from '../../context.ts'
import { lowRatingFor } from '../../reads/low-rating-progress.ts'
import { Refused } from '../../refused.ts'
import { callRefusal } from '../../rules/low-rating.ts'
import { record } from '../record.ts'

/** The telephone that was left with a low rating, for whoever calls back; every look is entered. */
export const readTelephone = (world: World, officer: Officer, publicId: string) =>
  world.store.write(async (tx) => {
    const { followUp, progress } = await lowRatingFor(tx, officer, publicId, 'call')
    const refusal = callRefusal(progress)
    if (refusal) throw new Refused(refusal)
    const [kept] = await tx
      .select({ contact: ratingContacts, rating: ratings.publicId })
      .from(ratingContacts)
      .innerJoin(ratings, eq(ratings.id, ratingContacts.ratingId))
      .where(eq(ratingContacts.ratingId, followUp.ratingId))
    const { contact, rating } = kept!
    await record(tx, world, {
      hallId: followUp.hallId,
      kind: 'rating-telephone-read',
      object: `low-rating:${followUp.id}`,
      officerId: officer.id,
    })
    return {
      telephone: openField(world.keys, 'rating_contacts.telephone', rating, contact.telephone),
      salutation:
        openMaybe(world.keys, 'rating_contacts.salutation', rating, contact.salutation) ?? '',
    }
  })
