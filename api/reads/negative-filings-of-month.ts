import { and, eq, lt } from 'drizzle-orm'
import { negativeFilings } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { addMonths, type Day, firstDayOf, type Month } from '../rules/day.ts'
import { filingClocks, type FilingCounts, filingCounts } from '../rules/negative-filing.ts'
import { hallById } from './halls.ts'
import { knownCalendar } from './known-calendar.ts'
import { factsOf, filingPolicyOf, stepsOf } from './negative-filings.ts'
import { policyOf } from './policies.ts'

/**
 * A month's refusals on file for its report: how many were filed and corrected, and of how many a
 * date that fell in the month was missed. What is open by `asOf` counts as not done; without it the
 * month is taken as over. Null where the hall's regulations have no such register.
 */
export async function negativeFilingsOfMonth(
  db: Reader,
  hallId: number,
  month: Month,
  asOf: Day = firstDayOf(addMonths(month, 1)),
): Promise<FilingCounts | null> {
  const hall = await hallById(db, hallId)
  if (policyOf(hall, firstDayOf(month)).negativeFiling === null) return null
  const until = firstDayOf(addMonths(month, 1))
  const rows = await db
    .select()
    .from(negativeFilings)
    .where(and(eq(negativeFilings.hallId, hallId), lt(negativeFilings.filedOn, until)))
  const steps = await stepsOf(
    db,
    rows.map(({ id }) => id),
  )
  const calendar = await knownCalendar(db)
  const filings = rows.map((row) => {
    const facts = factsOf(row, steps.get(row.id) ?? [])
    return { facts, clocks: filingClocks(filingPolicyOf(hall, row.filedOn), facts, calendar) }
  })
  return filingCounts(filings, month, asOf)
}
