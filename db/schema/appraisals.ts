import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import {
  ATTENDANCE_FINDINGS,
  type AttendanceFindingKind,
} from '../../api/rules/attendance-finding.ts'
import type { Quarter } from '../../api/rules/quarter.ts'
import { day, holds, id, isADay, isAMonth, month, oneOf, publicId } from './columns.ts'
import { officers, staff } from './people.ts'
import { halls, windows } from './places.ts'
import { scoreEntries } from './scores.ts'

const hall = () =>
  integer()
    .notNull()
    .references(() => halls.id)
const officer = () =>
  integer()
    .notNull()
    .references(() => officers.id)

/** What one window gives another for a month (窗口互评), one mark for each topic in their order. */
export const peerMarks = sqliteTable(
  'peer_marks',
  {
    id: id(),
    hallId: hall(),
    month: month().notNull(),
    byWindowId: integer()
      .notNull()
      .references(() => windows.id),
    forWindowId: integer()
      .notNull()
      .references(() => windows.id),
    marks: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    givenBy: officer(),
    givenOn: day().notNull(),
  },
  (t) => [
    unique('peer_marks_once').on(t.month, t.byWindowId, t.forWindowId),
    index('peer_marks_of_month').on(t.hallId, t.month),
    isAMonth('peer_marks_month', t.month),
    holds('peer_marks_another', sql`${t.byWindowId} <> ${t.forWindowId}`),
  ],
)

/** The directors' meeting's value for a window no other has marked, by two people. */
export const directorMarks = sqliteTable(
  'director_marks',
  {
    id: id(),
    hallId: hall(),
    month: month().notNull(),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    points: real().notNull(),
    reason: text().notNull(),
    proposedBy: officer(),
    proposedOn: day().notNull(),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
  },
  (t) => [
    unique('director_marks_once').on(t.month, t.windowId),
    index('director_marks_of_month').on(t.hallId, t.month),
    isAMonth('director_marks_month', t.month),
    holds('director_marks_points', sql`${t.points} >= 0`),
    holds(
      'director_marks_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.proposedBy}`,
    ),
  ],
)

/** A roll call of an activity of the centre (点名): a meeting, a study day. */
export const rollCalls = sqliteTable(
  'roll_calls',
  {
    id: id(),
    hallId: hall(),
    day: day().notNull(),
    activity: text().notNull(),
    calledBy: officer(),
    calledOn: day().notNull(),
  },
  (t) => [index('roll_calls_of_hall').on(t.hallId, t.day), isADay('roll_calls_day', t.day)],
)

/** Somebody late, gone early, away or without a mark. Where the sheet has an item, an entry too. */
export const attendanceFindings = sqliteTable(
  'attendance_findings',
  {
    id: id(),
    publicId: publicId(),
    hallId: hall(),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    day: day().notNull(),
    kind: text().$type<AttendanceFindingKind>().notNull(),
    /** After the start, before the end, or away; null for a missing mark, below zero in time. */
    minutes: integer(),
    foundBy: officer(),
    foundOn: day().notNull(),
    /** The deduction it was proposed as; its own second person then decides. */
    entryId: integer().references(() => scoreEntries.id),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
  },
  (t) => [
    index('attendance_findings_of_hall').on(t.hallId, t.day),
    isADay('attendance_findings_day', t.day),
    oneOf('attendance_findings_kind', t.kind, ATTENDANCE_FINDINGS),
    holds('attendance_findings_minutes', sql`(${t.kind} = 'markMissing') = (${t.minutes} is null)`),
    holds(
      'attendance_findings_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.foundBy}`,
    ),
  ],
)

/** The hygiene inspection of a quarter (卫生检查): what it took off are entries with its id. */
export const hygieneInspections = sqliteTable(
  'hygiene_inspections',
  {
    id: id(),
    hallId: hall(),
    quarter: text().$type<Quarter>().notNull(),
    inspectedOn: day().notNull(),
    /** Who scored, a third party. */
    inspector: text().notNull(),
    enteredBy: officer(),
    enteredOn: day().notNull(),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
  },
  (t) => [
    unique('hygiene_inspections_once').on(t.hallId, t.quarter),
    isADay('hygiene_inspections_day', t.inspectedOn),
    holds('hygiene_inspections_quarter', sql`${t.quarter} glob '[0-9][0-9][0-9][0-9]-Q[1-4]'`),
    holds(
      'hygiene_inspections_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.enteredBy}`,
    ),
  ],
)

/** What an appraisal is: the daily part of a quarter (平时考核) or the yearly part (年度考核). */
const APPRAISAL_PARTS = ['daily', 'yearly'] as const

/** One person's appraisal marks for a quarter or a year, entered and confirmed by two. */
export const appraisals = sqliteTable(
  'appraisals',
  {
    id: id(),
    hallId: hall(),
    staffId: integer()
      .notNull()
      .references(() => staff.id),
    /** `2026-Q1` for the daily part, `2026` for the yearly one. */
    period: text().notNull(),
    part: text().$type<(typeof APPRAISAL_PARTS)[number]>().notNull(),
    /** In the order of the policy's dimensions or of the yearly parts. */
    marks: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    /** The longest absence without reason, in days running; only with the yearly part. */
    absentRunning: integer().notNull().default(0),
    /** Days abroad without permission or not returned, in all; only with the yearly part. */
    abroadDays: integer().notNull().default(0),
    enteredBy: officer(),
    enteredOn: day().notNull(),
    confirmedBy: integer().references(() => officers.id),
    confirmedOn: day(),
  },
  (t) => [
    unique('appraisals_once').on(t.staffId, t.period, t.part),
    index('appraisals_of_period').on(t.hallId, t.period),
    oneOf('appraisals_part', t.part, APPRAISAL_PARTS),
    holds(
      'appraisals_period',
      sql`${t.period} glob (case ${t.part} when 'daily' then '[0-9][0-9][0-9][0-9]-Q[1-4]' else '[0-9][0-9][0-9][0-9]' end)`,
    ),
    holds('appraisals_days', sql`${t.absentRunning} >= 0 and ${t.abroadDays} >= 0`),
    holds(
      'appraisals_two_people',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.enteredBy}`,
    ),
  ],
)
