import { eq } from 'drizzle-orm'
import { postings, recusals } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Day } from '../rules/day.ts'
import { isRecused } from '../rules/recusal.ts'

type Somebody = { id: number; staffId: number | null }

/** What concerns a window and no case. */
const NO_CASE = 0

/**
 * Who of a hall is kept away from what happened at a window on a day (回避): those who served
 * there, its head, and whoever declared a relation with the window or with one of them. Says of a
 * window what `isRecused` says of a case about it.
 */
export async function keptFromWindows(db: Reader, hallId: number) {
  const posted = await db
    .select({
      staffId: postings.staffId,
      windowId: postings.windowId,
      fromDay: postings.fromDay,
      toDay: postings.toDay,
      head: postings.head,
    })
    .from(postings)
    .where(eq(postings.hallId, hallId))
  const relations = await db.select().from(recusals).where(eq(recusals.hallId, hallId))
  const atWindow = Map.groupBy(posted, ({ windowId }) => windowId)
  return ({ id, staffId }: Somebody, windowId: number, on: Day): boolean =>
    isRecused(
      { id, staffId },
      { caseId: NO_CASE, windowId, staffIds: [], occurredOn: on },
      atWindow.get(windowId) ?? [],
      relations,
    )
}
