import { eq } from 'drizzle-orm'
import { monthCloses } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Month } from '../rules/day.ts'

/** The months of a hall whose points are closed. */
export async function closedMonthsOf(db: Reader, hallId: number): Promise<Month[]> {
  const rows = await db
    .select({ month: monthCloses.month })
    .from(monthCloses)
    .where(eq(monthCloses.hallId, hallId))
  return rows.map(({ month }) => month)
}
