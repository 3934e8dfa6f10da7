import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import {
  caseFiles,
  clauses,
  complaints,
  outcomeDrafts,
  outcomeHits,
  outcomes,
} from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import { OUTCOME_STAGES, type OutcomeStage } from '../rules/outcome-stage.ts'
import { nextBatchAfter } from '../rules/outcome-release.ts'
import { hallById } from './halls.ts'
import { outcomesSeenBy } from './outcome-in-sight.ts'
import { policyOf } from './policies.ts'

/** How many outcomes a page of the desk holds. */
const OUTCOMES_A_PAGE = 25

/** Says what `stageOf` says. */
const isAt = (stage: OutcomeStage): SQL => {
  const shown = isNull(outcomes.withheld)
  const unpublished = isNull(outcomes.publishedOn)
  const stages: Record<OutcomeStage, SQL | undefined> = {
    toWrite: and(unpublished, shown, isNull(outcomes.approvedBy), isNull(outcomes.draftedBy)),
    toApprove: and(unpublished, shown, isNull(outcomes.approvedBy), isNotNull(outcomes.draftedBy)),
    approved: and(unpublished, shown, isNotNull(outcomes.approvedBy)),
    published: isNotNull(outcomes.publishedOn),
    withheld: and(unpublished, isNotNull(outcomes.withheld)),
  }
  return stages[stage]!
}

const latestDraft = sql`(select max(${outcomeDrafts.id}) from ${outcomeDrafts}
  where ${outcomeDrafts.outcomeId} = ${outcomes.id})`

/** The outcomes of an officer's hall at one stage, what waits longest first; 25 at a time. */
export async function outcomeList(
  world: World,
  officer: Officer,
  { stage, page }: { stage: OutcomeStage; page: number },
) {
  const db = world.store.read
  const isOver = stage === 'published' || stage === 'withheld'
  const rows = await db
    .select({
      number: caseFiles.number,
      category: complaints.category,
      major: complaints.major,
      clause: clauses.label,
      holdUntil: outcomes.holdUntil,
      withheld: outcomes.withheld,
      batch: outcomes.batch,
      released: sql<0 | 1>`${outcomes.releasedBy} is not null`,
      retractedOn: outcomes.retractedOn,
      open: sql<number>`(select count(*) from ${outcomeHits}
        where ${outcomeHits.draftId} = ${latestDraft} and ${outcomeHits.harmless} is null)`,
      returned: sql<0 | 1>`exists (select 1 from ${outcomeDrafts}
        where ${outcomeDrafts.id} = ${latestDraft} and ${outcomeDrafts.returnedOn} is not null)`,
    })
    .from(outcomes)
    .innerJoin(caseFiles, eq(caseFiles.id, outcomes.caseId))
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .leftJoin(clauses, eq(clauses.id, complaints.clauseId))
    .where(and(eq(outcomes.hallId, officer.hallId), isAt(stage), outcomesSeenBy(officer)))
    .orderBy(
      ...(isOver
        ? [desc(sql`coalesce(${outcomes.batch}, '9')`), asc(caseFiles.number)]
        : [asc(outcomes.holdUntil), asc(caseFiles.number)]),
    )
    .limit(OUTCOMES_A_PAGE + 1)
    .offset((page - 1) * OUTCOMES_A_PAGE)
  return {
    stage,
    page,
    more: rows.length > OUTCOMES_A_PAGE,
    outcomes: rows
      .slice(0, OUTCOMES_A_PAGE)
      .map((row) => ({ ...row, released: row.released === 1, returned: row.returned === 1 })),
  }
}

/** How many outcomes stand at each stage, as far as the officer may know, and the next release. */
export async function outcomeCounts(world: World, officer: Officer) {
  const db = world.store.read
  const { publish } = policyOf(await hallById(db, officer.hallId), today(world))
  const counts = await Promise.all(
    OUTCOME_STAGES.map(async (stage) => {
      const [found] = await db
        .select({ count: count() })
        .from(outcomes)
        .innerJoin(caseFiles, eq(caseFiles.id, outcomes.caseId))
        .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
        .where(and(eq(outcomes.hallId, officer.hallId), isAt(stage), outcomesSeenBy(officer)))
      return { stage, count: found?.count ?? 0 }
    }),
  )
  return { counts, next: nextBatchAfter(today(world), publish, world.calendar) }
}
