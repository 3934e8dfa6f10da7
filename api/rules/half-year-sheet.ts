/** What turns a person's figures of half a year into items of the sheet. */
export type HalfYearFigures = {
  leave: { item: string; overDays: number }
  lateOrEarly: { item: string; each: number }
  onTime: { item: string }
}

/**
 * Bingcha 考核办法, rate of cases done in time: half a point for each percentage point under a
 * hundred, read as whole points: 97.4 % has lost two. Throws for more cases in time than there were.
 */
export function onTimePointsLost({ onTime, all }: { onTime: number; all: number }): number {
  if (onTime > all) throw new RangeError(`More in time than there were: ${onTime} of ${all}`)
  return all === 0 ? 0 : Math.floor(((all - onTime) * 100) / all)
}

/** A person's half year in figures; leave counts for the whole year. */
export type HalfYearFacts = {
  leaveDaysOfYear: number
  timesLateOrEarly: number
  cases: { onTime: number; all: number } | null
}

/** The items, with how many of each, that the figures bring; those of nothing are left out. */
export function itemsFromFigures(
  { leaveDaysOfYear, timesLateOrEarly, cases }: HalfYearFacts,
  { leave, lateOrEarly, onTime }: HalfYearFigures,
): { item: string; quantity: number }[] {
  return [
    { item: leave.item, quantity: leaveDaysOfYear > leave.overDays ? 1 : 0 },
    { item: lateOrEarly.item, quantity: Math.floor(timesLateOrEarly / lateOrEarly.each) },
    { item: onTime.item, quantity: cases ? onTimePointsLost(cases) : 0 },
  ].filter(({ quantity }) => quantity > 0)
}
