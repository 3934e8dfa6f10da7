import { ratingReasons } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { ratingById } from '../reads/ratings.ts'
import type { RatingReason } from '../rules/rating-level.ts'
import { record } from './record.ts'

/** A citizen ticks why the rating was low; sending it twice changes nothing. */
export const giveReasons = (world: World, publicId: string, reasons: readonly RatingReason[]) =>
  world.store.write(async (tx) => {
    const { rating, reasons: before } = await ratingById(tx, publicId)
    const added = reasons.filter((reason) => !before.includes(reason))
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
