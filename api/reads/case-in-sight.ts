import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
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
import { UNANSWERED_STATES } from '../rules/case-file.ts'
import { relationOf } from '../rules/case-relation.ts'
import { type CaseAct, type CaseFacts, isReported, pathOf } from '../rules/case-workflow.ts'
import { owesPromise, owesWriting } from '../rules/closing.ts'
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

/** Which of these acts were done to a case. */
async function doneAmong(db: Reader, caseId: number, acts: readonly CaseAct[]) {
  const rows = await db
    .select({ act: caseSteps.act })
    .from(caseSteps)
    .where(and(eq(caseSteps.caseId, caseId), inArray(caseSteps.act, [...acts])))
  return new Set(rows.map(({ act }) => act))
}

async function obligationsOf(db: Reader, { file, complaint }: Row) {
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
  const done = await doneAmong(db, file.id, ['putInWriting', 'noteByHead', 'answerSender'])
  return {
    track: file.track,
    promisedOn: promise?.dueOn ?? null,
    major: complaint.major,
    nature: complaint.nature,
    putInWriting: done.has('putInWriting'),
    internalFinding: complaint.source === 'internalFinding',
    headNoted: done.has('noteByHead'),
    senderAnswered: done.has('answerSender'),
  }
}

type Owed = Awaited<ReturnType<typeof obligationsOf>>

const factsOf = (
  policy: HallPolicy,
  { file, complaint, headless }: Pick<Row, 'file' | 'complaint' | 'headless'>,
  owed: Owed,
): CaseFacts => ({
  path: pathOf(policy.steps, file.track, complaint.source),
  state: file.state,
  headless: headless === 1,
  owesPromise: file.state !== 'registered' && owesPromise(policy.clocks, owed),
  owesWriting: owesWriting(policy, owed),
  owesHeadNote:
    UNANSWERED_STATES.includes(file.state) &&
    !owed.headNoted &&
    isReported(policy.steps, { ...complaint, track: file.track }),
  owesSenderAnswer: file.track === 'transferred' && !owed.senderAnswered,
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
