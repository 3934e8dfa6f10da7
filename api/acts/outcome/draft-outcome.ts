import type { Officer, World } from '../../context.ts'
import type { DraftForm } from '../../forms/outcome.ts'
import { outcomeInSight } from '../../reads/outcome-in-sight.ts'
import { Invalid } from '../../refused.ts'
import { remediesFor } from '../../rules/remedy.ts'
import { insist, insistStage } from './may.ts'
import { insistUnchanged, latestDraft, saveDraft } from './save-draft.ts'

/**
 * An officer in charge writes the neutral summary that the public will read, in place of any
 * earlier version. Says how many places still have to be decided before a second person sees it.
 */
export const draftOutcome = (world: World, officer: Officer, number: string, form: DraftForm) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    insist(officer, 'draft', seen)
    insistStage(seen, 'toWrite', 'toApprove')
    if (!remediesFor(seen.complaint.source).includes(form.remedy)) {
      throw new Invalid({ remedy: ['unknown-choice'] })
    }
    const before = await latestDraft(tx, world, seen)
    insistUnchanged(before, form.draft)
    return saveDraft(tx, world, officer, seen, before, {
      text: form.summary,
      remedy: form.remedy,
    })
  })
