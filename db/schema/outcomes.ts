import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { caseFiles } from './cases.ts'
import { day, flag, holds, id, month, publicId } from './columns.ts'
import { officers } from './people.ts'
import { halls } from './places.ts'

/**
 * The public version of a case's outcome (匿名公示): an officer's summary, held some working days
 * after archiving, released with the month's batch by a second person. A withheld one is
 * counted with its reason.
 */
export const outcomes = sqliteTable(
  'outcomes',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer()
      .notNull()
      .unique()
      .references(() => caseFiles.id),
    summary: text(),
    draftedBy: integer().references(() => officers.id),
    draftedOn: day(),
    approvedBy: integer().references(() => officers.id),
    approvedOn: day(),
    holdUntil: day().notNull(),
    withheld: text(),
    batch: month(),
    publishedOn: day(),
    retractedOn: day(),
    retractedBy: integer().references(() => officers.id),
    retractionReason: text(),
  },
  (t) => [
    index('outcomes_published').on(t.hallId, t.batch),
    holds('outcomes_two_people', sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.draftedBy}`),
    holds('outcomes_approved', sql`${t.publishedOn} is null or ${t.approvedBy} is not null`),
    holds('outcomes_length', sql`${t.summary} is null or length(${t.summary}) <= 200`),
  ],
)

/** What the personal-data finder stopped at, and what the officer decided about it. */
export const outcomeHits = sqliteTable(
  'outcome_hits',
  {
    id: id(),
    outcomeId: integer()
      .notNull()
      .references(() => outcomes.id),
    kind: text().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    /** null: undecided; true: it is no personal data. Real data is taken out of the summary. */
    harmless: flag(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
  },
  (t) => [index('outcome_hits_of_outcome').on(t.outcomeId)],
)
