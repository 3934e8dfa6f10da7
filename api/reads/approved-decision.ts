import { and, desc, eq } from 'drizzle-orm'
import { decisions } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Decision } from './case-in-sight.ts'

/** The decision a case was answered with, or null. */
export async function approvedDecision(db: Reader, caseId: number): Promise<Decision | null> {
  const [found] = await db
    .select()
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.approved, true)))
    .orderBy(desc(decisions.id))
    .limit(1)
  return found ?? null
}
