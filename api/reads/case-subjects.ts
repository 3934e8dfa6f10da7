import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { caseFiles, caseStaff, complaints, decisions, postings } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { CaseState, Finding } from '../rules/case-file.ts'
import type { Day } from '../rules/day.ts'

/** What the points need to know of a case: whom it is about, when, and what was found. */
export type CaseSubjects = {
  caseId: number
  hallId: number
  state: CaseState
  receivedOn: Day
  /** Sent on by the 12345 hotline. */
  from12345: boolean
  windowId: number | null
  clauseId: number | null
  /** Everybody the case names: the complaint's own person and those the office added. */
  staffIds: number[]
  /** The day it happened, or the day of receipt where nobody remembers. */
  occurredOn: Day
  acceptedOn: Day | null
  closedOn: Day | null
  /** The approved decisions, the last one first. */
  decisions: { finding: Finding; decidedOn: Day }[]
}

/** A hall's cases with whom they are about; `caseIds` picks some of them. */
export async function casesOf(
  db: Reader,
  hallId: number,
  caseIds?: readonly number[],
): Promise<CaseSubjects[]> {
  const files = await db
    .select({ file: caseFiles, complaint: complaints })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(
      and(eq(caseFiles.hallId, hallId), caseIds ? inArray(caseFiles.id, [...caseIds]) : undefined),
    )
    .orderBy(caseFiles.id)
  const named = await db
    .select({ caseId: caseStaff.caseId, staffId: caseStaff.staffId })
    .from(caseStaff)
    .innerJoin(caseFiles, eq(caseFiles.id, caseStaff.caseId))
    .where(eq(caseFiles.hallId, hallId))
  const decided = await db
    .select({
      caseId: decisions.caseId,
      finding: decisions.finding,
      decidedOn: decisions.decidedOn,
    })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(and(eq(caseFiles.hallId, hallId), eq(decisions.approved, true)))
    .orderBy(desc(decisions.id))
  return files.map(({ file, complaint }) => ({
    caseId: file.id,
    hallId,
    state: file.state,
    receivedOn: complaint.receivedOn,
    from12345: complaint.channel === 'hotlineTransfer',
    windowId: complaint.windowId,
    clauseId: complaint.clauseId,
    staffIds: [
      ...new Set([
        ...(complaint.staffId === null ? [] : [complaint.staffId]),
        ...named.filter(({ caseId }) => caseId === file.id).map(({ staffId }) => staffId),
      ]),
    ],
    occurredOn: complaint.occurredOn ?? complaint.receivedOn,
    acceptedOn: file.acceptedOn,
    closedOn: file.closedOn,
    decisions: decided
      .filter(({ caseId }) => caseId === file.id)
      .flatMap(({ finding, decidedOn }) => (decidedOn === null ? [] : [{ finding, decidedOn }])),
  }))
}

/** The windows where these people served on a day. */
export async function windowsServedBy(
  db: Reader,
  staffIds: readonly number[],
  day: Day,
): Promise<number[]> {
  const rows = await db
    .selectDistinct({ windowId: postings.windowId })
    .from(postings)
    .where(
      and(
        inArray(postings.staffId, [...staffIds]),
        lte(postings.fromDay, day),
        or(isNull(postings.toDay), gte(postings.toDay, day)),
      ),
    )
    .orderBy(postings.windowId)
  return rows.map(({ windowId }) => windowId)
}
