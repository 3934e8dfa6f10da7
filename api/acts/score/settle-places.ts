import { and, eq, ne } from 'drizzle-orm'
import { awards } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { awardsIn } from '../../reads/worksheets.ts'
import type { Month } from '../../rules/day.ts'
import { record } from '../record.ts'
import { reworkMonth } from './rank-month.ts'

/**
 * Settle a month's held places: whoever's complaint was settled without a fault, or whose days of
 * holding are over, gets the place; where it was found true the next in rank moves up. Places
 * already awarded stay. Answers how many places are still open.
 */
export const settlePlaces = (world: World, hallId: number, month: Month): Promise<number> =>
  world.store.write(async (tx) => {
    const open = await tx
      .select({ id: awards.id })
      .from(awards)
      .where(and(eq(awards.hallId, hallId), eq(awards.month, month), ne(awards.state, 'awarded')))
    if (open.length === 0) return 0
    const worked = await reworkMonth(tx, world, hallId, month)
    if (!worked) return open.length
    const left = awardsIn(worked.after).flatMap(([, { places }]) =>
      places.filter(({ state }) => state === 'held' || state === 'undecided'),
    ).length
    if (left < open.length)
      await record(tx, world, {
        hallId,
        kind: 'award-settled',
        object: `month:${month}`,
        officerId: null,
        particulars: { open: left },
      })
    return left
  })
