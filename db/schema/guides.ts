import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { ServiceGuide } from '../../api/rules/guide.ts'
import { day, id, isADay, moment } from './columns.ts'
import { halls, windows } from './places.ts'
import { officers } from './people.ts'

/** A service guide (办事指南); its text is in its versions. */
export const guides = sqliteTable(
  'guides',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    slug: text().notNull(),
    retiredOn: day(),
  },
  (t) => [unique('guides_slug').on(t.hallId, t.slug)],
)

/** One wording of a guide, in force from a day until the next version is. Never edited. */
export const guideVersions = sqliteTable(
  'guide_versions',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    guideId: integer()
      .notNull()
      .references(() => guides.id),
    version: integer().notNull(),
    effectiveFrom: day().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    body: text({ mode: 'json' }).$type<ServiceGuide>().notNull(),
    enteredBy: integer().references(() => officers.id),
    enteredAt: moment().notNull(),
  },
  (t) => [
    unique('guide_versions_number').on(t.guideId, t.version),
    isADay('guide_versions_from', t.effectiveFrom),
  ],
)

/** Which windows handle the matter of a guide. */
export const guideWindows = sqliteTable(
  'guide_windows',
  {
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    guideId: integer()
      .notNull()
      .references(() => guides.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
  },
  (t) => [
    primaryKey({ columns: [t.guideId, t.windowId] }),
    index('guide_windows_of_window').on(t.windowId),
  ],
)
