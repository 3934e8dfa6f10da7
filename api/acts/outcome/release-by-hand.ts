import { eq } from 'drizzle-orm'
import { outcomes } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import { outcomeInSight } from '../../reads/outcome-in-sight.ts'
import { Refused } from '../../refused.ts'
import { refusalOf } from '../../rules/can.ts'
import { record } from '../record.ts'
import { insistStage } from './may.ts'

/**
 * The office head lets the approved outcome of a major matter go out with the next batch; without
 * this word it stays, since discipline bodies may take such a matter over.
 */
export const releaseByHand = (world: World, officer: Officer, number: string) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    const { outcome, complaint, relation } = seen
    const { id, roles, staffId } = officer
    const refusal = refusalOf({ id, roles, staffId, relation }, 'release', {
      kind: 'outcomeRelease',
    })
    if (refusal) throw new Refused('not-yours')
    insistStage(seen, 'approved')
    if (!complaint.major || outcome.releasedBy !== null) throw new Refused('outcome-elsewhere')
    await tx.update(outcomes).set({ releasedBy: id }).where(eq(outcomes.id, outcome.id))
    await record(tx, world, {
      hallId: outcome.hallId,
      kind: 'outcome-release-allowed',
      object: `case:${outcome.caseId}`,
      officerId: id,
      particulars: { outcome: outcome.id },
    })
    return {}
  })
