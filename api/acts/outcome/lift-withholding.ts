import { eq } from 'drizzle-orm'
import { outcomes } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import { outcomeInSight } from '../../reads/outcome-in-sight.ts'
import { withholdingFacts } from '../../reads/withholding-facts.ts'
import { Refused } from '../../refused.ts'
import { withheldReason } from '../../rules/closing.ts'
import { record } from '../record.ts'
import { insistHasASay, insistStage } from './may.ts'

/**
 * What an officer withheld may be shown after all (a review is decided, a doubt is gone). Refused
 * where the case itself forbids it. It goes on where it stood, through both people.
 */
export const liftWithholding = (world: World, officer: Officer, number: string) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    const { outcome } = seen
    insistHasASay(officer, seen)
    insistStage(seen, 'withheld')
    if (withheldReason(withholdingFacts(seen)) !== null) throw new Refused('withheld-by-case')
    await tx
      .update(outcomes)
      .set({
        withheld: null,
        withheldBy: null,
        withheldOn: null,
        batch: null,
        approvedBy: null,
        approvedOn: null,
        summary: null,
      })
      .where(eq(outcomes.id, outcome.id))
    await record(tx, world, {
      hallId: outcome.hallId,
      kind: 'outcome-withholding-lifted',
      object: `case:${outcome.caseId}`,
      officerId: officer.id,
      particulars: { outcome: outcome.id, reason: outcome.withheld },
    })
    return {}
  })
