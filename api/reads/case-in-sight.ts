import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import {
  caseDepartments,
  caseFiles,
  caseSteps,
  complaints,
  deadlines,
  decisions,
  departments,
  halls,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import { Refused } from '../refused.ts'
import { relationOf } from '../rules/case-relation.ts'
import { type CaseFacts, pathOf } from '../rules/case-workflow.ts'
import { type ObligationFacts, owesPromise, owesWriting } from '../rules/closing.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { headless, seenBy } from './recused.ts'
import { policyOfCase } from './policies.ts'

/** A case as its table holds it. */
export type CaseFile = typeof caseFiles.$inferSelect
/** A complaint as its table holds it. */
export type Complaint = typeof complaints.$inferSelect
/** A decision as its table holds it. */
export type Decision = typeof decisions.$inferSelect

const joined = (db: Reader) =>
  db
    .select({
      file: caseFiles,
      complaint: complaints,
      hall: halls,
      headless: sql<number>`${headless()}`,
    })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .innerJoin(halls, eq(halls.id, caseFiles.hallId))

type Row = Awaited<ReturnType<typeof joined>>[number]

/** The decision that awaits approval, or null. */
async function openProposal(db: Reader, caseId: number): Promise<Decision | null> {
  const [found] = await db
    .select()
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), isNull(decisions.decidedBy)))
  return found ?? null
}

async function obligationsOf(db: Reader, { file, complaint }: Row): Promise<ObligationFacts> {
  const [promise] = await db
    .select({ dueOn: deadlines.dueOn })
    .from(deadlines)
    .where(
      and(
        eq(deadlines.caseId, file.id),
        eq(deadlines.kind, 'promise'),
        isNull(deadlines.replacedBy),
      ),
    )
  const [written] = await db
    .select({ id: caseSteps.id })
    .from(caseSteps)
    .where(and(eq(caseSteps.caseId, file.id), eq(caseSteps.act, 'putInWriting')))
    .limit(1)
  return {
    track: file.track,
    promisedOn: promise?.dueOn ?? null,
    major: complaint.major,
    nature: complaint.nature,
    putInWriting: written !== undefined,
    internalFinding: false,
  }
}

const factsOf = (
  policy: HallPolicy,
  { file, headless }: Pick<Row, 'file' | 'headless'>,
  owed: ObligationFacts,
): CaseFacts => ({
  path: pathOf(policy.steps, file.track),
  state: file.state,
  headless: headless === 1,
  owesPromise: file.state !== 'registered' && owesPromise(policy.clocks, owed),
  owesWriting: owesWriting(policy, owed),
  extendable:
    policy.extension.allowed && file.track !== null && policy.extension.tracks.includes(file.track),
})

async function whole(db: Reader, row: Row) {
  const policy = policyOfCase(row.hall, row.file)
  const owed = await obligationsOf(db, row)
  return { ...row, policy, owed, facts: factsOf(policy, row, owed) }
}

/** A case with everything that decides what may be done to it; refused when it is not there. */
export async function caseById(db: Reader, caseId: number) {
  const [row] = await joined(db).where(eq(caseFiles.id, caseId))
  if (!row) throw new Refused('no-such-case')
  return whole(db, row)
}

/**
 * A case as an officer may know of it, with the officer's relation to it. One of another hall,
 * one the officer is kept away from and one that does not exist are refused alike.
 */
export async function caseInSight(db: Reader, officer: Officer, number: string) {
  const [row] = await joined(db).where(and(eq(caseFiles.number, number), seenBy(officer)))
  if (!row) throw new Refused('no-such-case')
  const proposal = await openProposal(db, row.file.id)
  const relation = relationOf(officer.id, {
    recused: false,
    state: row.file.state,
    handlerId: row.file.handlerId,
    proposerId: proposal?.proposedBy ?? null,
  })
  return { ...(await whole(db, row)), relation, proposal }
}

export type CaseInSight = Awaited<ReturnType<typeof caseInSight>>

/** The departments a case concerns, by name, and the day each one's result came in. */
export const departmentsOf = (db: Reader, caseId: number) =>
  db
    .select({
      departmentId: caseDepartments.departmentId,
      name: departments.name,
      resultOn: caseDepartments.resultOn,
    })
    .from(caseDepartments)
    .innerJoin(departments, eq(departments.id, caseDepartments.departmentId))
    .where(eq(caseDepartments.caseId, caseId))
    .orderBy(asc(departments.id))
