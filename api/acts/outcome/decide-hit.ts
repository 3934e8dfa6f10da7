import { and, eq, isNull } from 'drizzle-orm'
import { outcomeHits, outcomes } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { HitForm } from '../../forms/outcome.ts'
import { outcomeInSight } from '../../reads/outcome-in-sight.ts'
import { Refused } from '../../refused.ts'
import { mayBeHarmless } from '../../rules/outcome-hit.ts'
import { record } from '../record.ts'
import { insist, insistStage } from './may.ts'
import { latestDraft, saveDraft } from './save-draft.ts'

/**
 * An officer decides one place where the finder stopped: it is taken out of the summary, as a new
 * version, or it is no personal data. What a check digit proves cannot be declared harmless. With
 * the last one decided the summary goes to the second person.
 */
export const decideHit = (
  world: World,
  officer: Officer,
  number: string,
  hitId: number,
  { decision }: HitForm,
) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    insist(officer, 'draft', seen)
    insistStage(seen, 'toWrite')
    const draft = await latestDraft(tx, world, seen)
    const hit = draft?.hits.find(({ id }) => id === hitId)
    if (!draft || !hit || draft.returnedOn !== null) throw new Refused('summary-changed')
    if (hit.harmless !== null) throw new Refused('hit-decided')
    if (decision === 'remove') {
      const text = draft.text.slice(0, hit.start) + draft.text.slice(hit.end)
      return saveDraft(tx, world, officer, seen, draft, { text, remedy: draft.remedy })
    }
    if (!mayBeHarmless(hit)) throw new Refused('hit-not-harmless')
    const on = today(world)
    await tx
      .update(outcomeHits)
      .set({ harmless: true, decidedBy: officer.id, decidedOn: on })
      .where(and(eq(outcomeHits.id, hitId), isNull(outcomeHits.harmless)))
    const open = draft.hits.filter(({ harmless, id }) => harmless === null && id !== hitId).length
    if (open === 0) {
      await tx
        .update(outcomes)
        .set({ draftedBy: draft.draftedBy, draftedOn: draft.draftedOn })
        .where(eq(outcomes.id, seen.outcome.id))
    }
    await record(tx, world, {
      hallId: seen.outcome.hallId,
      kind: 'outcome-hit-decided',
      object: `case:${seen.outcome.caseId}`,
      officerId: officer.id,
      particulars: { outcome: seen.outcome.id, draft: draft.id, hit: hitId, kind: hit.kind, open },
    })
    return { open }
  })
