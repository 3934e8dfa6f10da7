import { and, between, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { postings, scoreEntries, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { PatrolFinding } from '../rules/monthly-report.ts'
import type { Stretch } from '../rules/report-month.ts'

/**
 * What the patrols of a hall noted in a stretch and nobody has sent back: the window it is about,
 * or the one where the person it names served that day.
 */
export async function patrolFindings(
  db: Reader,
  hallId: number,
  { from, until }: Stretch,
): Promise<PatrolFinding[]> {
  const rows = await db
    .selectDistinct({ entry: scoreEntries, number: windows.number, business: windows.business })
    .from(scoreEntries)
    .leftJoin(
      postings,
      and(
        isNull(scoreEntries.windowId),
        eq(postings.staffId, scoreEntries.staffId),
        lte(postings.fromDay, scoreEntries.occurredOn),
        or(isNull(postings.toDay), gte(postings.toDay, scoreEntries.occurredOn)),
      ),
    )
    .leftJoin(windows, or(eq(windows.id, scoreEntries.windowId), eq(windows.id, postings.windowId)))
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        eq(scoreEntries.source, 'patrol'),
        isNull(scoreEntries.reverses),
        between(scoreEntries.occurredOn, from, until),
        or(isNull(scoreEntries.confirmed), eq(scoreEntries.confirmed, true)),
      ),
    )
    .orderBy(scoreEntries.id, windows.id)
  const firstOfEach = rows.filter(({ entry }, at) => entry.id !== rows[at - 1]?.entry.id)
  return firstOfEach.map(({ entry, number, business }) => ({
    on: entry.occurredOn,
    window: number !== null && business !== null ? { number, business } : null,
    points: entry.points,
    confirmed: entry.confirmed === true && entry.decidedOn !== null && entry.decidedOn <= until,
  }))
}
