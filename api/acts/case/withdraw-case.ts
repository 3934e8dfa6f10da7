import type { World } from '../../context.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { openOutcome } from '../outcome/open-outcome.ts'
import { stopClocks } from './case-clock.ts'
import { countedToday, mayAct, takeStep } from './take-step.ts'

/**
 * The complainant takes a complaint back, until the final opinion or the proposal stands. It is
 * counted among the outcomes and not shown. Refused as `act-not-in-state` when it is too late.
 */
export const withdrawCase = (world: World, caseId: number) =>
  world.store.write(async (tx) => {
    const found = await caseById(tx, caseId)
    mayAct(found, { roles: [], relation: 'complainant' }, 'withdraw')
    const file = await takeStep(tx, world, found, {
      act: 'withdraw',
      kind: 'case-withdrawn',
      by: null,
    })
    await stopClocks(tx, caseId, countedToday(world, found.policy))
    await openOutcome(tx, world, { caseId })
    return { state: file.state }
  })
