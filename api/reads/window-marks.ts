import { and, eq, isNotNull } from 'drizzle-orm'
import { directorMarks, peerMarks } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { DirectorMark, PeerMark } from '../rules/peer-marks.ts'
import type { Month } from '../rules/day.ts'

/** The marks the windows of a hall gave each other for a month. */
export async function peerMarksOf(db: Reader, hallId: number, month: Month): Promise<PeerMark[]> {
  const rows = await db
    .select()
    .from(peerMarks)
    .where(and(eq(peerMarks.hallId, hallId), eq(peerMarks.month, month)))
    .orderBy(peerMarks.id)
  return rows.map(({ byWindowId, forWindowId, marks }) => ({
    byWindow: String(byWindowId),
    forWindow: String(forWindowId),
    marks,
  }))
}

/** The values the directors' meeting set for a month, as far as a second person confirmed them. */
export async function directorMarksOf(
  db: Reader,
  hallId: number,
  month: Month,
): Promise<DirectorMark[]> {
  const rows = await db
    .select()
    .from(directorMarks)
    .where(
      and(
        eq(directorMarks.hallId, hallId),
        eq(directorMarks.month, month),
        isNotNull(directorMarks.confirmedBy),
      ),
    )
    .orderBy(directorMarks.id)
  return rows.map(({ windowId, points, reason }) => ({
    windowId: String(windowId),
    points,
    reason,
  }))
}
