import { desc, eq } from 'drizzle-orm'
import { halls, ratingCorrections, ratingReasons, ratings, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { Refused } from '../refused.ts'

/** How long a mis-tap may be corrected. */
export const CORRECTABLE_MS = 2 * 60 * 1000

/** A rating with the level that counts, its window and its reasons; refused when there is none. */
export async function ratingById(db: Reader, publicId: string) {
  const [found] = await db
    .select({ rating: ratings, window: windows, hall: halls })
    .from(ratings)
    .innerJoin(windows, eq(windows.id, ratings.windowId))
    .innerJoin(halls, eq(halls.id, ratings.hallId))
    .where(eq(ratings.publicId, publicId))
  if (!found) throw new Refused('no-such-rating')
  const [correction] = await db
    .select({ level: ratingCorrections.level })
    .from(ratingCorrections)
    .where(eq(ratingCorrections.ratingId, found.rating.id))
    .orderBy(desc(ratingCorrections.id))
    .limit(1)
  const reasons = await db
    .select({ reason: ratingReasons.reason })
    .from(ratingReasons)
    .where(eq(ratingReasons.ratingId, found.rating.id))
  return {
    ...found,
    level: correction?.level ?? found.rating.level,
    reasons: reasons.map(({ reason }) => reason),
  }
}
