import { outcomes } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { deadlineOf } from '../../rules/calendar.ts'
import { stopClocks } from './case-clock.ts'
import { countedToday, mayAct, takeStep } from './take-step.ts'

const ID_BYTES = 16

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
    await tx.insert(outcomes).values({
      publicId: world.random.id(ID_BYTES),
      hallId: file.hallId,
      caseId,
      holdUntil: deadlineOf(today(world), found.policy.publish.holdWd, world.calendar).day,
      withheld: 'withdrawn',
    })
    return { state: file.state }
  })
