import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { officerRoles, officers, sessions } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import type { World } from '../context.ts'
import { IDLE_MS } from '../reads/officers.ts'
import { Refused } from '../refused.ts'
import { sessionDigest } from '../reads/session-digest.ts'
import { record } from './record.ts'

const TOKEN_BYTES = 32
const LIVES_MS = 8 * 60 * 60 * 1000
const MOST_AT_ONCE = 3

/**
 * An officer is signed in, in the transaction of the act that let them in: 8 hours at most, and
 * at most three places at once, of which the oldest ends. Answers the cookie's value.
 */
export async function openSession(
  tx: Transaction,
  world: World,
  officerId: number,
): Promise<string> {
  const [hall] = await tx
    .select({ id: officerRoles.hallId })
    .from(officerRoles)
    .innerJoin(officers, and(eq(officers.id, officerRoles.officerId), isNull(officers.disabledOn)))
    .where(eq(officerRoles.officerId, officerId))
    .orderBy(officerRoles.hallId)
    .limit(1)
  if (!hall) throw new Refused('wrong-password')

  const now = world.now()
  const live = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.officerId, officerId),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, now),
        gt(sessions.seenAt, new Date(now.getTime() - IDLE_MS)),
      ),
    )
    .orderBy(asc(sessions.openedAt), asc(sessions.id))
  const surplus = live.slice(0, Math.max(0, live.length + 1 - MOST_AT_ONCE))
  if (surplus.length > 0) {
    await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(
        inArray(
          sessions.id,
          surplus.map(({ id }) => id),
        ),
      )
  }
  const token = world.random.id(TOKEN_BYTES)
  await tx.insert(sessions).values({
    officerId,
    digest: sessionDigest(token),
    openedAt: now,
    seenAt: now,
    endsAt: new Date(now.getTime() + LIVES_MS),
  })
  await record(tx, world, {
    hallId: hall.id,
    kind: 'officer-signed-in',
    object: `officer:${officerId}`,
    officerId,
    particulars: { ended: surplus.length },
  })
  return token
}
