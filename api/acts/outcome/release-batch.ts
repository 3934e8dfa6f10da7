import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  caseFiles,
  complaints,
  halls,
  outcomeBatches,
  outcomeDrafts,
  outcomeHits,
  outcomes,
} from '../../../db/schema/index.ts'
import type { Reader, Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { windowsToName } from '../../reads/nameable-windows.ts'
import { rawFigures } from '../../reads/raw-figures.ts'
import { policyOf } from '../../reads/policies.ts'
import { withholdingFacts } from '../../reads/withholding-facts.ts'
import { publishingRefusal, withheldReason } from '../../rules/closing.ts'
import type { Day, Month } from '../../rules/day.ts'
import { monthFigures } from '../../rules/outcome-figures.ts'
import { releaseDayOf } from '../../rules/outcome-release.ts'
import { takeStep } from '../case/take-step.ts'
import { record } from '../record.ts'

type Hall = typeof halls.$inferSelect

/** What became of a month's batch. */
export type Batch = { month: Month; published: number; withheld: number }

/** The outcomes of a hall that no batch has shown or counted, their hold over on a day. */
const waiting = (db: Reader, hallId: number, on: Day) =>
  db
    .select({ outcome: outcomes, file: caseFiles, complaint: complaints })
    .from(outcomes)
    .innerJoin(caseFiles, eq(caseFiles.id, outcomes.caseId))
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(
      and(eq(outcomes.hallId, hallId), isNull(outcomes.batch), sql`${outcomes.holdUntil} < ${on}`),
    )
    .orderBy(outcomes.publicId)
type Waiting = Awaited<ReturnType<typeof waiting>>[number]

async function openHits(db: Reader, outcomeId: number): Promise<number> {
  const open = await db
    .select({ id: outcomeHits.id })
    .from(outcomeHits)
    .where(
      and(
        isNull(outcomeHits.harmless),
        sql`${outcomeHits.draftId} = (select max(${outcomeDrafts.id}) from ${outcomeDrafts}
          where ${outcomeDrafts.outcomeId} = ${outcomeId})`,
      ),
    )
  return open.length
}

async function publish(
  tx: Transaction,
  world: World,
  { outcome, complaint }: Waiting,
  month: Month,
  nameable: ReadonlySet<number>,
): Promise<void> {
  await tx
    .update(outcomes)
    .set({
      batch: month,
      publishedOn: today(world),
      windowNamed: complaint.windowId !== null && nameable.has(complaint.windowId),
    })
    .where(eq(outcomes.id, outcome.id))
  await takeStep(tx, world, await caseById(tx, outcome.caseId), {
    act: 'publish',
    kind: 'outcome-published',
    by: null,
    particulars: { outcome: outcome.id, batch: month },
  })
}

/**
 * A hall's batch of a month goes out: everything approved whose hold is over, in one transaction,
 * so that no single release can be tied to a case; what is withheld is counted with its reason;
 * the month's figures are fixed. Released late, it holds what it would have held on its day. Null
 * when it is too early, or out already.
 */
export const releaseBatch = (world: World, hall: Hall, month: Month): Promise<Batch | null> =>
  world.store.write(async (tx) => {
    const on = today(world)
    const policy = policyOf(hall, on)
    const due = releaseDayOf(month, policy.publish, world.calendar)
    if (on < due) return null
    const [before] = await tx
      .select({ id: outcomeBatches.id })
      .from(outcomeBatches)
      .where(and(eq(outcomeBatches.hallId, hall.id), eq(outcomeBatches.month, month)))
    if (before) return null

    const named = await windowsToName(tx, hall.id, policy.publish, on)
    const nameable = new Set(named.filter((window) => window.nameable).map(({ id }) => id))
    for (const row of await waiting(tx, hall.id, due)) {
      const { outcome, complaint } = row
      const facts = withholdingFacts(row)
      const withheld = outcome.withheld ?? withheldReason(facts)
      if (withheld !== null) {
        await tx
          .update(outcomes)
          .set({ withheld, withheldOn: outcome.withheldOn ?? on, batch: month })
          .where(eq(outcomes.id, outcome.id))
        continue
      }
      const refusal = publishingRefusal(policy.publish, {
        ...facts,
        major: complaint.major,
        summary: outcome.summary,
        openHits: await openHits(tx, outcome.id),
        draftedBy: outcome.draftedBy,
        approvedBy: outcome.approvedBy,
        holdUntil: outcome.holdUntil,
        today: due,
        releasedBy: outcome.releasedBy,
      })
      const wasReady = outcome.approvedOn !== null && outcome.approvedOn <= due
      if (refusal === null && wasReady) await publish(tx, world, row, month, nameable)
    }

    const raw = await rawFigures(tx, hall.id, month)
    await tx.insert(outcomeBatches).values({
      hallId: hall.id,
      month,
      releasedOn: on,
      figures: monthFigures(raw, policy.publish.leastComplaints),
    })
    const batch = {
      month,
      published: raw.published,
      withheld: Object.values(raw.withheld).reduce((sum, number) => sum + number, 0),
    }
    await record(tx, world, {
      hallId: hall.id,
      kind: 'outcomes-released',
      object: `hall:${hall.id}`,
      officerId: null,
      particulars: batch,
    })
    return batch
  })
