import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { DEADLINE_WARNINGS, type DeadlineWarning } from '../../api/rules/deadline-warning.ts'
import {
  CALL_RESULTS,
  type CallResult,
  LOW_RATING_CLOCKS,
  type LowRatingClock,
  REMEDIES,
  type Remedy,
} from '../../api/rules/low-rating.ts'
import { cipher, day, flag, holds, id, isADay, moment, oneOf, publicId } from './columns.ts'
import { officers } from './people.ts'
import { halls, windows } from './places.ts'
import { ratings } from './ratings.ts'

/** What a hall owes for one low rating (差评回访整改), from the rating on. */
export const ratingFollowUps = sqliteTable(
  'rating_follow_ups',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    ratingId: integer()
      .notNull()
      .unique()
      .references(() => ratings.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    level: integer().notNull(),
    ratedOn: day().notNull(),
    /** Null while no telephone was left: then nobody is called. */
    callDueOn: day(),
    rectifyDueOn: day().notNull(),
    openedOn: day().notNull(),
    /** The day a second person approved how it ends. */
    endedOn: day(),
  },
  (t) => [
    index('rating_follow_ups_of_hall').on(t.hallId, t.endedOn, t.rectifyDueOn),
    index('rating_follow_ups_of_window').on(t.windowId, t.ratedOn),
    isADay('rating_follow_ups_rectify_due', t.rectifyDueOn),
  ],
)

/** How to call whoever rated low, kept apart from the rating and erased after the follow-up. */
export const ratingContacts = sqliteTable(
  'rating_contacts',
  {
    ratingId: integer()
      .primaryKey()
      .references(() => ratings.id),
    telephone: cipher().notNull(),
    salutation: cipher(),
    leftOn: day().notNull(),
  },
  (t) => [index('rating_contacts_left').on(t.leftOn)],
)

/** One attempt to call back and what came of it; what was said is erased with the telephone. */
export const ratingCalls = sqliteTable(
  'rating_calls',
  {
    id: id(),
    followUpId: integer()
      .notNull()
      .references(() => ratingFollowUps.id),
    result: text().$type<CallResult>().notNull(),
    gist: cipher(),
    calledBy: integer()
      .notNull()
      .references(() => officers.id),
    calledOn: day().notNull(),
  },
  (t) => [
    index('rating_calls_of_follow_up').on(t.followUpId),
    oneOf('rating_calls_result', t.result, CALL_RESULTS),
  ],
)

/** How a low rating ends: one officer looks into it and writes the sentence, another approves it. */
export const ratingRemedies = sqliteTable(
  'rating_remedies',
  {
    id: id(),
    followUpId: integer()
      .notNull()
      .references(() => ratingFollowUps.id),
    remedy: text().$type<Remedy>().notNull(),
    /** What the citizen reads: what was done, or why the rating is held to be mistaken. */
    says: text().notNull(),
    proposedBy: integer()
      .notNull()
      .references(() => officers.id),
    proposedOn: day().notNull(),
    approved: flag(),
    /** Why it was sent back. */
    note: text().notNull().default(''),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
  },
  (t) => [
    index('rating_remedies_of_follow_up').on(t.followUpId),
    uniqueIndex('rating_remedies_one')
      .on(t.followUpId)
      .where(sql`approved is null or approved = 1`),
    oneOf('rating_remedies_remedy', t.remedy, REMEDIES),
    holds(
      'rating_remedies_two_people',
      sql`(${t.approved} is null) = (${t.decidedBy} is null) and ${t.decidedBy} is not ${t.proposedBy}`,
    ),
  ],
)

/** What a citizen rated after the rectification (追评), beside the first rating, which stands. */
export const secondRatings = sqliteTable(
  'second_ratings',
  {
    id: id(),
    ratingId: integer()
      .notNull()
      .references(() => ratings.id),
    nth: integer().notNull(),
    level: integer().notNull(),
    ratedAt: moment().notNull(),
  },
  (t) => [
    unique('second_ratings_once').on(t.ratingId, t.nth),
    holds('second_ratings_level', sql`${t.level} between 1 and 5`),
  ],
)

/** A date of a low rating that was told to the office, once per level. */
export const lowRatingWarnings = sqliteTable(
  'low_rating_warnings',
  {
    followUpId: integer()
      .notNull()
      .references(() => ratingFollowUps.id),
    clock: text().$type<LowRatingClock>().notNull(),
    level: text().$type<DeadlineWarning>().notNull(),
    onDay: day().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.followUpId, t.clock, t.level] }),
    oneOf('low_rating_warnings_clock', t.clock, LOW_RATING_CLOCKS),
    oneOf('low_rating_warnings_level', t.level, DEADLINE_WARNINGS),
  ],
)

/** Up to which rating the search for low ones has come; one row. */
export const lowRatingSearch = sqliteTable(
  'low_rating_search',
  { id: id(), upTo: integer().notNull() },
  (t) => [holds('low_rating_search_one', sql`${t.id} = 1`)],
)
