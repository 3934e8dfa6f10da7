/**
 * The lengths of absence that have an item of their own; `halfDay` is the window's half day, and
 * `orJust` takes the limit itself in.
 */
export type AbsenceScale = readonly {
  longerThan: number | 'halfDay'
  orJust?: true
  item: string
}[]

/**
 * The item for one absence without leave, or null when it is too short to cost points. Minutes;
 * "more than" leaves the limit itself out, and the longest limit passed replaces the others.
 */
export function absenceItem(
  { minutes, halfDayMinutes }: { minutes: number; halfDayMinutes: number },
  scale: AbsenceScale,
): string | null {
  const passed = scale
    .map(({ longerThan, orJust = false, item }) => ({
      limit: longerThan === 'halfDay' ? halfDayMinutes : longerThan,
      orJust,
      item,
    }))
    .filter(({ limit, orJust }) => minutes > limit || (orJust && minutes === limit))
  if (passed.length === 0) return null
  return passed.reduce((longest, each) => (each.limit > longest.limit ? each : longest)).item
}
