import { type SQL, sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, integer, text } from 'drizzle-orm/sqlite-core'
import type { Day, Month } from '../../api/rules/day.ts'
import type { Period } from '../../api/rules/period.ts'

/** The number of a row, never shown to anybody. */
export const id = () => integer().primaryKey()
/** A random id that may appear in an address; 128 bits as base64url. */
export const publicId = () => text().notNull().unique()
/** A calendar day, as text. */
export const day = () => text().$type<Day>()
/** A calendar month, as text. */
export const month = () => text().$type<Month>()
/** What an award is given for, as text: a month, a quarter `2026-Q1` or a year `2026`. */
export const period = () => text().$type<Period>()
/** A moment in milliseconds. */
export const moment = () => integer({ mode: 'timestamp_ms' })
/** Yes or no. */
export const flag = () => integer({ mode: 'boolean' })
/** Text encrypted by `db/sealing/field.ts`; opens only at its own table, column and row. */
export const cipher = () => text()

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

/** A CHECK that a column holds one of a vocabulary's words (or null where the column may be). */
export const oneOf = (name: string, column: AnySQLiteColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map(quoted).join(', '))})`)

/** A CHECK that a column's text is a calendar day. */
export const isADay = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`)

/** A CHECK that a column's text is a month. */
export const isAMonth = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`)

/** A CHECK that a column's text is a quarter. */
export const isAQuarter = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`${column} glob '[0-9][0-9][0-9][0-9]-Q[1-4]'`)

/** A CHECK that a column's text is a year. */
export const isAYear = (name: string, column: AnySQLiteColumn) =>
  check(name, sql`${column} glob '[0-9][0-9][0-9][0-9]'`)

/** A CHECK that a column's text is a month, a quarter or a year. */
export const isAPeriod = (name: string, column: AnySQLiteColumn) =>
  check(
    name,
    sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]' or ${column} glob '[0-9][0-9][0-9][0-9]-Q[1-4]' or ${column} glob '[0-9][0-9][0-9][0-9]'`,
  )

/** Any other CHECK. */
export const holds = (name: string, condition: SQL) => check(name, condition)
