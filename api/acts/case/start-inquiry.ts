import type { Officer, World } from '../../context.ts'
import type { BareForm } from '../../forms/case.ts'
import { Refused } from '../../refused.ts'
import { inquiryStartRefusal } from '../../rules/closing.ts'
import { caseInHand, takeStep } from './take-step.ts'

/** The inquiry begins, once somebody handles the case and what the hall promises is promised. */
export const startInquiry = (world: World, officer: Officer, number: string, form: BareForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'startInquiry', form.revision)
    const { handlerId } = found.file
    const refusal = inquiryStartRefusal(found.policy, { ...found.owed, handlerId })
    if (refusal) throw new Refused(refusal)
    const file = await takeStep(tx, world, found, {
      act: 'startInquiry',
      kind: 'inquiry-started',
      by: officer.id,
    })
    return { state: file.state, revision: file.revision }
  })
