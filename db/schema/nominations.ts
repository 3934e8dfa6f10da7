import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { AWARD_KINDS, type AwardKind } from '../../api/rules/award-kind.ts'
import type { Quarter } from '../../api/rules/quarter.ts'
import {
  day,
  holds,
  id,
  isADay,
  isAPeriod,
  isAQuarter,
  isAYear,
  moment,
  oneOf,
  period,
  publicId,
} from './columns.ts'
import { officers, staff } from './people.ts'
import { halls, windows } from './places.ts'

const hall = () =>
  integer()
    .notNull()
    .references(() => halls.id)
const officer = () =>
  integer()
    .notNull()
    .references(() => officers.id)

/**
 * Somebody proposed for a quarter (推荐): by the head of their window, within its number, or by a
 * section of the centre directly to the assessment group; always with a written reason.
 */
export const nominations = sqliteTable(
  'nominations',
  {
    id: id(),
    publicId: publicId(),
    hallId: hall(),
    quarter: text().$type<Quarter>().notNull(),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    /** The proposing window; null where a section of the centre proposes. */
    windowId: integer().references(() => windows.id),
    section: text(),
    reason: text().notNull(),
    nominatedBy: officer(),
    nominatedAt: moment().notNull(),
    withdrawnBy: integer().references(() => officers.id),
    withdrawnOn: day(),
  },
  (t) => [
    uniqueIndex('nominations_once')
      .on(t.quarter, t.staffId)
      .where(sql`withdrawn_on is null`),
    isAQuarter('nominations_quarter', t.quarter),
    isADay('nominations_withdrawn', t.withdrawnOn),
    holds('nominations_by', sql`(${t.windowId} is null) <> (${t.section} is null)`),
    holds('nominations_whole', sql`(${t.withdrawnBy} is null) = (${t.withdrawnOn} is null)`),
  ],
)

/** A window recommended for the year (推荐优秀服务窗口), by a window or a section of the centre. */
export const recommendations = sqliteTable(
  'recommendations',
  {
    id: id(),
    publicId: publicId(),
    hallId: hall(),
    year: text().$type<`${number}`>().notNull(),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    /** The recommending window; null where a section of the centre recommends. */
    byWindowId: integer().references(() => windows.id),
    section: text(),
    reason: text().notNull(),
    recommendedBy: officer(),
    recommendedOn: day().notNull(),
    withdrawnBy: integer().references(() => officers.id),
    withdrawnOn: day(),
  },
  (t) => [
    uniqueIndex('recommendations_once')
      .on(t.year, t.windowId)
      .where(sql`withdrawn_on is null`),
    isAYear('recommendations_year', t.year),
    isADay('recommendations_withdrawn', t.withdrawnOn),
    holds('recommendations_by', sql`(${t.byWindowId} is null) <> (${t.section} is null)`),
    holds('recommendations_whole', sql`(${t.withdrawnBy} is null) = (${t.withdrawnOn} is null)`),
  ],
)

/** An honour in somebody's line of work (条线荣誉) of a year, with its proof, by two people. */
export const honours = sqliteTable(
  'honours',
  {
    id: id(),
    publicId: publicId(),
    hallId: hall(),
    year: text().$type<`${number}`>().notNull(),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    title: text().notNull(),
    /** The number of the document or certificate. */
    proof: text().notNull(),
    enteredBy: officer(),
    enteredOn: day().notNull(),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
  },
  (t) => [
    uniqueIndex('honours_once').on(t.hallId, t.year, t.staffId, t.proof),
    isAYear('honours_year', t.year),
    holds(
      'honours_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.enteredBy}`,
    ),
    holds('honours_whole', sql`(${t.confirmedBy} is null) = (${t.confirmedOn} is null)`),
  ],
)

/** Somebody, or a window, whom the assessment group passes over for an award, and why. */
export const passedOver = sqliteTable(
  'passed_over',
  {
    id: id(),
    hallId: hall(),
    period: period().notNull(),
    title: text().$type<AwardKind>().notNull(),
    staffId: integer().references(() => staff.id),
    windowId: integer().references(() => windows.id),
    reason: text().notNull(),
    decidedBy: officer(),
    decidedOn: day().notNull(),
  },
  (t) => [
    uniqueIndex('passed_over_person').on(t.hallId, t.period, t.title, t.staffId),
    uniqueIndex('passed_over_window').on(t.hallId, t.period, t.title, t.windowId),
    isAPeriod('passed_over_period', t.period),
    oneOf('passed_over_title', t.title, AWARD_KINDS),
    holds('passed_over_about', sql`(${t.windowId} is null) <> (${t.staffId} is null)`),
  ],
)
