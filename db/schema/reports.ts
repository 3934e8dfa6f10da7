import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { ReportFigures } from '../../api/rules/monthly-report.ts'
import type { IndicatorResult } from '../../api/rules/service-indicators.ts'
import { day, holds, id, isAMonth, moment, month } from './columns.ts'
import { officers } from './people.ts'
import { halls } from './places.ts'

/**
 * A month's statistics (统计月报) as they were issued: the first version by the night, a later one
 * by an officer who says why. Figures are never changed; the office confirms each version with a
 * note of analysis (分析说明), a corrected one by somebody else.
 */
export const monthlyReports = sqliteTable(
  'monthly_reports',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    month: month().notNull(),
    version: integer().notNull(),
    figures: text({ mode: 'json' }).$type<ReportFigures>().notNull(),
    issuedOn: day().notNull(),
    issuedAt: moment().notNull(),
    /** Who corrected it and why; null for the first version. */
    correctedBy: integer().references(() => officers.id),
    reason: text(),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
    note: text(),
    /** The service indicators that were confirmed by then, where the hall has some. */
    indicators: text({ mode: 'json' }).$type<IndicatorResult[]>(),
  },
  (t) => [
    unique('monthly_reports_once').on(t.hallId, t.month, t.version),
    isAMonth('monthly_reports_month', t.month),
    holds(
      'monthly_reports_version',
      sql`${t.version} >= 1 and (${t.version} = 1) = (${t.correctedBy} is null) and (${t.correctedBy} is null) = (${t.reason} is null)`,
    ),
    holds(
      'monthly_reports_two_people',
      sql`${t.confirmedBy} is null or ${t.correctedBy} is null or ${t.confirmedBy} <> ${t.correctedBy}`,
    ),
    holds(
      'monthly_reports_whole',
      sql`(${t.confirmedBy} is null) = (${t.confirmedOn} is null) and (${t.confirmedBy} is null) = (${t.note} is null)`,
    ),
  ],
)

/** What a month's inquiries and promised cases came to, entered and confirmed by two. */
export const serviceCounts = sqliteTable(
  'service_counts',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    month: month().notNull(),
    /** First-ask inquiries (首问): asked, taken up, completed. */
    asked: integer().notNull(),
    accepted: integer().notNull(),
    completed: integer().notNull(),
    /** Cases with a promised time (承诺件), and those done in it. */
    promised: integer().notNull(),
    inTime: integer().notNull(),
    enteredBy: integer()
      .notNull()
      .references(() => officers.id),
    enteredOn: day().notNull(),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
  },
  (t) => [
    unique('service_counts_once').on(t.hallId, t.month),
    isAMonth('service_counts_month', t.month),
    holds(
      'service_counts_parts',
      sql`${t.completed} between 0 and ${t.accepted} and ${t.accepted} <= ${t.asked} and ${t.inTime} between 0 and ${t.promised}`,
    ),
    holds(
      'service_counts_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.enteredBy}`,
    ),
    holds('service_counts_whole', sql`(${t.confirmedBy} is null) = (${t.confirmedOn} is null)`),
  ],
)
