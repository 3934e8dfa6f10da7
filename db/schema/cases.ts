import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { AwardKind } from '../../api/rules/award-kind.ts'
import {
  CASE_STATES,
  type CaseState,
  DEADLINE_KINDS,
  type DeadlineKind,
  FINDINGS,
  type Finding,
  INQUIRY_ROLES,
  type InquiryRole,
  REPLY_FORMS,
  type ReplyForm,
  TRACKS,
  type Track,
} from '../../api/rules/case-file.ts'
import { clauses } from './clauses.ts'
import { cipher, day, flag, holds, id, isADay, moment, oneOf, publicId } from './columns.ts'
import { complaints } from './complaints.ts'
import { officers, staff } from './people.ts'
import { departments, halls } from './places.ts'

/** What the office owes for a complaint. Its number is for conversation and opens nothing. */
export const caseFiles = sqliteTable(
  'case_files',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    complaintId: integer()
      .notNull()
      .unique()
      .references(() => complaints.id),
    number: text().notNull().unique(),
    policy: text().notNull(),
    policyVersion: text().notNull(),
    office: text().notNull(),
    state: text().$type<CaseState>().notNull(),
    track: text().$type<Track>(),
    handlerId: integer().references(() => officers.id),
    gist: text().notNull().default(''),
    registeredOn: day().notNull(),
    acceptedOn: day(),
    repliedOn: day(),
    closedOn: day(),
    archivedOn: day(),
    /** The next day on which something is due, for the queue; null when nothing is. */
    nextDueOn: day(),
    /** Counts every change, so that the second of two officers deciding at once is told. */
    revision: integer().notNull().default(0),
  },
  (t) => [
    index('case_files_queue').on(t.hallId, t.state, t.nextDueOn),
    index('case_files_register').on(t.hallId, t.registeredOn, t.number),
    oneOf('case_files_state', t.state, CASE_STATES),
    oneOf('case_files_track', t.track, TRACKS),
  ],
)

/** One step of a case from a state to the next: who, what, when. */
export const caseSteps = sqliteTable(
  'case_steps',
  {
    id: id(),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    act: text().notNull(),
    fromState: text().$type<CaseState>(),
    toState: text().$type<CaseState>().notNull(),
    officerId: integer().references(() => officers.id),
    day: day().notNull(),
    /** Null while the time of a confidential or anonymous lodging could be told from it. */
    at: moment(),
    /** A sentence for the complainant, where the step has one to say (reasons, explanations). */
    note: cipher(),
    /** What the step left in the file, for the office alone: opinion, minutes, a department's result. */
    record: cipher(),
  },
  (t) => [
    index('case_steps_of_case').on(t.caseId),
    oneOf('case_steps_to', t.toState, CASE_STATES),
    isADay('case_steps_day', t.day),
  ],
)

/** A date the office has promised or the regulation sets, and how it was counted. */
export const deadlines = sqliteTable(
  'deadlines',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    kind: text().$type<DeadlineKind>().notNull(),
    dayZero: day().notNull(),
    workingDays: integer(),
    dueOn: day().notNull(),
    provisional: flag().notNull(),
    metOn: day(),
    /** The later date that took its place, with its explanation. */
    replacedBy: integer(),
  },
  (t) => [
    index('deadlines_of_case').on(t.caseId),
    index('deadlines_open')
      .on(t.dueOn)
      .where(sql`met_on is null and replaced_by is null`),
    oneOf('deadlines_kind', t.kind, DEADLINE_KINDS),
    isADay('deadlines_due', t.dueOn),
    isADay('deadlines_zero', t.dayZero),
  ],
)

/** A later date and why; the complainant is told (延期说明). */
export const extensions = sqliteTable('extensions', {
  id: id(),
  caseId: integer()
    .notNull()
    .references(() => caseFiles.id),
  deadlineId: integer()
    .notNull()
    .references(() => deadlines.id),
  fromDay: day().notNull(),
  toDay: day().notNull(),
  reason: cipher().notNull(),
  grantedBy: integer()
    .notNull()
    .references(() => officers.id),
  grantedOn: day().notNull(),
})

/** Departments a complex case concerns. */
export const caseDepartments = sqliteTable(
  'case_departments',
  {
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    departmentId: integer()
      .notNull()
      .references(() => departments.id),
    /** The day the department's result came back. */
    resultOn: day(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.departmentId] })],
)

/** Staff a case names as concerned; they are kept away from it. */
export const caseStaff = sqliteTable(
  'case_staff',
  {
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.staffId] }),
    index('case_staff_of_staff').on(t.staffId),
  ],
)

/** A question put and its answer (询问笔录), or a note that nobody could be asked. */
export const inquiryNotes = sqliteTable(
  'inquiry_notes',
  {
    id: id(),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    role: text().$type<InquiryRole>().notNull(),
    summary: cipher().notNull(),
    askedBy: integer()
      .notNull()
      .references(() => officers.id),
    askedOn: day().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    index('inquiry_notes_of_case').on(t.caseId),
    oneOf('inquiry_notes_role', t.role, INQUIRY_ROLES),
  ],
)

