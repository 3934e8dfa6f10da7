import { and, eq } from 'drizzle-orm'
import { serviceCounts } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Month } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { type IndicatorResult, indicatorResults } from '../rules/service-indicators.ts'

/** What was entered for a hall's month, confirmed or not; null before. */
export async function countsOfMonth(db: Reader, hallId: number, month: Month) {
  const [counts] = await db
    .select()
    .from(serviceCounts)
    .where(and(eq(serviceCounts.hallId, hallId), eq(serviceCounts.month, month)))
  return counts ?? null
}

/** A month's rates once two people stand for the counts; null before, and where there are none. */
export async function confirmedIndicators(
  db: Reader,
  hallId: number,
  { indicators }: Pick<HallPolicy, 'indicators'>,
  month: Month,
): Promise<IndicatorResult[] | null> {
  const counts = indicators && (await countsOfMonth(db, hallId, month))
  return indicators && counts?.confirmedBy ? indicatorResults(indicators, counts) : null
}
