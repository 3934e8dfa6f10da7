import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { PolicyVersion } from '../../api/rules/policy-version.ts'
import { day, flag, holds, id, moment } from './columns.ts'

/** A service hall (政务服务大厅). `policy` names the regulations it lives by. */
export const halls = sqliteTable('halls', {
  id: id(),
  key: text().notNull().unique(),
  name: text().notNull(),
  address: text().notNull(),
  phone: text().notNull(),
  policy: text().notNull(),
  /** Values the hall set otherwise, kept here so that whoever reads the hall reads what it lives by. */
  policyVersions: text({ mode: 'json' })
    .$type<readonly PolicyVersion[]>()
    .notNull()
    .default(sql`'[]'`),
  createdAt: moment().notNull(),
})

/** A department with windows in the hall (进驻部门). */
export const departments = sqliteTable(
  'departments',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    name: text().notNull(),
  },
  (t) => [unique('departments_name').on(t.hallId, t.name)],
)

/** A service window. Its code is printed in its QR and unique everywhere; it is never used again. */
export const windows = sqliteTable(
  'windows',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    departmentId: integer()
      .notNull()
      .references(() => departments.id),
    code: text().notNull().unique(),
    number: text().notNull(),
    business: text().notNull(),
    floor: text().notNull().default(''),
    openedOn: day().notNull(),
    retiredOn: day(),
    paused: flag().notNull().default(false),
  },
  (t) => [
    index('windows_of_hall').on(t.hallId),
    holds(
      'windows_code',
      sql`length(${t.code}) = 8 and ${t.code} not glob '*[^23456789abcdefghjkmnpqrstuvwxyz]*'`,
    ),
  ],
)
