import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema/index.ts'
import type { Officer, World } from '../context.ts'
import { IDLE_MS } from './officers.ts'

/** Where an officer is signed in now, the latest first. */
export async function ownSessions(world: World, officer: Officer) {
  const now = world.now()
  const rows = await world.store.read
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.officerId, officer.id),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, now),
        gt(sessions.seenAt, new Date(now.getTime() - IDLE_MS)),
      ),
    )
    .orderBy(desc(sessions.openedAt))
  return rows.map(({ id, openedAt, seenAt }) => ({
    openedAt: openedAt.getTime(),
    seenAt: seenAt.getTime(),
    here: id === officer.sessionId,
  }))
}
