import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { day, holds, moment } from './columns.ts'

/**
 * Who did what, when: append-only, each row bound to the one before by a keyed digest. It carries
 * ids, kinds, days and digests, never text that may have to be erased.
 */
export const events = sqliteTable(
  'events',
  {
    seq: integer().primaryKey(),
    hallId: integer(),
    kind: text().notNull(),
    /** What it happened to, as `case:12` or `window:3`. */
    object: text().notNull(),
    officerId: integer(),
    day: day().notNull(),
    /** Null where only the day may be kept. */
    at: moment(),
    particulars: text().notNull(),
    previous: text().notNull(),
    mac: text().notNull(),
  },
  (t) => [
    index('events_of_object').on(t.object),
    holds('events_particulars', sql`json_valid(${t.particulars})`),
  ],
)
