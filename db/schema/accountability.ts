import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { APOLOGY_WORDS, type ApologyWord } from '../../api/rules/apology.ts'
import type { HallPolicy } from '../../api/rules/hall-policy.ts'
import type { Circumstance, Sanction, Severity } from '../../api/rules/ladder.ts'
import { SEVERITIES } from '../../api/rules/ladder.ts'
import { caseFiles } from './cases.ts'
import { cipher, day, flag, holds, id, isADay, oneOf, publicId } from './columns.ts'
import { officers, staff } from './people.ts'
import { halls } from './places.ts'

/** What the deciding body makes of a proposal. */
export const ACCOUNTABILITY_OUTCOMES = ['agreed', 'deviated', 'returned'] as const
export type AccountabilityOutcome = (typeof ACCOUNTABILITY_OUTCOMES)[number]

/**
 * What follows from a case for one responsible person (责任追究), or for nobody, because: one
 * officer proposes by the hall's ladder, the person answers (申辩), another officer decides for the
 * body the policy names.
 */
export const accountabilityActions = sqliteTable(
  'accountability_actions',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    /** Null when nobody is held to account. */
    staffId: integer().references(() => staff.id),
    /** Answers as head of the window (服务窗口负责人), not for an act of the own. */
    asHead: flag().notNull(),
    ladder: text().$type<HallPolicy['ladder']>().notNull(),
    ground: text(),
    severity: text().$type<Severity>(),
    /** The day of the act, by which repeated acts are counted. */
    actOn: day(),
    circumstances: text({ mode: 'json' }).$type<Circumstance[]>().notNull(),
    /** The person's earlier decided actions that count with this one, by public id. */
    earlier: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** What the person reads: an officer's words, never the complaint's. */
    gist: text().notNull(),
    reason: cipher().notNull(),
    /** The rung of the ladder, and the sanction chosen where the rung leaves a choice. */
    proposedRung: text(),
    proposedTier: integer(),
    proposedSanctions: text({ mode: 'json' }).$type<Sanction[]>().notNull(),
    proposedBy: integer()
      .notNull()
      .references(() => officers.id),
    proposedOn: day().notNull(),
    /** The last day for the person's answer; null when nobody is concerned. */
    answerUntil: day(),
    statement: cipher(),
    statedOn: day(),
    outcome: text().$type<AccountabilityOutcome>(),
    decidedRung: text(),
    decidedTier: integer(),
    decidedSanctions: text({ mode: 'json' }).$type<Sanction[]>(),
    deviation: cipher(),
    decidingBody: text(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
    circularOn: day(),
    /** The circular is about the complaint itself. */
    circularAbout: flag(),
    departmentToldOn: day(),
    returnLetterOn: day(),
    /** More than the highest tier: sent on to the discipline body. */
    forwardedOn: day(),
    probationUntil: day(),
  },
  (t) => [
    index('accountability_of_case').on(t.caseId),
    index('accountability_of_staff').on(t.staffId, t.actOn),
    oneOf('accountability_severity', t.severity, SEVERITIES),
    oneOf('accountability_outcome', t.outcome, ACCOUNTABILITY_OUTCOMES),
    isADay('accountability_act', t.actOn),
    isADay('accountability_answer', t.answerUntil),
    isADay('accountability_decided', t.decidedOn),
    holds(
      'accountability_two_people',
      sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    holds(
      'accountability_whole',
      sql`(${t.decidedBy} is null) = (${t.outcome} is null) and (${t.decidedBy} is null) = (${t.decidedOn} is null) and (${t.decidedBy} is null) = (${t.decidingBody} is null)`,
    ),
    holds(
      'accountability_about',
      sql`(${t.staffId} is null) = (${t.ground} is null) and (${t.staffId} is null) = (${t.severity} is null) and (${t.staffId} is null) = (${t.actOn} is null) and (${t.staffId} is null) = (${t.answerUntil} is null)`,
    ),
  ],
)

/**
 * What the complainant says of an apology with the receipt (谅解): one word for a case, changeable
 * until accountability is decided.
 */
export const apologies = sqliteTable(
  'apologies',
  {
    id: id(),
    caseId: integer()
      .notNull()
      .unique()
      .references(() => caseFiles.id),
    word: text().$type<ApologyWord>().notNull(),
    saidOn: day().notNull(),
  },
  (t) => [oneOf('apologies_word', t.word, APOLOGY_WORDS), isADay('apologies_said', t.saidOn)],
)

/**
 * Retaliation (打击报复) as the complainant reports it with the receipt. Only those who may decide on
 * accountability read it, never the handler.
 */
export const retaliationReports = sqliteTable(
  'retaliation_reports',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    text: cipher().notNull(),
    reportedOn: day().notNull(),
    /** Keeps a form sent twice from becoming two reports. */
    formDigest: text().notNull().unique(),
  },
  (t) => [
    index('retaliation_of_case').on(t.caseId),
    index('retaliation_of_hall').on(t.hallId, t.reportedOn),
    isADay('retaliation_reported', t.reportedOn),
  ],
)

/**
 * What follows for a patrol officer (Anci 政务服务大厅巡查办法, four cases): one officer proposes, the
 * patrol officer answers, another decides in words what the corresponding responsibility is.
 */
export const patrolLiabilities = sqliteTable(
  'patrol_liabilities',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    officerId: integer()
      .notNull()
      .references(() => officers.id),
    ground: text().notNull(),
    happenedOn: day().notNull(),
    facts: cipher().notNull(),
    proposedBy: integer()
      .notNull()
      .references(() => officers.id),
    proposedOn: day().notNull(),
    answerUntil: day().notNull(),
    statement: cipher(),
    statedOn: day(),
    /** Whether the officer bears it; null while it waits. */
    held: flag(),
    /** What it is, or why there is none. */
    decision: cipher(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
  },
  (t) => [
    index('patrol_liabilities_of_hall').on(t.hallId, t.happenedOn),
    isADay('patrol_liabilities_happened', t.happenedOn),
    holds(
      'patrol_liabilities_two_people',
      sql`${t.decidedBy} is null or (${t.decidedBy} <> ${t.proposedBy} and ${t.decidedBy} <> ${t.officerId})`,
    ),
    holds(
      'patrol_liabilities_whole',
      sql`(${t.decidedBy} is null) = (${t.held} is null) and (${t.decidedBy} is null) = (${t.decidedOn} is null) and (${t.decidedBy} is null) = (${t.decision} is null)`,
    ),
  ],
)
