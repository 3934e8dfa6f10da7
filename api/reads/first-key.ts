import { and, count, eq, gt } from 'drizzle-orm'
import { jobRuns, officers } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { invitationDigest } from './invitation-digest.ts'

/** Under which name the first link's digest is kept. */
export const FIRST_LINK = 'first-link'
const KEY_LIVES_MS = 24 * 60 * 60 * 1000

/** Whether a key is the one printed last, less than a day ago, and nobody is an officer yet. */
export async function isFirstKey(db: Reader, now: Date, key: string): Promise<boolean> {
  const [existing] = await db.select({ number: count() }).from(officers)
  if (existing!.number > 0) return false
  const [kept] = await db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.job, FIRST_LINK),
        eq(jobRuns.key, invitationDigest(key)),
        gt(jobRuns.ranAt, new Date(now.getTime() - KEY_LIVES_MS)),
      ),
    )
  return kept !== undefined
}
