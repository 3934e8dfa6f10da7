import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { CATEGORIES, type ComplaintCategory } from '../../api/rules/complaint.ts'
import { day, flag, id, isADay, oneOf } from './columns.ts'
import { halls } from './places.ts'
import { ruleChanges } from './rules.ts'

/** A published clause in one of its versions. A complaint keeps the version it cited. */
export const clauses = sqliteTable(
  'clauses',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    key: text().notNull(),
    version: integer().notNull(),
    effectiveFrom: day().notNull(),
    system: text().notNull(),
    label: text().notNull(),
    plain: text().notNull(),
    category: text().$type<ComplaintCategory>().notNull(),
    pointsItem: text(),
    common: flag().notNull(),
    sortOrder: integer().notNull(),
    active: flag().notNull(),
    /** What brought this version; null for one that came with the hall's policy. */
    changeId: integer().references(() => ruleChanges.id),
  },
  (t) => [
    unique('clauses_version').on(t.hallId, t.key, t.version),
    index('clauses_of_hall').on(t.hallId, t.active, t.sortOrder),
    oneOf('clauses_category', t.category, CATEGORIES),
    isADay('clauses_from', t.effectiveFrom),
  ],
)
