import { and, desc, eq, inArray } from 'drizzle-orm'
import {
  caseFiles,
  clauses,
  complaints,
  deadlines,
  decisions,
  departments,
  extensions,
  staff,
  windows,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Calendar, workingDaysBetween } from '../rules/calendar.ts'
import type { Finding, Track } from '../rules/case-file.ts'
import type { ComplaintCategory } from '../rules/complaint.ts'
import { type Day, type Month, monthOf } from '../rules/day.ts'
import { wasOnTime } from '../rules/reply-timing.ts'
import { citedClauses, type ShownWording } from './official-wordings.ts'

/** What an outcome may tell of its case; `window` only where the release says so. */
type OutcomeFacts = {
  receivedMonth: Month
  category: ComplaintCategory
  clause: { key: string; label: string; official: ShownWording | null } | null
  track: Track | null
  finding: Finding | null
  /** From receipt to the answer; null while there is none. */
  workingDays: number | null
  onTime: boolean | null
  window: { number: string; business: string } | null
  department: string | null
}

/** What of some cases an outcome tells, by the case's id: nothing finer than the month of receipt. */
export async function outcomeFacts(
  db: Reader,
  { calendar, on }: { calendar: Calendar; on: Day },
  caseIds: readonly number[],
): Promise<Map<number, OutcomeFacts>> {
  if (caseIds.length === 0) return new Map()
  const some = [...caseIds]
  const rows = await db
    .select({
      file: caseFiles,
      complaint: complaints,
      clause: clauses,
      window: { number: windows.number, business: windows.business },
      ofWindow: windows.departmentId,
      ofStaff: staff.departmentId,
    })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .leftJoin(clauses, eq(clauses.id, complaints.clauseId))
    .leftJoin(windows, eq(windows.id, complaints.windowId))
    .leftJoin(staff, eq(staff.id, complaints.staffId))
    .where(inArray(caseFiles.id, some))
  const decided = await db
    .select({ caseId: decisions.caseId, finding: decisions.finding })
    .from(decisions)
    .where(and(inArray(decisions.caseId, some), eq(decisions.approved, true)))
    .orderBy(desc(decisions.id))
  const due = await db.select().from(deadlines).where(inArray(deadlines.caseId, some))
  const putOff = await db.select().from(extensions).where(inArray(extensions.caseId, some))
  const names = new Map(
    (await db.select({ id: departments.id, name: departments.name }).from(departments)).map(
      ({ id, name }) => [id, name] as const,
    ),
  )
  const cited = await citedClauses(
    db,
    rows.map(({ clause, complaint }) => ({ clause, citedOn: complaint.receivedOn })),
    on,
  )
  return new Map(
    rows.map(({ file, complaint, window, ofWindow, ofStaff }, at) => {
      const answeredOn = file.repliedOn ?? file.closedOn
      const ofCase = ({ caseId }: { caseId: number }) => caseId === file.id
      const departmentId = ofWindow ?? ofStaff
      return [
        file.id,
        {
          receivedMonth: monthOf(complaint.receivedOn),
          category: complaint.category,
          clause: cited[at] ?? null,
          track: file.track,
          finding: decided.find(ofCase)?.finding ?? null,
          workingDays: answeredOn && workingDaysBetween(complaint.receivedOn, answeredOn, calendar),
          onTime:
            answeredOn &&
            wasOnTime(
              answeredOn,
              due.filter(ofCase).map((one) => ({ ...one, replaced: one.replacedBy !== null })),
              putOff.filter(ofCase),
            ),
          window,
          department: departmentId === null ? null : (names.get(departmentId) ?? null),
        },
      ] as const
    }),
  )
}
