import { type Calendar, nthWorkingDayAfter } from './calendar.ts'
import { type Day, type Month, monthOf } from './day.ts'
import { isOver } from './day-over.ts'
import { ratingDayThatCounts } from './electronic-rating.ts'
import type { HallPolicy } from './hall-policy.ts'

/**
 * The last day on which a rating of a month is still taken: so many working days after the month's
 * last day, which is day zero. Qingpu 电子评价考核办法 counts by the month; [portal] the three days.
 */
export const ratingsFreezeOn = (
  month: Month,
  { ratingFreezeWd }: Pick<HallPolicy, 'ratingFreezeWd'>,
  calendar: Calendar,
): Day => nthWorkingDayAfter(month, ratingFreezeWd, calendar)

/** Whether a month's ratings are final: the hall has closed on the last day they were taken. */
export const areRatingsFrozen = (
  month: Month,
  policy: Pick<HallPolicy, 'ratingFreezeWd' | 'openingHours'>,
  calendar: Calendar,
  now: Date,
): boolean => isOver(ratingsFreezeOn(month, policy, calendar), policy.openingHours, now)

/**
 * The month a rating counts in: that of the service, whenever it was given, or its own where the
 * hall reads its rule so. One that arrives after
 * the freeze, from a device that was offline, counts in no month and is kept all the same.
 */
export function monthCountedIn(
  { servedOn, arrivedOn }: { servedOn: Day; arrivedOn: Day },
  policy: Pick<HallPolicy, 'ratingFreezeWd' | 'eRating'>,
  calendar: Calendar,
): Month | null {
  const counts = { servedOn, ratedOn: arrivedOn }
  const month = monthOf(ratingDayThatCounts(counts, policy.eRating ?? undefined))
  return arrivedOn <= ratingsFreezeOn(month, policy, calendar) ? month : null
}
