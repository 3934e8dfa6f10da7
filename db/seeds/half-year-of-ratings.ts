import { eq } from 'drizzle-orm'
import { ratingLane } from '../../api/acts/rating-lane.ts'
import { giveReasons } from '../../api/acts/give-reasons.ts'
import { policyOf } from '../../api/reads/policies.ts'
import { isWorkingDay } from '../../api/rules/calendar.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import { RATING_REASONS } from '../../api/rules/rating-level.ts'
import { halls, windows } from '../schema/index.ts'
import type { Agenda } from './agenda.ts'
import { SMALL_HALLS } from './halls.ts'

/** The hours at which the demonstration's citizens leave their windows. */
const HOURS = ['09:20', '10:50', '14:10', '16:00']
/** Of a thousand visits, how many end with each level; a window leans a little to either side. */
const LEVELS: readonly [level: number, of: number][] = [
  [5, 560],
  [4, 270],
  [3, 90],
  [2, 55],
  [1, 25],
]
const THOUSAND = 1000
const BUSIEST = 4
const SMALL: readonly string[] = SMALL_HALLS
/** Small halls are rated in the last days only: nobody there looks after low ratings for half a year. */
const SMALL_DAYS = 20
const LEANING = 60

type Visited = {
  code: string
  since: Day
  busy: number
  leaning: number
  levels: readonly number[]
}

function levelOf(window: Visited, drawn: number): number {
  let left = Math.max(0, Math.min(THOUSAND - 1, drawn + window.leaning))
  for (const [level, of] of LEVELS) {
    left -= of
    if (left < 0) return nearest(level, window.levels)
  }
  return nearest(1, window.levels)
}

/** On a scale of two the better three levels mean satisfied. */
const nearest = (level: number, offered: readonly number[]) =>
  offered.includes(level) ? level : level >= 3 ? Math.max(...offered) : Math.min(...offered)

/** Put citizens who rate the windows on the agenda of every working day of a stretch. */
export async function rateForHalfAYear(agenda: Agenda, from: Day, to: Day): Promise<void> {
  const { world } = agenda
  const rows = await world.store.read
    .select({ window: windows, hall: halls })
    .from(windows)
    .innerJoin(halls, eq(halls.id, windows.hallId))
    .orderBy(windows.id)
  const visited = rows.map(({ window, hall }): Visited => ({
    code: window.code,
    since: SMALL.includes(hall.key) ? addDays(to, 0 - SMALL_DAYS) : from,
    busy: SMALL.includes(hall.key) ? 1 : 1 + world.random.below(BUSIEST),
    leaning: world.random.below(2 * LEANING) - LEANING,
    levels: policyOf(hall, from).rating.levels.map(({ level }) => level),
  }))
  const lane = ratingLane(world)
  const rateOn = async (day: Day) => {
    const open = visited.filter(({ since }) => since <= day)
    const taps = open.flatMap((window) =>
      Array.from({ length: world.random.below(window.busy + 1) }, () => ({
        code: window.code,
        level: levelOf(window, world.random.below(THOUSAND)),
      })),
    )
    const ids = await Promise.all(taps.map(({ code, level }) => lane.rate(code, level)))
    const low = ids.find((_, at) => taps[at]!.level < 3)
    if (low) {
      const reason = RATING_REASONS[world.random.below(RATING_REASONS.length)]!
      await giveReasons(world, low, { reasons: [reason], telephone: '', salutation: '' })
    }
  }
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkingDay(day, world.calendar)) continue
    for (const time of HOURS) agenda.at(day, time, () => rateOn(day))
  }
}
