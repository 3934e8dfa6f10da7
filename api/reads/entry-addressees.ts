import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { postings, type scoreEntries } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'

type Named = Pick<typeof scoreEntries.$inferSelect, 'staffId' | 'windowId' | 'occurredOn'>

/**
 * The staff an entry names, who may answer to it: the person whose sheet it stands on or, where
 * only the window is known, everybody who served there on that day.
 */
export async function addressedTo(db: Reader, entry: Named): Promise<number[]> {
  if (entry.staffId !== null) return [entry.staffId]
  if (entry.windowId === null) return []
  const rows = await db
    .selectDistinct({ staffId: postings.staffId })
    .from(postings)
    .where(
      and(
        eq(postings.windowId, entry.windowId),
        lte(postings.fromDay, entry.occurredOn!),
        or(isNull(postings.toDay), gte(postings.toDay, entry.occurredOn!)),
      ),
    )
    .orderBy(postings.staffId)
  return rows.map(({ staffId }) => staffId)
}
