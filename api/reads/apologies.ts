import { eq } from 'drizzle-orm'
import { apologies } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'

/** What the complainant said of an apology, and when; null while nothing was said. */
export async function apologyIn(db: Reader, caseId: number) {
  const [found] = await db
    .select({ word: apologies.word, saidOn: apologies.saidOn })
    .from(apologies)
    .where(eq(apologies.caseId, caseId))
  return found ?? null
}
