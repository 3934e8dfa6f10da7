import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The full-text index of the guides (SQLite FTS5), one row a wording: `rowid` is the id of the
 * version, the texts are spread by `searchText`. Migrations make it by hand (db/generate.ts).
 */
export const guideSearch = sqliteTable('guide_search', {
  rowid: integer('rowid').primaryKey(),
  title: text('title').notNull(),
  body: text('body').notNull(),
})
