import { eq } from 'drizzle-orm'
import { outcomes } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { WithholdingForm } from '../../forms/outcome.ts'
import { outcomeInSight } from '../../reads/outcome-in-sight.ts'
import { record } from '../record.ts'
import { insistHasASay, insistStage } from './may.ts'

/** An officer decides that an outcome is counted and not shown, and why. */
export const withholdOutcome = (
  world: World,
  officer: Officer,
  number: string,
  { reason }: WithholdingForm,
) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    const { outcome } = seen
    insistHasASay(officer, seen)
    insistStage(seen, 'toWrite', 'toApprove', 'approved')
    await tx
      .update(outcomes)
      .set({ withheld: reason, withheldBy: officer.id, withheldOn: today(world) })
      .where(eq(outcomes.id, outcome.id))
    await record(tx, world, {
      hallId: outcome.hallId,
      kind: 'outcome-withheld',
      object: `case:${outcome.caseId}`,
      officerId: officer.id,
      particulars: { outcome: outcome.id, reason },
    })
    return {}
  })