/**
 * The person complained about is heard: the gist in an officer's words, the clause and a due
 * date; never the complaint's text, its photos, who lodged it or a time finer than the day.
 */
export const statementRequests = sqliteTable(
  'statement_requests',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    clauseId: integer().references(() => clauses.id),
    gist: text().notNull(),
    occurredOn: day(),
    dueOn: day().notNull(),
    askedBy: integer()
      .notNull()
      .references(() => officers.id),
    askedOn: day().notNull(),
    statement: cipher(),
    statedOn: day(),
  },
  (t) => [
    index('statement_requests_of_staff').on(t.staffId),
    index('statement_requests_of_case').on(t.caseId),
  ],
)

/** A decision as one officer proposes it and another approves or sends it back. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: id(),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    finding: text().$type<Finding>().notNull(),
    reasons: cipher().notNull(),
    measure: cipher().notNull(),
    /** Null, both, where a check of the hall found it and nobody is answered. */
    replyForm: text().$type<ReplyForm>(),
    reply: cipher(),
    proposedBy: integer()
      .notNull()
      .references(() => officers.id),
    proposedOn: day().notNull(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
    approved: flag(),
    decisionNote: cipher(),
  },
  (t) => [
    index('decisions_of_case').on(t.caseId),
    oneOf('decisions_finding', t.finding, FINDINGS),
    oneOf('decisions_form', t.replyForm, REPLY_FORMS),
    holds('decisions_answer', sql`(${t.replyForm} is null) = (${t.reply} is null)`),
    holds('decisions_two_people', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    holds(
      'decisions_whole',
      sql`(${t.decidedBy} is null) = (${t.approved} is null) and (${t.decidedBy} is null) = (${t.decidedOn} is null)`,
    ),
  ],
)

/**
 * The answer to the organ that sent a complaint on (答复转办单位): the day, the number of the letter,
 * who sent it, and the day the citizen was told by telephone where there is no other way.
 */
export const senderAnswers = sqliteTable('sender_answers', {
  id: id(),
  caseId: integer()
    .notNull()
    .unique()
    .references(() => caseFiles.id),
  answeredOn: day().notNull(),
  letterNumber: text().notNull(),
  citizenToldOn: day(),
  enteredBy: integer()
    .notNull()
    .references(() => officers.id),
  enteredOn: day().notNull(),
})

/**
 * What was drawn from a decision when the case was closed: the department told, the circular sent,
 * why there are no points, which awards are barred.
 */
export const closings = sqliteTable('closings', {
  id: id(),
  caseId: integer()
    .notNull()
    .unique()
    .references(() => caseFiles.id),
  departmentToldOn: day(),
  circularOn: day(),
  scoreWaiver: cipher(),
  vetoedAwards: text({ mode: 'json' }).$type<AwardKind[]>().notNull(),
  closedBy: integer()
    .notNull()
    .references(() => officers.id),
  closedOn: day().notNull(),
})

/** What citizen and office write to each other about a case. */
export const messages = sqliteTable(
  'messages',
  {
    id: id(),
    caseId: integer()
      .notNull()
      .references(() => caseFiles.id),
    /** Null when the citizen wrote it. */
    officerId: integer().references(() => officers.id),
    text: cipher().notNull(),
    day: day().notNull(),
    /** Keeps a form sent twice from becoming two messages. */
    formDigest: text().notNull().unique(),
  },
  (t) => [index('messages_of_case').on(t.caseId)],
)

/** Whether the complainant is satisfied with the reply; asked once. */
export const verdicts = sqliteTable('verdicts', {
  id: id(),
  caseId: integer()
    .notNull()
    .unique()
    .references(() => caseFiles.id),
  satisfied: flag().notNull(),
  day: day().notNull(),
})

/** A telephone call or another duty somebody must do and record. */
export const tasks = sqliteTable(
  'tasks',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    caseId: integer().references(() => caseFiles.id),
    kind: text().notNull(),
    key: text().notNull(),
    dueOn: day().notNull(),
    doneOn: day(),
    doneBy: integer().references(() => officers.id),
    result: cipher(),
  },
  (t) => [unique('tasks_once').on(t.kind, t.key), index('tasks_open').on(t.hallId, t.dueOn)],
)

/** A look into the comment book and the box, also when both were empty (开箱检查). */
export const boxChecks = sqliteTable(
  'box_checks',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    day: day().notNull(),
    found: integer().notNull(),
    note: text().notNull().default(''),
    checkedBy: integer()
      .notNull()
      .references(() => officers.id),
    checkedAt: moment().notNull(),
  },
  (t) => [
    index('box_checks_of_day').on(t.hallId, t.day),
    holds('box_checks_found', sql`${t.found} >= 0`),
  ],
)
