import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { AWARD_KINDS, type AwardKind } from '../../api/rules/award-kind.ts'
import { VETO_CAUSES, type VetoCause } from '../../api/rules/hall-policy.ts'
import { ENTRY_SOURCES, type EntrySource } from '../../api/rules/score-entry.ts'
import { caseFiles } from './cases.ts'
import {
  cipher,
  day,
  flag,
  holds,
  id,
  isADay,
  isAMonth,
  isAPeriod,
  moment,
  month,
  oneOf,
  period,
  publicId,
} from './columns.ts'
import { officers, staff } from './people.ts'
import { halls, windows } from './places.ts'

/** A deduction or a bonus (扣分/加分记录), proposed by one person and confirmed by another. */
export const scoreEntries = sqliteTable(
  'score_entries',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    sheet: text().notNull(),
    item: text().notNull(),
    windowId: integer().references(() => windows.id),
    staffId: integer().references(() => staff.id),
    quantity: integer().notNull(),
    /** Signed: a deduction is negative. */
    points: real().notNull(),
    occurredOn: day().notNull(),
    period: month().notNull(),
    source: text().$type<EntrySource>().notNull(),
    caseId: integer().references(() => caseFiles.id),
    reason: text().notNull(),
    /** What proves a bonus: the number of a letter, a document, a banner. */
    proof: text(),
    /** Null when the close of a verified complaint proposed it. */
    proposedBy: integer().references(() => officers.id),
    proposedOn: day().notNull(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
    confirmed: flag(),
    decisionNote: text(),
    reverses: integer(),
    /** The roll call, inspection or finding it was proposed from, by its source; else null. */
    sourceId: integer(),
    /** The last day on which whoever it names may answer; null where nobody is asked. */
    answerUntil: day(),
    answer: cipher(),
    answeredBy: integer().references(() => officers.id),
    answeredOn: day(),
  },
  (t) => [
    index('score_entries_of_month').on(t.hallId, t.period),
    index('score_entries_of_case').on(t.caseId),
    isAMonth('score_entries_period', t.period),
    oneOf('score_entries_source', t.source, ENTRY_SOURCES),
    holds(
      'score_entries_two_people',
      sql`${t.decidedBy} is null or ${t.proposedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    holds('score_entries_whole', sql`(${t.decidedBy} is null) = (${t.confirmed} is null)`),
    holds(
      'score_entries_answer',
      sql`(${t.answer} is null) = (${t.answeredOn} is null) and (${t.answer} is null) = (${t.answeredBy} is null)`,
    ),
    holds('score_entries_about', sql`${t.windowId} is not null or ${t.staffId} is not null`),
  ],
)

/** How many working days a member of staff attended in a month, entered and confirmed by two. */
export const attendedDays = sqliteTable(
  'attended_days',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    month: month().notNull(),
    days: integer().notNull(),
    /** Marks due and marks there, for the attendance rate; null where the hall keeps none. */
    dueMarks: integer(),
    presentMarks: integer(),
    sickDays: integer().notNull().default(0),
    /** Personal leave (事假). */
    leaveDays: integer().notNull().default(0),
    enteredBy: integer()
      .notNull()
      .references(() => officers.id),
    enteredOn: day().notNull(),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
  },
  (t) => [
    unique('attended_days_once').on(t.staffId, t.month),
    index('attended_days_of_month').on(t.hallId, t.month),
    isAMonth('attended_days_month', t.month),
    holds('attended_days_days', sql`${t.days} between 0 and 31`),
    holds(
      'attended_days_away',
      sql`${t.sickDays} between 0 and 31 and ${t.leaveDays} between 0 and 31`,
    ),
    holds(
      'attended_days_marks',
      sql`(${t.dueMarks} is null) = (${t.presentMarks} is null) and (${t.dueMarks} is null or ${t.presentMarks} between 0 and ${t.dueMarks})`,
    ),
    holds(
      'attended_days_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.enteredBy}`,
    ),
  ],
)

/** Cases (办件) a window accepted in a month, and how many of them while a verified fault lasted. */
export const caseVolumes = sqliteTable(
  'case_volumes',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    month: month().notNull(),
    cases: integer().notNull(),
    duringFault: integer().notNull().default(0),
    enteredBy: integer()
      .notNull()
      .references(() => officers.id),
    enteredOn: day().notNull(),
  },
  (t) => [
    unique('case_volumes_once').on(t.windowId, t.month),
    isAMonth('case_volumes_month', t.month),
    holds(
      'case_volumes_counts',
      sql`${t.cases} >= 0 and ${t.duringFault} >= 0 and ${t.duringFault} <= ${t.cases}`,
    ),
  ],
)

/** A month that is closed: later corrections are entries of the month they are decided in. */
export const monthCloses = sqliteTable(
  'month_closes',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    month: month().notNull(),
    closedAt: moment().notNull(),
    closedOn: day().notNull(),
  },
  (t) => [
    unique('month_closes_once').on(t.hallId, t.month),
    isAMonth('month_closes_month', t.month),
  ],
)

/** What a month, quarter or year awarded, with the whole worksheet it was computed by. */
export const starAwards = sqliteTable(
  'star_awards',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    period: period().notNull(),
    /** The sheet a month was scored on, or which award of the quarter or year it is. */
    sheet: text().notNull(),
    /** The serialised computation, shown line by line; also why there is none. */
    worksheet: text({ mode: 'json' }).$type<unknown>().notNull(),
    computedOn: day().notNull(),
  },
  (t) => [
    unique('star_awards_once').on(t.hallId, t.period, t.sheet),
    isAPeriod('star_awards_period', t.period),
  ],
)

/** One award out of a worksheet: who holds which title for which month, quarter or year. */
export const awards = sqliteTable(
  'awards',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    period: period().notNull(),
    title: text().$type<AwardKind>().notNull(),
    place: integer().notNull(),
    state: text().$type<'awarded' | 'held' | 'undecided'>().notNull(),
    staffId: integer().references(() => staff.id),
    departmentId: integer(),
    windowId: integer().references(() => windows.id),
    /** The last day on which the place is kept for somebody under an open complaint. */
    heldUntil: day(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day().notNull(),
    reason: text(),
  },
  (t) => [
    unique('awards_once').on(t.hallId, t.period, t.title, t.place),
    isAPeriod('awards_period', t.period),
    oneOf('awards_title', t.title, AWARD_KINDS),
    oneOf('awards_state', t.state, ['awarded', 'held', 'undecided']),
  ],
)

/** A bar to awards (取消评优资格) of a person or a window; the policy says which awards it bars. */
export const awardVetoes = sqliteTable(
  'award_vetoes',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    cause: text().$type<VetoCause>().notNull(),
    staffId: integer().references(() => staff.id),
    windowId: integer().references(() => windows.id),
    caseId: integer().references(() => caseFiles.id),
    fromDay: day().notNull(),
    untilDay: day().notNull(),
    reason: text().notNull(),
    enteredBy: integer().references(() => officers.id),
    enteredOn: day().notNull(),
  },
  (t) => [
    index('award_vetoes_of_hall').on(t.hallId, t.untilDay),
    oneOf('award_vetoes_cause', t.cause, VETO_CAUSES),
    isADay('award_vetoes_from', t.fromDay),
    isADay('award_vetoes_until', t.untilDay),
    holds('award_vetoes_order', sql`${t.untilDay} >= ${t.fromDay}`),
    holds('award_vetoes_about', sql`(${t.windowId} is null) <> (${t.staffId} is null)`),
  ],
)
