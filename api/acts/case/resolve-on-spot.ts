import type { Officer, World } from '../../context.ts'
import type { OnSpotForm } from '../../forms/case.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { relationOf } from '../../rules/case-relation.ts'
import { Refused } from '../../refused.ts'
import { inquiryStartRefusal } from '../../rules/closing.ts'
import { enterNote } from './add-inquiry-note.ts'
import { enterProposal } from './propose-decision.ts'
import { caseInHand, takeStep } from './take-step.ts'

/**
 * A simple matter is settled on the spot (当场办结): both sides heard, the decision written, in one
 * go, and put before another officer. Anci 群众投诉处理办法, simple path: explained on the spot and
 * entered in the record form. Qingpu 投诉处置办法: facts clear, resolved on the spot. Only for the
 * simple track, and only where somebody complained.
 */
export const resolveOnSpot = (world: World, officer: Officer, number: string, form: OnSpotForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'startInquiry', form.revision)
    if (found.file.track !== 'simple' || found.owed.internalFinding) {
      throw new Refused('track-not-offered')
    }
    const { handlerId } = found.file
    const refusal = inquiryStartRefusal(found.policy, { ...found.owed, handlerId })
    if (refusal) throw new Refused(refusal)
    await takeStep(tx, world, found, {
      act: 'startInquiry',
      kind: 'inquiry-started',
      by: officer.id,
      particulars: { onSpot: true },
    })
    const { id } = found.file
    const witness = form.witness === '' ? 'noWitness' : 'witness'
    await enterNote(tx, world, officer, id, { role: 'complainant', summary: form.complainant })
    await enterNote(tx, world, officer, id, { role: 'subject', summary: form.subject })
    await enterNote(tx, world, officer, id, { role: witness, summary: form.witness })
    const begun = await caseById(tx, id)
    const relation = relationOf(officer.id, { ...begun.file, recused: false, proposerId: null })
    const asked = { ...begun, relation, proposal: null }
    const file = await enterProposal(tx, world, officer, asked, form)
    return { state: file.state, revision: file.revision }
  })
