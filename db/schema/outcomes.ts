import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { WITHHOLDING_REASONS, type WithholdingReason } from '../../api/rules/closing.ts'
import type { MonthFigures } from '../../api/rules/outcome-figures.ts'
import {
  PERSONAL_DATA_KINDS,
  type PersonalDataKind,
} from '../../api/rules/personal-data/candidate.ts'
import { REMEDIES, type Remedy } from '../../api/rules/remedy.ts'
import { RETRACTION_REASONS, type RetractionReason } from '../../api/rules/retraction.ts'
import { caseFiles } from './cases.ts'
import { cipher, day, flag, holds, id, isAMonth, month, oneOf, publicId } from './columns.ts'
import { officers } from './people.ts'
import { halls } from './places.ts'

/**
 * The public version of a case's outcome (匿名公示): an officer's summary, held some working days
 * after archiving, approved by a second person and released with the month's batch. A withheld
 * one is counted with its reason. `summary` is what was approved, nothing else; `draftedBy` is
 * set when a draft is ready for the second person, with nothing left undecided in it.
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
    remedy: text().$type<Remedy>(),
    draftedBy: integer().references(() => officers.id),
    draftedOn: day(),
    approvedBy: integer().references(() => officers.id),
    approvedOn: day(),
    /** A major matter goes out with the batch only when the office head says so. */
    releasedBy: integer().references(() => officers.id),
    holdUntil: day().notNull(),
    withheld: text().$type<WithholdingReason>(),
    /** Null where the case itself says why. */
    withheldBy: integer().references(() => officers.id),
    withheldOn: day(),
    /** The month's batch that showed or counted it. */
    batch: month(),
    publishedOn: day(),
    /** Settled at the release: whether the window is named, or only the department. */
    windowNamed: flag(),
    retractedOn: day(),
    retractedBy: integer().references(() => officers.id),
    retractionReason: text().$type<RetractionReason>(),
  },
  (t) => [
    index('outcomes_published').on(t.hallId, t.batch),
    holds('outcomes_two_people', sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.draftedBy}`),
    holds('outcomes_approved', sql`${t.publishedOn} is null or ${t.approvedBy} is not null`),
    holds('outcomes_shown_or_not', sql`${t.publishedOn} is null or ${t.withheld} is null`),
    holds('outcomes_length', sql`${t.summary} is null or length(${t.summary}) <= 200`),
    oneOf('outcomes_remedy', t.remedy, REMEDIES),
    oneOf('outcomes_withheld', t.withheld, WITHHOLDING_REASONS),
    oneOf('outcomes_retraction', t.retractionReason, RETRACTION_REASONS),
  ],
)

/** A summary as it was once written, and why it was sent back. Sealed: it may still say too much. */
export const outcomeDrafts = sqliteTable(
  'outcome_drafts',
  {
    id: id(),
    outcomeId: integer()
      .notNull()
      .references(() => outcomes.id),
    text: cipher().notNull(),
    remedy: text().$type<Remedy>().notNull(),
    draftedBy: integer()
      .notNull()
      .references(() => officers.id),
    draftedOn: day().notNull(),
    returnedBy: integer().references(() => officers.id),
    returnedOn: day(),
    returnNote: cipher(),
  },
  (t) => [
    index('outcome_drafts_of_outcome').on(t.outcomeId),
    oneOf('outcome_drafts_remedy', t.remedy, REMEDIES),
    holds(
      'outcome_drafts_two_people',
      sql`${t.returnedBy} is null or ${t.returnedBy} <> ${t.draftedBy}`,
    ),
  ],
)

/** Where the personal-data finder stopped in a draft, and what the officer decided about it. */
export const outcomeHits = sqliteTable(
  'outcome_hits',
  {
    id: id(),
    draftId: integer()
      .notNull()
      .references(() => outcomeDrafts.id),
    kind: text().$type<PersonalDataKind>().notNull(),
    /** Offsets into the draft's text, as JavaScript counts them. */
    start: integer().notNull(),
    end: integer().notNull(),
    certain: flag().notNull(),
    /** null: undecided; true: it is no personal data. Real data is taken out in a new draft. */
    harmless: flag(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
  },
  (t) => [
    index('outcome_hits_of_draft').on(t.draftId),
    oneOf('outcome_hits_kind', t.kind, PERSONAL_DATA_KINDS),
    holds('outcome_hits_whole', sql`(${t.harmless} is null) = (${t.decidedBy} is null)`),
  ],
)

/** A month's release in a hall, once, with the month's figures as they were published. */
export const outcomeBatches = sqliteTable(
  'outcome_batches',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    month: month().notNull(),
    releasedOn: day().notNull(),
    /** Small cells are already left out; nothing is counted anew afterwards. */
    figures: text({ mode: 'json' }).$type<MonthFigures>().notNull(),
  },
  (t) => [
    unique('outcome_batches_once').on(t.hallId, t.month),
    isAMonth('outcome_batches_month', t.month),
  ],
)
