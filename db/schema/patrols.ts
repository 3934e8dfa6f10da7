import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Time } from '../../api/rules/opening-hours.ts'
import { type Session, SESSIONS } from '../../api/rules/patrol-rounds.ts'
import { cipher, day, flag, holds, id, isADay, moment, oneOf, publicId } from './columns.ts'
import { officers } from './people.ts'
import { halls, windows } from './places.ts'

/** A round through the hall (巡查): who, when, with the recorder or not, handed over to whom. */
export const patrolRounds = sqliteTable(
  'patrol_rounds',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    day: day().notNull(),
    session: text().$type<Session>().notNull(),
    officerId: integer()
      .notNull()
      .references(() => officers.id),
    started: text().$type<Time>().notNull(),
    ended: text().$type<Time>().notNull(),
    /** Whether the patrol recorder was worn (巡查记录仪). */
    recorder: flag().notNull(),
    recordedAt: moment().notNull(),
    /** The next shift the record form goes to, and when they said that they have it. */
    handedTo: integer().references(() => officers.id),
    confirmedAt: moment(),
  },
  (t) => [
    index('patrol_rounds_of_day').on(t.hallId, t.day),
    index('patrol_rounds_handed').on(t.handedTo),
    oneOf('patrol_rounds_session', t.session, SESSIONS),
    isADay('patrol_rounds_day', t.day),
    holds('patrol_rounds_order', sql`${t.started} <= ${t.ended}`),
    holds(
      'patrol_rounds_two_people',
      sql`${t.handedTo} is null or ${t.handedTo} <> ${t.officerId}`,
    ),
    holds('patrol_rounds_whole', sql`${t.confirmedAt} is null or ${t.handedTo} is not null`),
  ],
)

/** A window looked at on a round: in order where there is no finding. */
export const patrolLooks = sqliteTable(
  'patrol_looks',
  {
    roundId: integer()
      .notNull()
      .references(() => patrolRounds.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    finding: cipher(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.windowId] })],
)
