import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema/index.ts'
import type { Officer, World } from '../context.ts'
import { record } from './record.ts'

/** An officer signs out; the cookie opens nothing any more, wherever a copy of it is. */
export const signOut = (world: World, officer: Officer) =>
  world.store.write(async (tx) => {
    await tx
      .update(sessions)
      .set({ endedAt: world.now() })
      .where(and(eq(sessions.id, officer.sessionId), isNull(sessions.endedAt)))
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'officer-signed-out',
      object: `officer:${officer.id}`,
      officerId: officer.id,
    })
  })
