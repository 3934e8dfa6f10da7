import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { RATING_REASONS, type RatingReason } from '../../api/rules/rating-level.ts'
import { day, holds, id, moment, oneOf, publicId } from './columns.ts'
import { halls, windows } from './places.ts'

/** One citizen's verdict on one visit. Never edited: a correction is a row of its own. */
export const ratings = sqliteTable(
  'ratings',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    level: integer().notNull(),
    day: day().notNull(),
    ratedAt: moment().notNull(),
  },
  (t) => [
    index('ratings_of_window').on(t.windowId, t.day),
    holds('ratings_level', sql`${t.level} between 1 and 5`),
  ],
)

/** The other level a citizen chose within two minutes; the last one counts. */
export const ratingCorrections = sqliteTable(
  'rating_corrections',
  {
    id: id(),
    ratingId: integer()
      .notNull()
      .references(() => ratings.id),
    fromLevel: integer().notNull(),
    level: integer().notNull(),
    correctedAt: moment().notNull(),
  },
  (t) => [
    index('rating_corrections_of_rating').on(t.ratingId),
    holds('rating_corrections_level', sql`${t.level} between 1 and 5`),
  ],
)

/** Why a rating was low, in words the citizen ticked. */
export const ratingReasons = sqliteTable(
  'rating_reasons',
  {
    ratingId: integer()
      .notNull()
      .references(() => ratings.id),
    reason: text().$type<RatingReason>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ratingId, t.reason] }),
    oneOf('rating_reasons_reason', t.reason, RATING_REASONS),
  ],
)

/** Ratings counted by window, day and level, in the transaction that enters the rating. */
export const ratingCounts = sqliteTable(
  'rating_counts',
  {
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    day: day().notNull(),
    level: integer().notNull(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.windowId, t.day, t.level] }),
    index('rating_counts_of_hall').on(t.hallId, t.day),
    holds('rating_counts_count', sql`${t.count} >= 0`),
  ],
)
