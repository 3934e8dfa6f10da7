import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { type Nature, NATURES } from '../../api/rules/complaint.ts'
import {
  FILING_STEPS,
  type FilingStep,
  NOTICE_WAYS,
  type NoticeWay,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '../../api/rules/negative-filing.ts'
import { cipher, day, flag, holds, id, isADay, moment, oneOf } from './columns.ts'
import { officers, staff } from './people.ts'
import { halls, windows } from './places.ts'

/**
 * A refusal put on file (否定报备): what was asked for and why it was refused, who refused, and the
 * applicant, who still objects. Never edited; what follows are rows of `negativeFilingSteps`.
 */
export const negativeFilings = sqliteTable(
  'negative_filings',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    number: text().notNull().unique(),
    /** Keeps a form sent twice from becoming two filings. */
    formDigest: text().notNull().unique(),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    /** Who refused (经办人). */
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    refusedOn: day().notNull(),
    nature: text().$type<Nature>().notNull(),
    /** Asked by word of mouth, the applicant was told to apply in writing. */
    toldToWrite: flag().notNull(),
    applicantName: cipher().notNull(),
    applicantUnit: cipher(),
    applicantAddress: cipher(),
    applicantPhone: cipher(),
    content: cipher().notNull(),
    reason: cipher().notNull(),
    basis: cipher().notNull(),
    important: flag().notNull(),
    filedBy: integer()
      .notNull()
      .references(() => officers.id),
    filedOn: day().notNull(),
    filedAt: moment().notNull(),
  },
  (t) => [
    index('negative_filings_of_hall').on(t.hallId, t.filedOn),
    oneOf('negative_filings_nature', t.nature, NATURES),
    isADay('negative_filings_refused', t.refusedOn),
    isADay('negative_filings_filed', t.filedOn),
    holds('negative_filings_order', sql`${t.refusedOn} <= ${t.filedOn}`),
    holds('negative_filings_written', sql`${t.nature} = 'written' or ${t.toldToWrite}`),
  ],
)

/**
 * What followed a filing, each step once: its review by another officer, the applicant told of the
 * correction, the report of an important matter. `countedOn` is the day it counts as done, `dueOn`
 * the date that held for it.
 */
export const negativeFilingSteps = sqliteTable(
  'negative_filing_steps',
  {
    id: id(),
    filingId: integer()
      .notNull()
      .references(() => negativeFilings.id),
    step: text().$type<FilingStep>().notNull(),
    outcome: text().$type<ReviewOutcome>(),
    /** The reviewer found the matter important, though it was not filed so. */
    foundImportant: flag().notNull(),
    way: text().$type<NoticeWay>(),
    note: cipher().notNull(),
    takenBy: integer()
      .notNull()
      .references(() => officers.id),
    takenOn: day().notNull(),
    takenAt: moment().notNull(),
    countedOn: day().notNull(),
    dueOn: day().notNull(),
  },
  (t) => [
    unique('negative_filing_steps_once').on(t.filingId, t.step),
    oneOf('negative_filing_steps_step', t.step, FILING_STEPS),
    oneOf('negative_filing_steps_outcome', t.outcome, REVIEW_OUTCOMES),
    oneOf('negative_filing_steps_way', t.way, NOTICE_WAYS),
    isADay('negative_filing_steps_taken', t.takenOn),
    isADay('negative_filing_steps_counted', t.countedOn),
    isADay('negative_filing_steps_due', t.dueOn),
    holds(
      'negative_filing_steps_whole',
      sql`(${t.step} = 'review') = (${t.outcome} is not null) and (${t.step} = 'notice') = (${t.way} is not null) and (${t.step} = 'review' or not ${t.foundImportant})`,
    ),
  ],
)

/** A date of a filing that is near or was missed, told once per level; to nobody when a post is empty. */
export const negativeFilingWarnings = sqliteTable(
  'negative_filing_warnings',
  {
    id: id(),
    filingId: integer()
      .notNull()
      .references(() => negativeFilings.id),
    step: text().$type<FilingStep>().notNull(),
    level: text().notNull(),
    dueOn: day().notNull(),
    onDay: day().notNull(),
    /** How many were told; none when the post outside the hall has to be. */
    told: integer().notNull(),
  },
  (t) => [
    unique('negative_filing_warnings_once').on(t.filingId, t.step, t.level),
    oneOf('negative_filing_warnings_step', t.step, FILING_STEPS),
    isADay('negative_filing_warnings_due', t.dueOn),
  ],
)
