import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { OUTSIDE_POSTS, type OutsidePost } from '../../api/rules/outside-post.ts'
import { caseFiles } from './cases.ts'
import { day, holds, id, moment, oneOf } from './columns.ts'
import { officers } from './people.ts'
import { halls } from './places.ts'

const LETTER_STATES = ['waiting', 'sent', 'failed'] as const

/**
 * A letter to be: its kind and ids, no address and no text. It is rendered and its address
 * decrypted when it is sent; without a mail server letters wait and are never marked sent.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    kind: text().notNull(),
    /** A letter of one kind about one thing is written once. */
    key: text().notNull(),
    caseId: integer().references(() => caseFiles.id),
    officerId: integer().references(() => officers.id),
    toComplainant: integer({ mode: 'boolean' }).notNull(),
    /** The post outside the hall it goes to; null for a letter to a person. */
    outsidePost: text().$type<OutsidePost>(),
    writtenOn: day().notNull(),
    state: text().$type<(typeof LETTER_STATES)[number]>().notNull().default('waiting'),
    attempts: integer().notNull().default(0),
    nextTryAt: moment().notNull(),
    leasedUntil: moment(),
    sentAt: moment(),
    problem: text(),
  },
  (t) => [
    unique('outbox_once').on(t.kind, t.key),
    index('outbox_due')
      .on(t.nextTryAt)
      .where(sql`state = 'waiting'`),
    oneOf('outbox_state', t.state, LETTER_STATES),
    oneOf('outbox_outside_post', t.outsidePost, OUTSIDE_POSTS),
    holds(
      'outbox_one_reader',
      sql`${t.toComplainant} + (${t.officerId} is not null) + (${t.outsidePost} is not null) = 1`,
    ),
  ],
)

/**
 * What a job of the night did for a key (a day, a hall's day, or `last` for work done every few
 * minutes). `ranAt` is null until it is done; while it is at work it holds a lease.
 */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    id: id(),
    job: text().notNull(),
    key: text().notNull(),
    ranAt: moment(),
    leasedUntil: moment(),
    attempts: integer().notNull().default(0),
    /** What it found, or why it failed; never anybody's text. */
    note: text().notNull().default(''),
  },
  (t) => [unique('job_runs_once').on(t.job, t.key)],
)

/** A missed or near deadline, told to a post once per level; or a case that got old, told once. */
export const escalations = sqliteTable(
  'escalations',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    /** Null when it is the case that got old. */
    deadlineId: integer(),
    level: text().notNull(),
    /** The post told, in the hall's words, and the officer who held it; null when the post was empty and the fallback took it. */
    post: text().notNull(),
    officerId: integer().references(() => officers.id),
    onDay: day().notNull(),
  },
  (t) => [
    unique('escalations_once').on(t.deadlineId, t.level),
    uniqueIndex('escalations_of_case')
      .on(t.caseId, t.level)
      .where(sql`deadline_id is null`),
  ],
)
