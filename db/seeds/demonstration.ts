import type { World } from '../../api/context.ts'
import { allHalls } from '../../api/reads/halls.ts'
import { furnish } from './furnish.ts'
import { hallSeeds } from './halls.ts'

/** Fill the demonstration halls, the first time only. Says whether it did. */
export async function seedDemonstration(
  world: World,
  say: (sentence: string) => void,
): Promise<boolean> {
  if ((await allHalls(world.store.read)).length > 0) return false
  say('正在准备演示大厅…… Preparing the demonstration halls …')
  for (const seed of Object.values(hallSeeds)) await furnish(world, seed)
  return true
}
