import { and, asc, count, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm'
import {
  accountabilityActions,
  caseFiles,
  complaints,
  deadlines,
  extensions,
  tasks,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import { isVerified } from '../rules/case-file.ts'
import { LIVE_STATES } from '../rules/case-queue.ts'
import type { CaseDuty } from '../rules/case-tasks.ts'
import { inquiryRefusal } from '../rules/closing.ts'
import { approvedDecision } from './approved-decision.ts'
import { type CaseInSight, caseInSight } from './case-in-sight.ts'
import { heardIn } from './heard.ts'
import { seenBy } from './recused.ts'

/** As many cases as one officer can look at; what is due first is among them. */
const MOST_CASES = 200

const running = and(isNull(deadlines.metOn), isNull(deadlines.replacedBy))

/** The numbers of the cases an officer may know of in which something is still owed. */
async function owingNumbers({ store }: { store: { read: Reader } }, officer: Officer) {
  const { read } = store
  const rows = await read
    .select({ number: caseFiles.number })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(
      and(
        eq(caseFiles.hallId, officer.hallId),
        seenBy(officer),
        or(
          inArray(caseFiles.state, [...LIVE_STATES]),
          exists(
            read
              .select({ one: sql`1` })
              .from(deadlines)
              .where(and(eq(deadlines.caseId, caseFiles.id), running)),
          ),
        ),
      ),
    )
    .orderBy(sql`${caseFiles.nextDueOn} is null`, asc(caseFiles.nextDueOn), asc(caseFiles.number))
    .limit(MOST_CASES)
  return rows.map(({ number }) => number)
}

async function dutyOf(db: Reader, found: CaseInSight): Promise<CaseDuty> {
  const { file, facts, relation, policy, owed } = found
  const open = await db
    .select({ kind: deadlines.kind, dueOn: deadlines.dueOn })
    .from(deadlines)
    .where(and(eq(deadlines.caseId, file.id), running))
  const [explained] = await db
    .select({ times: count() })
    .from(extensions)
    .where(eq(extensions.caseId, file.id))
  const [proposed] = await db
    .select({ id: accountabilityActions.id })
    .from(accountabilityActions)
    .where(eq(accountabilityActions.caseId, file.id))
    .limit(1)
  const [report] = await db
    .select({ dueOn: tasks.dueOn })
    .from(tasks)
    .where(and(eq(tasks.caseId, file.id), eq(tasks.kind, 'report-to-head'), isNull(tasks.doneOn)))
  const notes = await heardIn(db, file.id)
  const decision = await approvedDecision(db, file.id)
  return {
    number: file.number,
    relation,
    facts,
    track: file.track,
    isAssigned: file.handlerId !== null,
    acceptedOn: file.acceptedOn,
    reportDueOn: report?.dueOn ?? null,
    isHeard:
      inquiryRefusal(policy.steps, { notes, internalFinding: owed.internalFinding }) === null,
    isVerified: isVerified(decision?.finding ?? null),
    isSanctionProposed: proposed !== undefined,
    explained: explained?.times ?? 0,
    open,
  }
}

/** What the cases an officer may know of make somebody do; none the officer is kept away from. */
export async function caseDuties(
  world: { store: { read: Reader } },
  officer: Officer,
): Promise<CaseDuty[]> {
  const duties: CaseDuty[] = []
  for (const number of await owingNumbers(world, officer)) {
    const { read } = world.store
    duties.push(await dutyOf(read, await caseInSight(read, officer, number)))
  }
  return duties
}
