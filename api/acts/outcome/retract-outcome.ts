import { eq } from 'drizzle-orm'
import { outcomes } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { RetractionForm } from '../../forms/outcome.ts'
import { outcomeInSight } from '../../reads/outcome-in-sight.ts'
import { Refused } from '../../refused.ts'
import { record } from '../record.ts'
import { insist, insistStage } from './may.ts'

/**
 * The office head takes a published outcome back. Its text is erased at once; a notice with the
 * day and the kind of reason stays in its place.
 */
export const retractOutcome = (
  world: World,
  officer: Officer,
  number: string,
  { reason }: RetractionForm,
) =>
  world.store.write(async (tx) => {
    const seen = await outcomeInSight(tx, officer, number)
    const { outcome } = seen
    insist(officer, 'retract', seen)
    insistStage(seen, 'published')
    if (outcome.retractedOn !== null) throw new Refused('outcome-elsewhere')
    const on = today(world)
    await tx
      .update(outcomes)
      .set({ summary: null, retractedOn: on, retractedBy: officer.id, retractionReason: reason })
      .where(eq(outcomes.id, outcome.id))
    await record(tx, world, {
      hallId: outcome.hallId,
      kind: 'outcome-retracted',
      object: `case:${outcome.caseId}`,
      officerId: officer.id,
      particulars: { outcome: outcome.id, reason },
    })
    return { retractedOn: on }
  })
