import type { Officer, World } from '../context.ts'
import { endSessions } from './end-sessions.ts'
import { record } from './record.ts'

/** An officer signs out everywhere but here. */
export const leaveElsewhere = (world: World, by: Officer) =>
  world.store.write(async (tx) => {
    const ended = await endSessions(tx, world, by.id, by.sessionId)
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'sessions-ended',
      object: `officer:${by.id}`,
      officerId: by.id,
      particulars: { ended: ended.length },
    })
    return { ended: ended.length }
  })
