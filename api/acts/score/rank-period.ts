import { and, eq } from 'drizzle-orm'
import { starAwards } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { hallById } from '../../reads/halls.ts'
import {
  periodSheetOf,
  type PeriodSheet,
  settlePeriodSheet,
  workOutPeriod,
} from '../../reads/period-sheets.ts'
import { decidesOnOf, lackOfPeriod, type PeriodLack } from '../../reads/period-standings.ts'
import { policyOf } from '../../reads/policies.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import type { Day } from '../../rules/day.ts'
import { isOver } from '../../rules/day-over.ts'
import { type Period, spanOfPeriod } from '../../rules/period.ts'
import type { TieDecision } from '../../rules/tie-chain.ts'
import { record } from '../record.ts'
import { type DecidedBy, writePlaces } from './write-places.ts'

/** Which award of which quarter or year. */
export type WhichAward = { hallId: number; kind: AwardKind; period: Period }

/** What became of deciding the award of a quarter or a year. */
type PeriodRanking =
  | { state: 'none' | 'open' }
  | { state: 'waiting'; decidesOn: Day; missing: PeriodLack[] }
  | { state: 'ranked'; isNew: boolean }

/**
 * Decide the award of a quarter or a year, once, at closing time of its day for that: work it out,
 * store the whole arithmetic and the places. Waits while a figure it counts is missing.
 */
export const rankPeriod = (
  world: World,
  { hallId, kind, period }: WhichAward,
): Promise<PeriodRanking> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, hallId)
    const policy = policyOf(hall, spanOfPeriod(period).until)
    const rule = policy.awards.find((each) => each.kind === kind)
    if (!rule) return { state: 'none' }
    if (await periodSheetOf(tx, hallId, { kind, period })) return { state: 'ranked', isNew: false }
    const decidesOn = await decidesOnOf(tx, world, hallId, rule, period)
    if (!decidesOn) return { state: 'open' }
    if (!isOver(decidesOn, policy.openingHours, world.now()))
      return { state: 'waiting', decidesOn, missing: [] }
    const missing = await lackOfPeriod(tx, { hall, kind, period })
    if (missing.length > 0) return { state: 'waiting', decidesOn, missing }

    const rankedOn = today(world)
    const sheet = await workOutPeriod(tx, world, { hall, policy, kind, period, rankedOn })
    await tx
      .insert(starAwards)
      .values({ hallId, period, sheet: kind, worksheet: sheet, computedOn: rankedOn })
    await writePlaces(tx, { hallId, period }, [[kind, sheet.stars.result]], rankedOn)
    await record(tx, world, {
      hallId,
      kind: 'period-ranked',
      object: `period:${period}`,
      officerId: null,
      particulars: { title: kind, rankedOn },
    })
    return { state: 'ranked', isNew: true }
  })

/** Work a decided award out again as of today, with a new decision if there is one. */
export async function reworkPeriod(
  tx: Transaction,
  world: World,
  { hallId, kind, period }: WhichAward,
  decision: (DecidedBy & { decision: TieDecision }) | null = null,
): Promise<PeriodSheet | null> {
  const sheet = await periodSheetOf(tx, hallId, { kind, period })
  if (!sheet) return null
  const hall = await hallById(tx, hallId)
  const on = today(world)
  const policy = policyOf(hall, spanOfPeriod(period).until)
  const asked = { hall, policy, kind, period, rankedOn: sheet.rankedOn }
  const after = await settlePeriodSheet(tx, world, asked, {
    sheet,
    on,
    decision: decision?.decision ?? null,
  })
  const { result } = after.stars
  if (JSON.stringify(sheet.stars.result.places) === JSON.stringify(result.places)) return sheet
  await tx
    .update(starAwards)
    .set({ worksheet: after })
    .where(
      and(eq(starAwards.hallId, hallId), eq(starAwards.period, period), eq(starAwards.sheet, kind)),
    )
  await writePlaces(tx, { hallId, period }, [[kind, result]], on, decision)
  return after
}
