import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import {
  caseFiles,
  complaints,
  halls,
  officers,
  outcomeDrafts,
  outcomeHits,
  outcomes,
} from '../../db/schema/index.ts'
import { openField, openMaybe } from '../../db/sealing/field.ts'
import type { Keys } from '../../db/sealing/keys.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import { Refused } from '../refused.ts'
import { areCompatible } from '../rules/roles.ts'
import { type AccessRefusal, type ActOn, refusalOf } from '../rules/can.ts'
import { relationOf } from '../rules/case-relation.ts'
import { stageOf } from '../rules/outcome-stage.ts'
import { recusedFrom, seenBy } from './recused.ts'
import { policyOfCase } from './policies.ts'

/**
 * Which outcomes an officer may know of: those of the cases the officer sees, and, for the second
 * person, all of the hall but those they are kept away from. For queries that hold `case_files`
 * and `complaints`.
 */
export function outcomesSeenBy(officer: Officer): SQL {
  const isSecond = officer.roles.includes('secondPerson') && areCompatible(officer.roles)
  const asSecond = isSecond
    ? sql`(${caseFiles.hallId} = ${officer.hallId} and not ${recusedFrom(officer)})`
    : undefined
  return or(seenBy(officer), asSecond)!
}

/** The places where the finder stopped in a draft, in the order of the text. */
export const hitsOf = (db: Reader, draftIds: readonly number[]) =>
  db
    .select({ hit: outcomeHits, decidedByName: officers.name })
    .from(outcomeHits)
    .leftJoin(officers, eq(officers.id, outcomeHits.decidedBy))
    .where(inArray(outcomeHits.draftId, [...draftIds]))
    .orderBy(asc(outcomeHits.start))

/** Every version of a summary, opened, the newest first. */
export async function draftsOf(db: Reader, keys: Keys, outcome: { id: number; caseId: number }) {
  const rows = await db
    .select({ draft: outcomeDrafts, by: officers.name })
    .from(outcomeDrafts)
    .innerJoin(officers, eq(officers.id, outcomeDrafts.draftedBy))
    .where(eq(outcomeDrafts.outcomeId, outcome.id))
    .orderBy(desc(outcomeDrafts.id))
  return rows.map(({ draft, by }) => ({
    ...draft,
    by,
    text: openField(keys, 'outcome_drafts.text', outcome.caseId, draft.text),
    returnNote: openMaybe(keys, 'outcome_drafts.return_note', outcome.caseId, draft.returnNote),
  }))
}

/**
 * An outcome as an officer may know of it, by its case's number, with the officer's relation to
 * the case. One the officer is kept away from is refused like one that does not exist.
 */
export async function outcomeInSight(db: Reader, officer: Officer, number: string) {
  const [row] = await db
    .select({ outcome: outcomes, file: caseFiles, complaint: complaints, hall: halls })
    .from(outcomes)
    .innerJoin(caseFiles, eq(caseFiles.id, outcomes.caseId))
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .innerJoin(halls, eq(halls.id, caseFiles.hallId))
    .where(and(eq(caseFiles.number, number), outcomesSeenBy(officer)))
  if (!row) throw new Refused('no-such-outcome')
  const { file } = row
  return {
    ...row,
    policy: policyOfCase(row.hall, file),
    stage: stageOf(row.outcome),
    relation: relationOf(officer.id, {
      recused: false,
      state: file.state,
      handlerId: file.handlerId,
      proposerId: null,
    }),
  }
}
export type OutcomeInSight = Awaited<ReturnType<typeof outcomeInSight>>

/** Why an officer may not do something with an outcome, or null. */
export const outcomeRefusal = (
  { id, roles, staffId }: Officer,
  act: ActOn<'outcome'>,
  { outcome, relation }: Pick<OutcomeInSight, 'outcome' | 'relation'>,
): AccessRefusal | null =>
  refusalOf({ id, roles, staffId, relation }, act, {
    kind: 'outcome',
    draftedById: outcome.draftedBy,
  })

/** Everybody who wrote a version of an outcome's summary or decided what in it is harmless. */
export async function writersOf(db: Reader, outcomeId: number): Promise<ReadonlySet<number>> {
  const drafts = await db
    .select({ id: outcomeDrafts.id, by: outcomeDrafts.draftedBy })
    .from(outcomeDrafts)
    .where(eq(outcomeDrafts.outcomeId, outcomeId))
    .orderBy(desc(outcomeDrafts.id))
  const hits = await hitsOf(
    db,
    drafts.map(({ id }) => id),
  )
  return new Set([
    ...drafts.map(({ by }) => by),
    ...hits.flatMap(({ hit }) => (hit.decidedBy === null ? [] : [hit.decidedBy])),
  ])
}
