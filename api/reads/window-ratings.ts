import { and, between, eq } from 'drizzle-orm'
import { ratingCounts } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { type Day, type Month, monthOf } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { areRatingsFrozen, ratingsFreezeOn } from '../rules/rating-month.ts'
import { monthsOf, type Period, publicPeriods } from '../rules/rating-period.ts'
import { satisfactionOf } from '../rules/satisfaction.ts'
import { type ShownSatisfaction, shownSatisfaction, shownYear } from '../rules/shown-ratings.ts'

type CountedDay = { month: Month; day: string; level: number; count: number }

const countsOf = (rows: readonly CountedDay[]): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const { level, count } of rows) counts.set(level, (counts.get(level) ?? 0) + count)
  return counts
}

/** What the public sees of a window's ratings; whole days up to yesterday. */
type WindowRatings = {
  upTo: string
  month: (Period & ShownSatisfaction) | null
  year: Period & ShownSatisfaction
  /** `openUntil`: until the end of that day the month's figures may still change. */
  months: ({ month: Month; openUntil: Day | null } & ShownSatisfaction)[]
}

/**
 * A window's ratings by level: this month, the last twelve months, and each of them, without what
 * is fewer than the hall shows.
 */
export async function ratingsOfWindow(
  world: World,
  windowId: number,
  policy: HallPolicy,
): Promise<WindowRatings> {
  const { upTo, month, year } = publicPeriods(today(world))
  const { levels } = policy.rating
  const least = policy.publish.leastRatings
  const openUntil = (of: Month) =>
    areRatingsFrozen(of, policy, world.calendar, world.now())
      ? null
      : ratingsFreezeOn(of, policy, world.calendar)
  const rows = await world.store.read
    .select({ day: ratingCounts.day, level: ratingCounts.level, count: ratingCounts.count })
    .from(ratingCounts)
    .where(and(eq(ratingCounts.windowId, windowId), between(ratingCounts.day, year.from, year.to)))
  const days = rows.map((row) => ({ ...row, month: monthOf(row.day) }))
  const byMonth = Map.groupBy(days, ({ month }) => month)
  const countedIn = ({ from, to }: Period) =>
    satisfactionOf(levels, countsOf(days.filter(({ day }) => day >= from && day <= to)))
  const shown = shownYear(
    {
      year: countedIn(year),
      months: monthsOf(year).map((month) => ({
        month,
        ...satisfactionOf(levels, countsOf(byMonth.get(month) ?? [])),
      })),
      running: month && monthOf(month.from),
    },
    least,
  )
  return {
    upTo,
    month: month && { ...month, ...shownSatisfaction(countedIn(month), least) },
    year: { ...year, ...shown.year },
    months: shown.months.map((each) => ({ ...each, openUntil: openUntil(each.month) })),
  }
}
