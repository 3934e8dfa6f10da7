import { and, asc, eq } from 'drizzle-orm'
import { awards, starAwards } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { hallById } from '../../reads/halls.ts'
import { isWorkedOut } from '../../reads/month-figures.ts'
import { policyOf } from '../../reads/policies.ts'
import {
  awardsIn,
  closedOnOf,
  type Lack,
  lackingToRank,
  ranksOnOf,
  workOut,
  type Worksheet,
  worksheetOf,
} from '../../reads/worksheets.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import { type Day, lastDayOf, type Month } from '../../rules/day.ts'
import { isOver } from '../../rules/day-over.ts'
import type { AwardPlace } from '../../rules/star-award.ts'
import type { TieDecision } from '../../rules/tie-chain.ts'
import { record } from '../record.ts'
import { tellMonthWaits } from './tell-month-waits.ts'

/** Whose award a place is: a person's, a department's or a window's. */
function holderOf(hallKey: Worksheet['hall'], kind: AwardKind, id: string) {
  const whose =
    kind === 'modelPerson' ? 'staffId' : hallKey === 'anci' ? 'departmentId' : 'windowId'
  return { [whose]: Number(id) } as { staffId?: number; departmentId?: number; windowId?: number }
}

type By = { officerId: number; reason: string; title: AwardKind }

/** Write a worksheet's places down: those awarded, held and undecided; unused ones leave no row. */
async function writePlaces(
  tx: Transaction,
  where: { hallId: number; month: Month },
  worksheet: Worksheet,
  decidedOn: Day,
  by: By | null = null,
): Promise<void> {
  const { hallId, month } = where
  const before = await tx
    .select()
    .from(awards)
    .where(and(eq(awards.hallId, hallId), eq(awards.month, month)))
    .orderBy(asc(awards.id))
  const rowOf = (title: AwardKind, given: AwardPlace) => {
    const { place, state } = given
    const old = before.find((row) => row.title === title && row.place === place)
    if (state === 'unused' || old?.state === 'awarded') return []
    const decided = by?.title === title ? by : null
    return [
      {
        hallId,
        month,
        title,
        place,
        state,
        decidedOn,
        decidedBy: decided?.officerId ?? old?.decidedBy ?? null,
        reason: decided?.reason ?? old?.reason ?? null,
        ...(state === 'undecided' ? {} : holderOf(worksheet.hall, title, given.id)),
        ...(state === 'held' ? { heldUntil: given.heldUntil } : {}),
      },
    ]
  }
  const rows = awardsIn(worksheet).flatMap(([title, { places }]) =>
    places.flatMap((place) => rowOf(title, place)),
  )
  for (const old of before) {
    if (old.state !== 'awarded') await tx.delete(awards).where(eq(awards.id, old.id))
  }
  if (rows.length > 0) await tx.insert(awards).values(rows)
}

/** What became of ranking a month. */
type RankingState =
  | { state: 'open' }
  | { state: 'none' }
  | { state: 'waiting'; ranksOn: Day; missing: Lack[] }
  | { state: 'ranked'; isNew: boolean }

/**
 * Decide a closed month's award, once, at closing time of its day for that: work it out, store
 * the worksheet and the places. Waits while somebody's attended days are not confirmed, since
 * whoever has none is not ranked; the office is told of that once.
 */
export const rankMonth = (world: World, hallId: number, month: Month): Promise<RankingState> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, hallId)
    const policy = policyOf(hall, lastDayOf(month))
    const closedOn = await closedOnOf(tx, hallId, month)
    if (!closedOn) return { state: 'open' }
    const ranksOn = ranksOnOf(policy, closedOn, world)
    if (!ranksOn) return { state: 'none' }
    if (await isWorkedOut(tx, hallId, month)) return { state: 'ranked', isNew: false }
    if (!isOver(ranksOn, policy.openingHours, world.now()))
      return { state: 'waiting', ranksOn, missing: [] }
    const asked = { hall, policy, month }
    const missing = await lackingToRank(tx, asked)
    if (missing.length > 0) {
      await tellMonthWaits(tx, world, { hallId, month })
      return { state: 'waiting', ranksOn, missing }
    }

    const on = today(world)
    const worksheet = await workOut(tx, world, asked, {
      rankedOn: on,
      workedOutOn: on,
      decisions: {},
    })
    if (!worksheet) return { state: 'none' }
    await tx
      .insert(starAwards)
      .values({ hallId, month, sheet: worksheet.sheet, worksheet, computedOn: on })
    await writePlaces(tx, { hallId, month }, worksheet, on)
    await record(tx, world, {
      hallId,
      kind: 'month-ranked',
      object: `month:${month}`,
      officerId: null,
      particulars: { rankedOn: on },
    })
    return { state: 'ranked', isNew: true }
  })

/** Work a ranked month out again as of today, with a new decision if there is one. */
export async function reworkMonth(
  tx: Transaction,
  world: World,
  hallId: number,
  month: Month,
  decision: (By & { decision: TieDecision }) | null = null,
): Promise<{ before: Worksheet; after: Worksheet } | null> {
  const before = await worksheetOf(tx, hallId, month)
  if (!before || before.hall === 'qingpu') return null
  const hall = await hallById(tx, hallId)
  const policy = policyOf(hall, lastDayOf(month))
  const on = today(world)
  const kept = awardsIn(before).map(([kind, result]) => [kind, result.decision] as const)
  const after = await workOut(
    tx,
    world,
    { hall, policy, month },
    {
      rankedOn: before.rankedOn,
      workedOutOn: on,
      decisions: {
        ...Object.fromEntries(kept),
        ...(decision ? { [decision.title]: decision.decision } : {}),
      },
    },
  )
  if (!after) return null
  const places = (worksheet: Worksheet) =>
    JSON.stringify(awardsIn(worksheet).map(([, result]) => result.places))
  if (places(before) !== places(after)) {
    await tx
      .update(starAwards)
      .set({ worksheet: after, computedOn: on })
      .where(and(eq(starAwards.hallId, hallId), eq(starAwards.month, month)))
    await writePlaces(tx, { hallId, month }, after, on, decision)
  }
  return { before, after }
}
