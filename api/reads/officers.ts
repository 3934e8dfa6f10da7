import { and, eq, gt, isNull } from 'drizzle-orm'
import { officerRoles, officers, sessions } from '../../db/schema/index.ts'
import type { Officer, World } from '../context.ts'

/** How long a desk may lie idle before the officer signs in again. */
export const IDLE_MS = 30 * 60 * 1000
/** How often a session's last sight is written down. */
const SEEN_STEP_MS = 60 * 1000

/** The officer of a live session, or null. Keeps the session awake. */
export async function officerOfSession(world: World, digest: string): Promise<Officer | null> {
  const { read } = world.store
  const now = world.now()
  const [found] = await read
    .select({ session: sessions, officer: officers })
    .from(sessions)
    .innerJoin(officers, eq(officers.id, sessions.officerId))
    .where(
      and(
        eq(sessions.digest, digest),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, now),
        isNull(officers.disabledOn),
      ),
    )
  if (!found || now.getTime() - found.session.seenAt.getTime() > IDLE_MS) return null
  if (now.getTime() - found.session.seenAt.getTime() > SEEN_STEP_MS) {
    await world.store.write(async (tx) => {
      await tx.update(sessions).set({ seenAt: now }).where(eq(sessions.id, found.session.id))
    })
  }
  const roles = await read
    .select({ hallId: officerRoles.hallId, role: officerRoles.role })
    .from(officerRoles)
    .where(eq(officerRoles.officerId, found.officer.id))
    .orderBy(officerRoles.hallId)
  const hallId = roles[0]?.hallId
  if (hallId === undefined) return null
  return {
    id: found.officer.id,
    name: found.officer.name,
    unit: found.officer.unit,
    staffId: found.officer.staffId,
    hallId,
    roles: roles.filter((row) => row.hallId === hallId).map((row) => row.role),
    sessionId: found.session.id,
  }
}
