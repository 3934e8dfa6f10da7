import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { NOTICE_MARKS, type NoticeMark } from '../../api/rules/calendar-import.ts'
import { caseFiles, deadlines } from './cases.ts'
import { day, holds, id, isADay, oneOf } from './columns.ts'
import { officers } from './people.ts'
import { halls, windows } from './places.ts'

/**
 * A year's working days as the State Council announced them, entered on the desk for every hall
 * of the installation. A year entered again is a new version; the newest one holds.
 */
export const calendarYears = sqliteTable(
  'calendar_years',
  {
    id: id(),
    year: integer().notNull(),
    version: integer().notNull(),
    /** The notice's number (文号); null when it is not known. */
    number: text(),
    announcedOn: day(),
    enteredBy: integer()
      .notNull()
      .references(() => officers.id),
    enteredOn: day().notNull(),
    /** The last case whose open dates were counted anew; so a recount that was cut short goes on. */
    recountedTo: integer().notNull().default(0),
    /** The day on which every open date had been counted anew; null while that is at work. */
    recountedOn: day(),
  },
  (t) => [
    unique('calendar_years_version').on(t.year, t.version),
    holds('calendar_years_year', sql`${t.year} between 2000 and 2999`),
  ],
)

/** The days of a year that are not what their weekday says. */
export const calendarDays = sqliteTable(
  'calendar_days',
  {
    yearId: integer()
      .notNull()
      .references(() => calendarYears.id),
    day: day().notNull(),
    mark: text().$type<NoticeMark>().notNull(),
    /** The holiday's name; empty for a worked rest day without one. */
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.yearId, t.day] }),
    oneOf('calendar_days_mark', t.mark, NOTICE_MARKS),
    isADay('calendar_days_day', t.day),
  ],
)

/** An open date that moved when a year was entered: from which day to which, and by which year. */
export const deadlineMoves = sqliteTable(
  'deadline_moves',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    deadlineId: integer()
      .notNull()
      .references(() => deadlines.id),
    fromDay: day().notNull(),
    toDay: day().notNull(),
    yearId: integer()
      .notNull()
      .references(() => calendarYears.id),
    movedOn: day().notNull(),
  },
  (t) => [
    unique('deadline_moves_once').on(t.deadlineId, t.yearId),
    index('deadline_moves_of_case').on(t.caseId),
    index('deadline_moves_of_year').on(t.yearId, t.hallId),
    holds('deadline_moves_move', sql`${t.fromDay} <> ${t.toDay}`),
  ],
)

/**
 * Days on which a hall, or one of its windows, serves nobody though offices work: repairs, a
 * move. No deadline follows them. The reason is shown to the public.
 */
export const hallClosings = sqliteTable(
  'hall_closings',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    /** Null closes the whole hall. */
    windowId: integer().references(() => windows.id),
    fromDay: day().notNull(),
    untilDay: day().notNull(),
    reason: text().notNull(),
    enteredBy: integer()
      .notNull()
      .references(() => officers.id),
    enteredOn: day().notNull(),
    /** The day it was taken back; it then never held. */
    takenBackOn: day(),
  },
  (t) => [
    index('hall_closings_of_hall').on(t.hallId, t.untilDay),
    isADay('hall_closings_from', t.fromDay),
    isADay('hall_closings_until', t.untilDay),
    holds('hall_closings_order', sql`${t.untilDay} >= ${t.fromDay}`),
  ],
)

/** A stretch in which a window serves on a weekday, 1 Monday to 7 Sunday; none is the hall's own. */
export const windowHours = sqliteTable(
  'window_hours',
  {
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    weekday: integer().notNull(),
    opens: text().notNull(),
    closes: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.windowId, t.weekday, t.opens] }),
    holds('window_hours_weekday', sql`${t.weekday} between 1 and 7`),
    holds(
      'window_hours_times',
      sql`${t.opens} glob '[0-2][0-9]:[0-5][0-9]' and ${t.closes} glob '[0-2][0-9]:[0-5][0-9]' and ${t.closes} > ${t.opens}`,
    ),
  ],
)
