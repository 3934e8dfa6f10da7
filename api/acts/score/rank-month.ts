import { and, eq } from 'drizzle-orm'
import { starAwards } from '../../../db/schema/index.ts'
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
import { type Day, lastDayOf, type Month } from '../../rules/day.ts'
import { isOver } from '../../rules/day-over.ts'
import type { TieDecision } from '../../rules/tie-chain.ts'
import { record } from '../record.ts'
import { tellMonthWaits } from './tell-month-waits.ts'
import { type DecidedBy, writePlaces } from './write-places.ts'

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
    const ranksOn = ranksOnOf(policy, { month, closedOn }, world)
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
      .values({ hallId, period: month, sheet: worksheet.sheet, worksheet, computedOn: on })
    await writePlaces(tx, { hallId, period: month }, awardsIn(worksheet), on)
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
  decision: (DecidedBy & { decision: TieDecision }) | null = null,
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
      .where(and(eq(starAwards.hallId, hallId), eq(starAwards.period, month)))
    await writePlaces(tx, { hallId, period: month }, awardsIn(after), on, decision)
  }
  return { before, after }
}
