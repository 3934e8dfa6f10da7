import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { ROLES, type Role } from '../../api/rules/roles.ts'
import { day, flag, holds, id, moment, oneOf, publicId } from './columns.ts'
import { OUTSIDE_POSTS, type OutsidePost } from '../../api/rules/outside-post.ts'
import { departments, halls, windows } from './places.ts'

/** Those who serve at windows. */
export const staff = sqliteTable(
  'staff',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    departmentId: integer()
      .notNull()
      .references(() => departments.id),
    number: text().notNull(),
    name: text().notNull(),
    /** False for interns (实习), who are in no appraisal and counted for no proposal. */
    assessed: flag().notNull().default(true),
    leftOn: day(),
  },
  (t) => [unique('staff_number').on(t.hallId, t.number)],
)

/** Who serves where, from a day to a day; `head` marks the window's head (窗口负责人). */
export const postings = sqliteTable(
  'postings',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    head: flag().notNull().default(false),
    fromDay: day().notNull(),
    toDay: day(),
  },
  (t) => [
    index('postings_of_window').on(t.windowId, t.fromDay),
    index('postings_of_staff').on(t.staffId),
    holds('postings_order', sql`${t.toDay} is null or ${t.toDay} >= ${t.fromDay}`),
  ],
)

/** Those who sign in. `staffId` links an officer who also serves at a window. */
export const officers = sqliteTable('officers', {
  id: id(),
  publicId: publicId(),
  login: text().notNull().unique(),
  name: text().notNull(),
  email: text(),
  /** The superior unit the officer belongs to; null for the hall's own. */
  unit: text(),
  staffId: integer().references(() => staff.id),
  passwordHash: text(),
  totpSecret: text(),
  disabledOn: day(),
  createdAt: moment().notNull(),
})

/** What an officer is in a hall. */
export const officerRoles = sqliteTable(
  'officer_roles',
  {
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    officerId: integer()
      .notNull()
      .references(() => officers.id),
    role: text().$type<Role>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hallId, t.officerId, t.role] }),
    index('officer_roles_of_officer').on(t.officerId),
    oneOf('officer_roles_role', t.role, ROLES),
  ],
)

/**
 * Where a post outside the hall is written to: the superior unit that approves when nobody in the
 * hall may, and the one an escalation falls to when nobody in the hall can be told.
 */
export const outsidePosts = sqliteTable(
  'outside_posts',
  {
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    post: text().$type<OutsidePost>().notNull(),
    email: text().notNull(),
    enteredBy: integer()
      .notNull()
      .references(() => officers.id),
    enteredOn: day().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hallId, t.post] }),
    oneOf('outside_posts_post', t.post, OUTSIDE_POSTS),
  ],
)

/** A declared relation that keeps an officer away from a person, a window or one case (回避). */
export const recusals = sqliteTable(
  'recusals',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    officerId: integer()
      .notNull()
      .references(() => officers.id),
    staffId: integer().references(() => staff.id),
    windowId: integer().references(() => windows.id),
    caseId: integer(),
    reason: text().notNull(),
    declaredOn: day().notNull(),
  },
  (t) => [
    index('recusals_of_officer').on(t.officerId),
    holds(
      'recusals_one_object',
      sql`(${t.staffId} is not null) + (${t.windowId} is not null) + (${t.caseId} is not null) = 1`,
    ),
  ],
)

/** A signed-in officer; only a digest of the cookie is kept. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    officerId: integer()
      .notNull()
      .references(() => officers.id),
    digest: text().notNull().unique(),
    openedAt: moment().notNull(),
    seenAt: moment().notNull(),
    endsAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [index('sessions_of_officer').on(t.officerId)],
)

/** A one-time link by which an officer sets a password; only its digest is kept. */
export const invitations = sqliteTable('invitations', {
  id: id(),
  officerId: integer()
    .notNull()
    .references(() => officers.id),
  digest: text().notNull().unique(),
  endsAt: moment().notNull(),
  usedAt: moment(),
})

/** Wrong tries at a sign-in or a receipt, counted where every process sees them. */
export const wrongTries = sqliteTable(
  'wrong_tries',
  {
    id: id(),
    door: text().notNull(),
    mark: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('wrong_tries_at_door').on(t.door, t.mark, t.at)],
)
