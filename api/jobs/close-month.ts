import { closeMonth } from '../acts/score/close-month.ts'
import { rankMonth } from '../acts/score/rank-month.ts'
import { settlePlaces } from '../acts/score/settle-places.ts'
import type { World } from '../context.ts'
import { allHalls } from '../reads/halls.ts'
import { addMonths, type Month, monthOf } from '../rules/day.ts'
import type { DueJob } from '../rules/due-jobs.ts'

/** What was done: which months were closed and ranked, and how many places are still open. */
type MonthsDone = { closed: Month[]; ranked: Month[]; openPlaces: number }

/**
 * Close the months that are due, rank those whose day has come, and settle the places that were
 * held, in one hall or in all. Begins with the month in which a hall was entered; doing it again
 * changes nothing, and what was missed is made up for.
 */
export async function closeMonthsDue(world: World, hallId?: number): Promise<MonthsDone> {
  const done: MonthsDone = { closed: [], ranked: [], openPlaces: 0 }
  const running = monthOf(world.now())
  const halls = (await allHalls(world.store.read)).filter(
    ({ id }) => hallId === undefined || id === hallId,
  )
  for (const hall of halls) {
    for (let month = monthOf(hall.createdAt!); month < running; month = addMonths(month, 1)) {
      const closing = await closeMonth(world, hall.id, month)
      if (closing.state !== 'closed') continue
      if (closing.isNew) done.closed.push(month)
      const ranking = await rankMonth(world, hall.id, month)
      if (ranking.state !== 'ranked') continue
      if (ranking.isNew) done.ranked.push(month)
      done.openPlaces += await settlePlaces(world, hall.id, month)
    }
  }
  return done
}

/** The months of one hall, at its closing time every day. */
export async function closeMonths(world: World, { hallId }: DueJob): Promise<string> {
  const { closed, ranked, openPlaces } = await closeMonthsDue(world, hallId ?? undefined)
  return `closed ${closed.length}, ranked ${ranked.length}, open places ${openPlaces}`
}
