import { eq } from 'drizzle-orm'
import { outcomeDrafts, outcomes } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ReturnForm } from '../../forms/outcome.ts'
import { outcomeInSight } from '../../reads/outcome-in-sight.ts'
import { Refused } from '../../refused.ts'
import { record } from '../record.ts'
import { insist, insistStage } from './may.ts'
import { insistUnchanged, latestDraft } from './save-draft.ts'
import { UNAPPROVED } from './unapproved.ts'

/** A second person sends the summary back with a note, also after approving it and before the release. */
export const returnOutcome = (world: World, officer: Officer, number: string, form: ReturnForm) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    const { outcome } = seen
    insist(officer, 'approve', seen)
    insistStage(seen, 'toApprove', 'approved')
    const draft = await latestDraft(tx, world, seen)
    insistUnchanged(draft, form.draft)
    if (draft!.draftedBy === officer.id) throw new Refused('approver-drafted-it')
    await tx
      .update(outcomeDrafts)
      .set({
        returnedBy: officer.id,
        returnedOn: today(world),
        returnNote: sealField(world.keys, 'outcome_drafts.return_note', outcome.caseId, form.note),
      })
      .where(eq(outcomeDrafts.id, draft!.id))
    await tx.update(outcomes).set(UNAPPROVED).where(eq(outcomes.id, outcome.id))
    await record(tx, world, {
      hallId: outcome.hallId,
      kind: 'outcome-returned',
      object: `case:${outcome.caseId}`,
      officerId: officer.id,
      particulars: { outcome: outcome.id, draft: draft!.id },
    })
    return {}
  })
