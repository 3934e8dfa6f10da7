import { eq } from 'drizzle-orm'
import {
  officerRoles,
  officers,
  outcomeDrafts,
  outcomeHits,
  outcomes,
  staff,
} from '../../../db/schema/index.ts'
import { digestOf, sealField } from '../../../db/sealing/field.ts'
import type { Reader, Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import { windowsToName } from '../../reads/nameable-windows.ts'
import { draftsOf, hitsOf, type OutcomeInSight } from '../../reads/outcome-in-sight.ts'
import { Invalid, Refused } from '../../refused.ts'
import { isSameFinding, mayBeHarmless } from '../../rules/outcome-hit.ts'
import { type PersonalData, personalDataIn } from '../../rules/personal-data.ts'
import type { Remedy } from '../../rules/remedy.ts'
import { record } from '../record.ts'
import { UNAPPROVED } from './unapproved.ts'

/** The newest version of a summary with what was decided about it, or null. */
export async function latestDraft(db: Reader, world: World, { outcome }: OutcomeInSight) {
  const [latest] = await draftsOf(db, world.keys, outcome)
  if (!latest) return null
  const hits = await hitsOf(db, [latest.id])
  return {
    ...latest,
    hits: hits.map(({ hit }) => ({ ...hit, text: latest.text.slice(hit.start, hit.end) })),
  }
}
type LatestDraft = NonNullable<Awaited<ReturnType<typeof latestDraft>>>

/** Refuse when the officer had another version before them; `seen` 0 means none. */
export function insistUnchanged(latest: { id: number } | null, seen: number): void {
  if ((latest?.id ?? 0) !== seen) throw new Refused('summary-changed')
}

async function findingsIn(
  tx: Transaction,
  world: World,
  { hall, policy }: OutcomeInSight,
  text: string,
): Promise<PersonalData[]> {
  const serving = await tx.select({ name: staff.name }).from(staff).where(eq(staff.hallId, hall.id))
  const signingIn = await tx
    .selectDistinct({ name: officers.name })
    .from(officers)
    .innerJoin(officerRoles, eq(officerRoles.officerId, officers.id))
    .where(eq(officerRoles.hallId, hall.id))
  const all = await windowsToName(tx, hall.id, policy.publish, today(world))
  return personalDataIn(text, {
    staffNames: [...serving, ...signingIn].map(({ name }) => name),
    windowNumbers: all.filter(({ nameable }) => !nameable).map(({ number }) => number),
  })
}

/**
 * Write a new version of a summary and look it through for personal data. What was declared
 * harmless in the version before stays so; anything else has to be decided before the second
 * person sees it.
 */
export async function saveDraft(
  tx: Transaction,
  world: World,
  officer: Officer,
  seen: OutcomeInSight,
  before: LatestDraft | null,
  { text, remedy }: { text: string; remedy: Remedy },
): Promise<{ open: number }> {
  const { outcome, policy } = seen
  if (text.trim() === '') throw new Invalid({ summary: ['needed'] })
  if ([...text].length > policy.publish.summaryMax) throw new Invalid({ summary: ['too-long'] })
  const on = today(world)
  const [draft] = await tx
    .insert(outcomeDrafts)
    .values({
      outcomeId: outcome.id,
      text: sealField(world.keys, 'outcome_drafts.text', outcome.caseId, text),
      remedy,
      draftedBy: officer.id,
      draftedOn: on,
    })
    .returning({ id: outcomeDrafts.id })
  const found = await findingsIn(tx, world, seen, text)
  const decided = before?.hits.filter(({ harmless }) => harmless) ?? []
  const hits = found.map((finding) => {
    const earlier = mayBeHarmless(finding)
      ? decided.find((hit) => isSameFinding(hit, finding))
      : undefined
    return {
      draftId: draft!.id,
      kind: finding.kind,
      start: finding.start,
      end: finding.end,
      certain: finding.certain,
      harmless: earlier ? true : null,
      decidedBy: earlier?.decidedBy ?? null,
      decidedOn: earlier?.decidedOn ?? null,
    }
  })
  if (hits.length > 0) await tx.insert(outcomeHits).values(hits)
  const open = hits.filter(({ harmless }) => harmless === null).length
  await tx
    .update(outcomes)
    .set({
      ...UNAPPROVED,
      remedy,
      ...(open === 0 ? { draftedBy: officer.id, draftedOn: on } : {}),
    })
    .where(eq(outcomes.id, outcome.id))
  await record(tx, world, {
    hallId: outcome.hallId,
    kind: 'outcome-drafted',
    object: `case:${outcome.caseId}`,
    officerId: officer.id,
    particulars: {
      outcome: outcome.id,
      draft: draft!.id,
      remedy,
      hits: hits.length,
      open,
      text: digestOf(world.keys, 'outcome-text', text),
    },
  })
  return { open }
}
