import { rankPeriod } from '../acts/score/rank-period.ts'
import { settlePeriod } from '../acts/score/settle-places.ts'
import type { World } from '../context.ts'
import { allHalls } from '../reads/halls.ts'
import { periodStandings } from '../reads/period-standings.ts'
import type { DueJob } from '../rules/due-jobs.ts'
import type { Period } from '../rules/period.ts'

/** What was done: which quarters and years were decided, and how many places are still open. */
type PeriodsDone = { ranked: Period[]; openPlaces: number }

/**
 * Decide the awards of the quarters and years whose day has come, earlier ones first, and settle
 * the places that were held, in one hall or in all. Doing it again changes nothing, and what was
 * missed is made up for.
 */
export async function awardPeriodsDue(world: World, hallId?: number): Promise<PeriodsDone> {
  const done: PeriodsDone = { ranked: [], openPlaces: 0 }
  const halls = (await allHalls(world.store.read)).filter(
    ({ id }) => hallId === undefined || id === hallId,
  )
  for (const hall of halls) {
    const standings = await periodStandings(world, world.store.read, hall)
    for (const { title, period, state } of standings.toReversed()) {
      if (state === 'running') continue
      const which = { hallId: hall.id, kind: title, period }
      const ranking = await rankPeriod(world, which)
      if (ranking.state !== 'ranked') continue
      if (ranking.isNew) done.ranked.push(period)
      done.openPlaces += await settlePeriod(world, which)
    }
  }
  return done
}

/** The quarters and years of one hall, at its closing time every day. */
export async function awardPeriods(world: World, { hallId }: DueJob): Promise<string> {
  const { ranked, openPlaces } = await awardPeriodsDue(world, hallId ?? undefined)
  return `ranked ${ranked.length}, open places ${openPlaces}`
}
