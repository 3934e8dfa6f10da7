import { and, between, eq, exists, inArray, sql } from 'drizzle-orm'
import { ratingFollowUps, ratingRemedies, secondRatings } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf } from '../rules/day.ts'
import type { Period } from '../rules/rating-period.ts'
import { isFew } from '../rules/shown-ratings.ts'
import type { Count } from '../rules/small-counts.ts'
import { hallById } from './halls.ts'
import { headedWindows } from './month-figures.ts'
import { policyOf } from './policies.ts'

/** Months of the past a window head is shown. */
const MONTHS_SHOWN = 6

/** Low ratings, those rectified and those rated again; null where too few to be shown. */
export type LowRatingCounts = { low: Count; rectified: Count; again: Count }

const shown = (count: number, least: number): Count => (isFew(count, least) ? null : count)

/** The low ratings of a window in a period, and what became of them. */
export async function lowRatingCounts(
  db: Reader,
  windowId: number,
  { from, to }: Period,
  least: number,
): Promise<LowRatingCounts> {
  const rectified = db
    .select({ one: sql`1` })
    .from(ratingRemedies)
    .where(
      and(
        eq(ratingRemedies.followUpId, ratingFollowUps.id),
        eq(ratingRemedies.approved, true),
        inArray(ratingRemedies.remedy, ['rectified']),
      ),
    )
  const again = db
    .select({ one: sql`1` })
    .from(secondRatings)
    .where(eq(secondRatings.ratingId, ratingFollowUps.ratingId))
  const [found] = await db
    .select({
      low: sql<number>`count(*)`.mapWith(Number),
      rectified: sql<number>`coalesce(sum(${exists(rectified)}), 0)`.mapWith(Number),
      again: sql<number>`coalesce(sum(${exists(again)}), 0)`.mapWith(Number),
    })
    .from(ratingFollowUps)
    .where(and(eq(ratingFollowUps.windowId, windowId), between(ratingFollowUps.ratedOn, from, to)))
  return {
    low: shown(found?.low ?? 0, least),
    rectified: shown(found?.rectified ?? 0, least),
    again: shown(found?.again ?? 0, least),
  }
}

/** What a window head is told of the own windows: counts of whole months that have ended. */
export async function headsCounts(world: World, officer: Officer) {
  const { read } = world.store
  const { leastRatings } = policyOf(await hallById(read, officer.hallId), today(world)).publish
  const running = monthOf(today(world))
  const headed = await headedWindows(read, officer, today(world))
  const counts: ({
    month: Month
    window: { number: string; business: string }
  } & LowRatingCounts)[] = []
  for (let back = 1; back <= MONTHS_SHOWN; back++) {
    const month = addMonths(running, 0 - back)
    const period = { from: firstDayOf(month), to: lastDayOf(month) }
    for (const { id, number, business } of headed) {
      const found = await lowRatingCounts(read, id, period, leastRatings)
      counts.push({ month, window: { number, business }, ...found })
    }
  }
  return { least: leastRatings, counts }
}
