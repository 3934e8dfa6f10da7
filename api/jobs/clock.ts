import type { World } from '../context.ts'

/** Start the one-minute tick that runs what is due; stopping waits for what is running. */
export function startClock(_world: World): { stop: () => Promise<void> } {
  return { stop: async () => {} }
}
