import { ratingReasons } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import type { ReasonsForm } from '../forms/rating.ts'
import { ratingById } from '../reads/ratings.ts'
import { leaveTelephone } from './low-rating/leave-telephone.ts'
import { record } from './record.ts'

/**
 * A citizen ticks why the rating was low, and may leave a telephone to be called back where the
 * hall does that; sending it twice changes nothing.
 */
export const giveReasons = (world: World, publicId: string, form: ReasonsForm) =>
  world.store.write(async (tx) => {
    const found = await ratingById(tx, publicId)
    const { rating, reasons: before } = found
    if (form.telephone !== '') await leaveTelephone(tx, world, found, form)
    const added = form.reasons.filter((reason) => !before.includes(reason))
    if (added.length === 0) return { reasons: before }
    await tx.insert(ratingReasons).values(added.map((reason) => ({ ratingId: rating.id, reason })))
    await record(tx, world, {
      hallId: rating.hallId,
      kind: 'rating-reasons-given',
      object: `rating:${publicId}`,
      officerId: null,
      particulars: { reasons: added.join(' ') },
    })
    return { reasons: [...before, ...added] }
  })
