import { eq } from 'drizzle-orm'
import { outcomes } from '../../../db/schema/index.ts'
import { digestOf } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ApprovalForm } from '../../forms/outcome.ts'
import { outcomeInSight, writersOf } from '../../reads/outcome-in-sight.ts'
import { Refused } from '../../refused.ts'
import { record } from '../record.ts'
import { insist, insistStage } from './may.ts'
import { insistUnchanged, latestDraft } from './save-draft.ts'

/**
 * A second person has read the summary as the public will and lets it go out with the month's
 * batch. Refused to whoever wrote any version of it or declared something in it harmless, and
 * while a place that may be personal data is undecided.
 */
export const approveOutcome = (
  world: World,
  officer: Officer,
  number: string,
  form: ApprovalForm,
) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    const { outcome } = seen
    if (seen.stage === 'withheld') throw new Refused('outcome-withheld')
    const draft = await latestDraft(tx, world, seen)
    if (draft && draft.returnedOn === null && draft.hits.some(({ harmless }) => !harmless)) {
      throw new Refused('personal-data-left')
    }
    insist(officer, 'approve', seen)
    insistStage(seen, 'toApprove')
    insistUnchanged(draft, form.draft)
    const writers = await writersOf(tx, outcome.id)
    if (writers.has(officer.id)) throw new Refused('approver-drafted-it')
    const on = today(world)
    await tx
      .update(outcomes)
      .set({
        summary: draft!.text,
        remedy: draft!.remedy,
        approvedBy: officer.id,
        approvedOn: on,
      })
      .where(eq(outcomes.id, outcome.id))
    await record(tx, world, {
      hallId: outcome.hallId,
      kind: 'outcome-approved',
      object: `case:${outcome.caseId}`,
      officerId: officer.id,
      particulars: {
        outcome: outcome.id,
        draft: draft!.id,
        text: digestOf(world.keys, 'outcome-text', draft!.text),
      },
    })
    return { holdUntil: outcome.holdUntil }
  })
