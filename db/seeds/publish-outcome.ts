import { desc, eq } from 'drizzle-orm'
import { approveOutcome } from '../../api/acts/outcome/approve-outcome.ts'
import { decideHit } from '../../api/acts/outcome/decide-hit.ts'
import { draftOutcome } from '../../api/acts/outcome/draft-outcome.ts'
import type { Officer, World } from '../../api/context.ts'
import { isVerified } from '../../api/rules/case-file.ts'
import { caseFiles, outcomeDrafts, outcomeHits, outcomes } from '../schema/index.ts'
import type { Story } from './texts.ts'

async function outcomeOf(world: World, number: string) {
  const [found] = await world.store.read
    .select({ outcome: outcomes })
    .from(outcomes)
    .innerJoin(caseFiles, eq(caseFiles.id, outcomes.caseId))
    .where(eq(caseFiles.number, number))
  return found?.outcome
}

async function latestDraftOf(world: World, outcomeId: number): Promise<number> {
  const [draft] = await world.store.read
    .select({ id: outcomeDrafts.id })
    .from(outcomeDrafts)
    .where(eq(outcomeDrafts.outcomeId, outcomeId))
    .orderBy(desc(outcomeDrafts.id))
    .limit(1)
  return draft?.id ?? 0
}

/** The handler writes the summary and decides every place where the finder stopped. */
export async function writeSummary(
  world: World,
  officer: Officer,
  number: string,
  story: Story,
): Promise<void> {
  const outcome = await outcomeOf(world, number)
  if (!outcome || outcome.withheld !== null) return
  await draftOutcome(world, officer, number, {
    draft: 0,
    remedy: isVerified(story.finding) ? 'corrected' : 'explained',
    summary: story.summary,
  })
  for (;;) {
    const draft = await latestDraftOf(world, outcome.id)
    const hits = await world.store.read
      .select()
      .from(outcomeHits)
      .where(eq(outcomeHits.draftId, draft))
      .orderBy(outcomeHits.id)
    const open = hits.find(({ harmless }) => harmless === null)
    if (!open) return
    const decision = open.certain ? 'remove' : 'harmless'
    await decideHit(world, officer, number, open.id, { decision })
  }
}

/** A second person agrees to the summary. */
export async function approveSummary(
  world: World,
  officer: Officer,
  number: string,
): Promise<void> {
  const outcome = await outcomeOf(world, number)
  if (!outcome || outcome.draftedBy === null) return
  await approveOutcome(world, officer, number, { draft: await latestDraftOf(world, outcome.id) })
}
