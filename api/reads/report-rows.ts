import {
  and,
  between,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notInArray,
  or,
} from 'drizzle-orm'
import {
  accountabilityActions,
  caseFiles,
  caseSteps,
  complaints,
  deadlines,
  decisions,
  departments,
  extensions,
  scoreEntries,
  staff,
  windows,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { ladders } from '../policies/ladders/by-key.ts'
import type { CaseState } from '../rules/case-file.ts'
import { addDays, type Month } from '../rules/day.ts'
import { rungsOf } from '../rules/ladder.ts'
import type {
  ReportComplaint,
  ReportDeduction,
  ReportRows,
  ReportSanction,
} from '../rules/monthly-report.ts'
import type { Stretch } from '../rules/report-month.ts'
import { negativeFilingsOfMonth } from './negative-filings-of-month.ts'
import { patrolFindings } from './patrol-findings.ts'

/** Everything a hall's report of a stretch is counted from, in plain rows. */
export const reportRows = async (
  db: Reader,
  hallId: number,
  month: Month,
  stretch: Stretch,
): Promise<ReportRows> => ({
  complaints: await complaintsOf(db, hallId, stretch),
  deductions: await deductionsOf(db, hallId, stretch),
  sanctions: await sanctionsOf(db, hallId, stretch),
  patrol: await patrolFindings(db, hallId, stretch),
  filings: await negativeFilingsOfMonth(db, hallId, month, addDays(stretch.until, 1)),
})

const ENDINGS = ['decline', 'withdraw', 'transfer'] as const
type Ending = (typeof ENDINGS)[number]
const ENDED: CaseState[] = ['notAccepted', 'withdrawn', 'transferred']

/** Complaints received, accepted or declined in the stretch, and those still open by then. */
async function complaintsOf(db: Reader, hallId: number, { from, until }: Stretch) {
  const endedSince = db
    .select({ id: caseSteps.caseId })
    .from(caseSteps)
    .where(and(inArray(caseSteps.act, [...ENDINGS]), gte(caseSteps.day, from)))
  const rows = await db
    .select({
      file: caseFiles,
      complaint: complaints,
      number: windows.number,
      business: windows.business,
      ofWindow: windows.departmentId,
      ofStaff: staff.departmentId,
    })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .leftJoin(windows, eq(windows.id, complaints.windowId))
    .leftJoin(staff, eq(staff.id, complaints.staffId))
    .where(
      and(
        eq(caseFiles.hallId, hallId),
        lte(complaints.receivedOn, until),
        or(
          between(complaints.receivedOn, from, until),
          between(caseFiles.acceptedOn, from, until),
          gt(caseFiles.repliedOn, until),
          and(isNull(caseFiles.repliedOn), notInArray(caseFiles.state, ENDED)),
          inArray(caseFiles.id, endedSince),
        ),
      ),
    )
    .orderBy(caseFiles.id)
  const ids = rows.map(({ file }) => file.id)
  const ended = await db
    .select({ caseId: caseSteps.caseId, act: caseSteps.act, day: caseSteps.day })
    .from(caseSteps)
    .where(and(inArray(caseSteps.caseId, ids), inArray(caseSteps.act, [...ENDINGS])))
  const decided = await db
    .select({ caseId: decisions.caseId, finding: decisions.finding })
    .from(decisions)
    .where(and(inArray(decisions.caseId, ids), eq(decisions.approved, true)))
    .orderBy(decisions.id)
  const due = Map.groupBy(
    await db.select().from(deadlines).where(inArray(deadlines.caseId, ids)),
    ({ caseId }) => caseId,
  )
  const putOff = Map.groupBy(
    await db.select().from(extensions).where(inArray(extensions.caseId, ids)),
    ({ caseId }) => caseId,
  )
  const names = new Map(
    (
      await db
        .select({ id: departments.id, name: departments.name })
        .from(departments)
        .where(eq(departments.hallId, hallId))
    ).map(({ id, name }) => [id, name] as const),
  )
  const findings = new Map(decided.map(({ caseId, finding }) => [caseId, finding] as const))
  return rows.map(({ file, complaint, number, business, ofWindow, ofStaff }): ReportComplaint => {
    const dayOf = (...acts: Ending[]) =>
      ended.find(({ caseId, act }) => caseId === file.id && acts.includes(act as Ending))?.day ??
      null
    const department = ofWindow ?? ofStaff
    return {
      receivedOn: complaint.receivedOn,
      acceptedOn: file.acceptedOn,
      declinedOn: dayOf('decline'),
      endedOn: dayOf('withdraw', 'transfer'),
      answeredOn: file.repliedOn ?? file.closedOn,
      finding: findings.get(file.id) ?? null,
      channel: complaint.channel,
      category: complaint.category,
      track: file.track,
      window: number !== null && business !== null ? { number, business } : null,
      department: department === null ? null : (names.get(department) ?? null),
      deadlines: (due.get(file.id) ?? []).map((one) => ({
        kind: one.kind,
        dueOn: one.dueOn,
        metOn: one.metOn,
        replaced: one.replacedBy !== null,
      })),
      extensions: putOff.get(file.id) ?? [],
    }
  })
}

/** Deductions a complaint led to, confirmed in the stretch, and when they were taken back. */
async function deductionsOf(
  db: Reader,
  hallId: number,
  { from, until }: Stretch,
): Promise<ReportDeduction[]> {
  const confirmed = await db
    .select()
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        isNotNull(scoreEntries.caseId),
        eq(scoreEntries.confirmed, true),
        lt(scoreEntries.points, 0),
        isNull(scoreEntries.reverses),
        between(scoreEntries.decidedOn, from, until),
      ),
    )
  const reversals = await db
    .select({ reverses: scoreEntries.reverses, decidedOn: scoreEntries.decidedOn })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.confirmed, true),
        inArray(
          scoreEntries.reverses,
          confirmed.map(({ id }) => id),
        ),
      ),
    )
  return confirmed.map(({ id, points, decidedOn }) => ({
    on: decidedOn!,
    points,
    takenBackOn: reversals.find(({ reverses }) => reverses === id)?.decidedOn ?? null,
  }))
}

async function sanctionsOf(
  db: Reader,
  hallId: number,
  { from, until }: Stretch,
): Promise<ReportSanction[]> {
  const decided = await db
    .select()
    .from(accountabilityActions)
    .where(
      and(
        eq(accountabilityActions.hallId, hallId),
        inArray(accountabilityActions.outcome, ['agreed', 'deviated']),
        between(accountabilityActions.decidedOn, from, until),
      ),
    )
    .orderBy(accountabilityActions.id)
  return decided.map(({ ladder, decidedRung, decidedTier, decidedOn }) => ({
    on: decidedOn!,
    tier: decidedTier,
    label: rungsOf(ladders[ladder]).find(({ key }) => key === decidedRung)?.labelZh ?? null,
  }))
}
