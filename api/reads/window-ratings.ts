import { and, between, eq } from 'drizzle-orm'
import { ratingCounts } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { type Month, monthOf } from '../rules/day.ts'
import type { RatingLevel } from '../rules/rating-level.ts'
import { monthsOf, type Period, publicPeriods } from '../rules/rating-period.ts'
import { type Satisfaction, satisfactionOf } from '../rules/satisfaction.ts'

type CountedDay = { month: Month; day: string; level: number; count: number }

const countsOf = (rows: readonly CountedDay[]): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const { level, count } of rows) counts.set(level, (counts.get(level) ?? 0) + count)
  return counts
}

/** What the public sees of a window's ratings; whole days up to yesterday. */
type WindowRatings = {
  upTo: string
  month: (Period & Satisfaction) | null
  year: Period & Satisfaction
  months: ({ month: Month } & Satisfaction)[]
}

/** A window's ratings by level: this month, the last twelve months, and each of them. */
export async function ratingsOfWindow(
  world: World,
  windowId: number,
  levels: readonly RatingLevel[],
): Promise<WindowRatings> {
  const { upTo, month, year } = publicPeriods(today(world))
  const rows = await world.store.read
    .select({ day: ratingCounts.day, level: ratingCounts.level, count: ratingCounts.count })
    .from(ratingCounts)
    .where(and(eq(ratingCounts.windowId, windowId), between(ratingCounts.day, year.from, year.to)))
  const days = rows.map((row) => ({ ...row, month: monthOf(row.day) }))
  const byMonth = Map.groupBy(days, ({ month }) => month)
  const countedIn = ({ from, to }: Period) =>
    satisfactionOf(levels, countsOf(days.filter(({ day }) => day >= from && day <= to)))
  return {
    upTo,
    month: month && { ...month, ...countedIn(month) },
    year: { ...year, ...countedIn(year) },
    months: monthsOf(year).map((month) => ({
      month,
      ...satisfactionOf(levels, countsOf(byMonth.get(month) ?? [])),
    })),
  }
}
