import { eq } from 'drizzle-orm'
import { windows } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { record } from '../record.ts'
import { ownWindow } from './own-window.ts'

/** A window stops serving for a while, or serves again; its page says so. */
export const pauseWindow = (world: World, by: Officer, code: string, paused: boolean) =>
  world.store.write(async (tx) => {
    const window = await ownWindow(tx, by.hallId, code)
    if (window.retiredOn) throw new Refused('window-retired', { until: window.retiredOn })
    if (window.paused === paused) return
    await tx.update(windows).set({ paused }).where(eq(windows.id, window.id))
    await record(tx, world, {
      hallId: by.hallId,
      kind: paused ? 'window-paused' : 'window-resumed',
      object: `window:${window.id}`,
      officerId: by.id,
    })
  })
