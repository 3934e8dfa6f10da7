import { and, eq, isNull, ne } from 'drizzle-orm'
import { sessions } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import type { World } from '../context.ts'

/** Every session of an officer ends, but for `kept`; within the act that makes it necessary. */
export const endSessions = (tx: Transaction, world: World, officerId: number, kept?: number) =>
  tx
    .update(sessions)
    .set({ endedAt: world.now() })
    .where(
      and(
        eq(sessions.officerId, officerId),
        isNull(sessions.endedAt),
        kept === undefined ? undefined : ne(sessions.id, kept),
      ),
    )
    .returning({ id: sessions.id })
