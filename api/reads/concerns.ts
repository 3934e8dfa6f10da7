import { eq } from 'drizzle-orm'
import { postings, recusals } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Day } from '../rules/day.ts'
import { isRecused } from '../rules/recusal.ts'

/** What points are about, as far as it decides who keeps away from them. */
export type Concern = {
  caseId: number | null
  windowId: number | null
  staffIds: readonly number[]
  occurredOn: Day | null
}

/** The id no case has: points that come from no complaint belong to it. */
const NO_CASE = -1

/**
 * Whether something concerns an officer: it is about them, about somebody they declared a relation
 * with, or about a window where they served on that day.
 */
export async function concernsOf(
  db: Reader,
  officer: { id: number; staffId: number | null; hallId: number },
): Promise<(about: Concern) => boolean> {
  const served = await db.select().from(postings).where(eq(postings.hallId, officer.hallId))
  const declared = await db.select().from(recusals).where(eq(recusals.officerId, officer.id))
  return ({ caseId, windowId, staffIds, occurredOn }) =>
    isRecused(
      officer,
      { caseId: caseId ?? NO_CASE, windowId, staffIds, occurredOn },
      served,
      declared,
    )
}
