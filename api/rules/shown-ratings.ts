import type { Month } from './day.ts'
import type { Satisfaction } from './satisfaction.ts'
import type { Count } from './small-counts.ts'

/** Ratings of a stretch of days as the public sees them; counts are null where they are too few. */
export type ShownSatisfaction = Omit<Satisfaction, 'count' | 'satisfied'> & {
  count: Count
  satisfied: Count
}

const HIDDEN: ShownSatisfaction = {
  levels: [],
  count: null,
  satisfied: null,
  rate: null,
  between: null,
}

/** A few ratings would show who gave them; none at all show nobody. */
export const isFew = (count: number, least: number): boolean => count > 0 && count < least

/** Ratings without levels and counts where they are fewer than the hall shows. */
export const shownSatisfaction = (of: Satisfaction, least: number): ShownSatisfaction =>
  isFew(of.count, least) ? HIDDEN : of

/** Months that add up to their year, with the running one, if any of its days is over. */
type Year<M> = { year: Satisfaction; months: readonly M[]; running: Month | null }

/**
 * A window's months and their year without what is too few. Where one month alone is left out, it
 * would be the year less the others: then the smallest month that has ended is left out too, or,
 * where there is none, the year.
 */
export function shownYear<M extends Satisfaction & { month: Month }>(
  { year, months, running }: Year<M>,
  least: number,
): { year: ShownSatisfaction; months: ({ month: Month } & ShownSatisfaction)[] } {
  const few = months.filter(({ count }) => isFew(count, least))
  const [cover] = months
    .filter(({ count, month }) => count >= least && month !== running)
    .toSorted((one, other) => one.count - other.count)
  const alone = few.length === 1
  const hidden = new Set([...few, ...(alone && cover ? [cover] : [])].map(({ month }) => month))
  return {
    year: alone && !cover ? HIDDEN : shownSatisfaction(year, least),
    months: months.map((each) =>
      hidden.has(each.month) ? { month: each.month, ...HIDDEN } : each,
    ),
  }
}
