import type { Officer, World } from '../../context.ts'
import type { TransferForm } from '../../forms/case.ts'
import { stopClocks } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'
import { tellComplainant } from './tell-complainant.ts'

/** A complaint goes to the organ that may decide it; the complainant is told to whom and why. */
export const transferCase = (world: World, officer: Officer, number: string, form: TransferForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'transfer', form.revision)
    const file = await takeStep(tx, world, found, {
      act: 'transfer',
      kind: 'case-transferred',
      by: officer.id,
      note: form.explanation,
    })
    await stopClocks(tx, file.id, countedToday(world, found.policy))
    await tellComplainant(tx, world, found, 'message-from-office', 'transferred')
    return { state: file.state, revision: file.revision }
  })
