import { eq } from 'drizzle-orm'
import { decisions } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ReturnForm } from '../../forms/case.ts'
import { Refused } from '../../refused.ts'
import { caseInHand, takeStep } from './take-step.ts'

/** Another officer sends a decision back with what has to be mended; the clocks run on. */
export const sendBackDecision = (
  world: World,
  officer: Officer,
  number: string,
  form: ReturnForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'sendBack', form.revision)
    const { proposal } = found
    if (!proposal) throw new Refused('act-not-in-state')
    await tx
      .update(decisions)
      .set({
        decidedBy: officer.id,
        decidedOn: today(world),
        approved: false,
        decisionNote: sealField(world.keys, 'decisions.decision_note', found.file.id, form.note),
      })
      .where(eq(decisions.id, proposal.id))
    const file = await takeStep(tx, world, found, {
      act: 'sendBack',
      kind: 'decision-sent-back',
      by: officer.id,
      record: form.note,
      particulars: { decision: proposal.id },
    })
    return { state: file.state, revision: file.revision }
  })
