import { eq } from 'drizzle-orm'
import { scoreEntries } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { WhyForm } from '../../forms/score.ts'
import { closedMonthsOf } from '../../reads/months.ts'
import { entryById, entryOf } from '../../reads/score-entries.ts'
import { Refused } from '../../refused.ts'
import type { Month } from '../../rules/day.ts'
import { reversalOf, reversalRefusal } from '../../rules/score-reversal.ts'
import { record } from '../record.ts'
import { keepAway } from './decide-entry.ts'

/**
 * An officer proposes to take a confirmed entry back, with a reason. The entry stays as it is; the
 * opposite one waits for a second person and never changes a closed month.
 */
export const reverseEntry = (
  world: World,
  officer: Officer,
  publicId: string,
  { reason }: WhyForm,
): Promise<{ id: string; period: Month }> =>
  world.store.write(async (tx) => {
    const entry = await entryById(tx, officer.hallId, publicId)
    await keepAway(tx, officer, entry, 'propose')
    const others = await tx.select().from(scoreEntries).where(eq(scoreEntries.reverses, entry.id))
    const refusal = reversalRefusal(entryOf(entry), others.map(entryOf))
    if (refusal) throw new Refused(refusal)
    const decidedOn = today(world)
    const reversal = reversalOf(entryOf(entry), {
      id: '',
      decidedOn,
      closedMonths: await closedMonthsOf(tx, entry.hallId),
    })
    const [added] = await tx
      .insert(scoreEntries)
      .values({
        publicId: world.random.id(16),
        hallId: entry.hallId,
        sheet: entry.sheet,
        item: entry.item,
        windowId: entry.windowId,
        staffId: entry.staffId,
        quantity: entry.quantity,
        points: reversal.points,
        occurredOn: entry.occurredOn,
        period: reversal.period,
        source: entry.source,
        caseId: entry.caseId,
        sourceId: entry.sourceId,
        reason,
        proof: entry.proof,
        proposedBy: officer.id,
        proposedOn: decidedOn,
        reverses: entry.id,
      })
      .returning()
    await record(tx, world, {
      hallId: entry.hallId,
      kind: 'score-entry-reversed',
      object: `score-entry:${added!.id}`,
      officerId: officer.id,
      particulars: { reverses: entry.id, points: reversal.points, period: reversal.period },
    })
    return { id: added!.publicId, period: reversal.period }
  })
