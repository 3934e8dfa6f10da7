import { and, eq, sql } from 'drizzle-orm'
import { ratingCorrections, ratingCounts } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { CORRECTABLE_MS, ratingById } from '../reads/ratings.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { record } from './record.ts'

/** A citizen who tapped the wrong button chooses again, within two minutes. */
export const correctRating = (world: World, publicId: string, level: number) =>
  world.store.write(async (tx) => {
    const { rating, hall, level: before } = await ratingById(tx, publicId)
    const now = world.now()
    if (now.getTime() - rating.ratedAt.getTime() > CORRECTABLE_MS) {
      throw new Refused('too-late-to-correct')
    }
    if (!policyOf(hall, today(world)).rating.levels.some((offered) => offered.level === level)) {
      throw new Refused('level-not-offered')
    }
    if (level === before) return { level }
    await tx
      .insert(ratingCorrections)
      .values({ ratingId: rating.id, fromLevel: before, level, correctedAt: now })
    await tx
      .update(ratingCounts)
      .set({ count: sql`${ratingCounts.count} - 1` })
      .where(
        and(
          eq(ratingCounts.windowId, rating.windowId),
          eq(ratingCounts.day, rating.day),
          eq(ratingCounts.level, before),
        ),
      )
    await tx
      .insert(ratingCounts)
      .values({
        windowId: rating.windowId,
        day: rating.day,
        level,
        hallId: rating.hallId,
        count: 1,
      })
      .onConflictDoUpdate({
        target: [ratingCounts.windowId, ratingCounts.day, ratingCounts.level],
        set: { count: sql`${ratingCounts.count} + 1` },
      })
    await record(tx, world, {
      hallId: rating.hallId,
      kind: 'rating-corrected',
      object: `rating:${publicId}`,
      officerId: null,
      particulars: { from: before, to: level },
    })
    return { level }
  })
