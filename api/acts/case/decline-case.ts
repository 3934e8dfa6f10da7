import type { Officer, World } from '../../context.ts'
import type { DeclineForm } from '../../forms/case.ts'
import { Refused } from '../../refused.ts'
import { declineRefusal } from '../../rules/closing.ts'
import { stopClocks } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'
import { tellComplainant } from './tell-complainant.ts'

/**
 * A complaint is not taken up. Qingpu 投诉处置办法: out of scope is explained carefully, and may
 * be told whom to ask instead. The complainant reads both.
 */
export const declineCase = (world: World, officer: Officer, number: string, form: DeclineForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'decline', form.revision)
    const refusal = declineRefusal(form.explanation)
    if (refusal) throw new Refused(refusal)
    const file = await takeStep(tx, world, found, {
      act: 'decline',
      kind: 'case-declined',
      by: officer.id,
      note: [form.explanation, form.instead].filter((text) => text !== '').join('\n'),
      record: form.category,
      particulars: { category: form.category },
    })
    await stopClocks(tx, file.id, countedToday(world, found.policy))
    await tellComplainant(tx, world, found, 'complaint-not-accepted', 'declined')
    return { state: file.state, revision: file.revision }
  })
