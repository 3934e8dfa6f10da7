import type { World } from '../context.ts'
import { chainState } from './chain-state.ts'
import { latestRunOf } from './job-runs.ts'
import { waitingLetters } from './letters.ts'

const LONGEST_SILENCE_MS = 10 * 60_000

/** The names under which the clock's tick and the copying of the database are noted. */
const CLOCK = 'clock'
const BACK_UP = 'back-up'

/**
 * How the portal is. `ok` is false when anything needs somebody; `alive` is false when the clock
 * has not ticked for ten minutes or the database cannot be read.
 */
export async function healthOf(world: World) {
  try {
    const { read } = world.store
    const tick = await latestRunOf(read, CLOCK)
    const silence = tick ? Math.abs(world.now().getTime() - tick.ranAt!.getTime()) : Infinity
    const chain = await chainState(read)
    const copied = await latestRunOf(read, BACK_UP)
    const database = copied?.note.includes('DatabaseDamaged') ? 'damaged' : 'ok'
    const alive = silence <= LONGEST_SILENCE_MS
    return {
      alive,
      ok: alive && chain !== 'broken' && database === 'ok',
      jobsLastRanAt: tick?.ranAt?.toISOString() ?? null,
      chain,
      waitingLetters: await waitingLetters(world),
      database,
    } as const
  } catch {
    return {
      alive: false,
      ok: false,
      jobsLastRanAt: null,
      chain: 'unchecked',
      waitingLetters: null,
      database: 'unreachable',
    } as const
  }
}
