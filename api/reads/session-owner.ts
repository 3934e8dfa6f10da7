import { eq } from 'drizzle-orm'
import { sessions } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { sessionDigest } from './session-digest.ts'

/** Whose session a cookie's value stands for, of those that have ended too; null when nobody's. */
export async function ownerOfSession(
  { store }: World,
  token: string | undefined,
): Promise<number | null> {
  if (!token) return null
  const [found] = await store.read
    .select({ officerId: sessions.officerId })
    .from(sessions)
    .where(eq(sessions.digest, sessionDigest(token)))
  return found?.officerId ?? null
}
