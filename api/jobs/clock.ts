import type { World } from '../context.ts'
import { runDueJobs } from './run-due-jobs.ts'

const TICK_MS = 60_000

/** Start the one-minute tick that runs what is due; stopping waits for what is running. */
export function startClock(world: World): { stop: () => Promise<void> } {
  const ticks = new Set<Promise<unknown>>()
  const tick = () => {
    const running = runDueJobs(world)
      .catch((error: unknown) => console.error('[clock]', error))
      .finally(() => ticks.delete(running))
    ticks.add(running)
  }
  const timer = setInterval(tick, TICK_MS)
  tick()
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(ticks)
    },
  }
}
