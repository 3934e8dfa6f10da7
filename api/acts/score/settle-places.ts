import { and, eq, inArray, ne } from 'drizzle-orm'
import { awards } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import { awardsIn } from '../../reads/worksheets.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import { isMonth, type Month } from '../../rules/day.ts'
import type { Period } from '../../rules/period.ts'
import type { AwardResult } from '../../rules/star-award.ts'
import { record } from '../record.ts'
import { reworkMonth } from './rank-month.ts'
import { reworkPeriod, type WhichAward } from './rank-period.ts'

/** The awards of a month. */
const MONTHLY: readonly AwardKind[] = ['modelPerson', 'modelWindow', 'redFlagWindow']

const openIn = ({ places }: AwardResult): number =>
  places.filter(({ state }) => state === 'held' || state === 'undecided').length

async function settle(
  tx: Transaction,
  world: World,
  { hallId, period, titles }: { hallId: number; period: Period; titles: readonly AwardKind[] },
  rework: () => Promise<AwardResult[] | null>,
): Promise<number> {
  const open = await tx
    .select({ id: awards.id })
    .from(awards)
    .where(
      and(
        eq(awards.hallId, hallId),
        eq(awards.period, period),
        inArray(awards.title, [...titles]),
        ne(awards.state, 'awarded'),
      ),
    )
  if (open.length === 0) return 0
  const results = await rework()
  if (!results) return open.length
  const left = results.reduce((sum, result) => sum + openIn(result), 0)
  if (left < open.length)
    await record(tx, world, {
      hallId,
      kind: 'award-settled',
      object: `${isMonth(period) ? 'month' : 'period'}:${period}`,
      officerId: null,
      particulars: { open: left },
    })
  return left
}

/**
 * Settle a month's held places: whoever's complaint was settled without a fault, or whose days of
 * holding are over, gets the place; where it was found true the next in rank moves up. Places
 * already awarded stay. Answers how many places are still open.
 */
export const settlePlaces = (world: World, hallId: number, month: Month): Promise<number> =>
  world.store.write((tx) =>
    settle(tx, world, { hallId, period: month, titles: MONTHLY }, async () => {
      const worked = await reworkMonth(tx, world, hallId, month)
      return worked ? awardsIn(worked.after).map(([, result]) => result) : null
    }),
  )

/** The same for an award of a quarter or a year. */
export const settlePeriod = (world: World, which: WhichAward): Promise<number> =>
  world.store.write((tx) =>
    settle(tx, world, { ...which, titles: [which.kind] }, async () => {
      const sheet = await reworkPeriod(tx, world, which)
      return sheet ? [sheet.stars.result] : null
    }),
  )
