import type { World } from '../../api/context.ts'
import { allHalls } from '../../api/reads/halls.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import { seeded } from './chance.ts'
import { furnish } from './furnish.ts'
import { rateForHalfAYear } from './half-year-of-ratings.ts'
import { hallSeeds } from './halls.ts'

/** The stretch of the demonstration; the calendar is known to the end of 2026. */
export const DEMONSTRATION_FROM: Day = '2026-05-20'
export const DEMONSTRATION_TO: Day = '2026-11-20'

const SEED = 'starwindow demonstration'

/**
 * Fill the demonstration halls, the first time only, through the acts themselves and with chance
 * from a seed: two runs give the same halls. Says whether it did.
 */
export async function seedDemonstration(
  world: World,
  say: (sentence: string) => void,
): Promise<boolean> {
  if ((await allHalls(world.store.read)).length > 0) return false
  say('正在准备演示大厅，大约半分钟…… Preparing the demonstration halls, about half a minute …')
  let now = new Date(`${addDays(DEMONSTRATION_FROM, -1)}T09:00:00+08:00`)
  const past: World = { ...world, now: () => now, random: seeded(SEED) }
  const setClock = (day: Day, time: string) => {
    now = new Date(`${day}T${time}:00+08:00`)
  }
  for (const seed of Object.values(hallSeeds)) await furnish(past, seed)
  await rateForHalfAYear(past, DEMONSTRATION_FROM, DEMONSTRATION_TO, setClock)
  return true
}
