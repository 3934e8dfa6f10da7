/**
 * Rates a month's service has to reach, in per cent. One-window hall 首问负责制: of the inquiries
 * asked, how many were taken up; of those taken up, how many were completed. One-window hall
 * 限时办结制: of the cases with a promised time, how many were done in it.
 */
export type ServiceIndicators = {
  firstAskAccepted: number
  firstAskCompleted: number
  onTime: number
}

/** A month's counts as the office enters them. */
export type ServiceCounts = {
  asked: number
  accepted: number
  completed: number
  promised: number
  inTime: number
}

/** The names of the counts, in the order they are entered. */
export const SERVICE_COUNTS = ['asked', 'accepted', 'completed', 'promised', 'inTime'] as const

/** What a count may not be above: its part of the whole. */
export const WHOLE_OF: Readonly<Partial<Record<keyof ServiceCounts, keyof ServiceCounts>>> = {
  accepted: 'asked',
  completed: 'accepted',
  inTime: 'promised',
}

/** One rate of a month; both null where there was nothing to count. */
export type IndicatorResult = {
  indicator: keyof ServiceIndicators
  done: number
  of: number
  required: number
  /** Per cent with two decimals, rounded down: a rate that falls short never looks as if not. */
  rate: number | null
  reached: boolean | null
}

/** A month's rates against those required; the required rate itself is reached (以上含本数). */
export function indicatorResults(
  required: ServiceIndicators,
  { asked, accepted, completed, promised, inTime }: ServiceCounts,
): IndicatorResult[] {
  const of = (indicator: keyof ServiceIndicators, done: number, whole: number) => ({
    indicator,
    done,
    of: whole,
    required: required[indicator],
    rate: whole === 0 ? null : Math.floor((done * 100 * 100) / whole) / 100,
    reached: whole === 0 ? null : done * 100 >= required[indicator] * whole,
  })
  return [
    of('firstAskAccepted', accepted, asked),
    of('firstAskCompleted', completed, accepted),
    of('onTime', inTime, promised),
  ]
}
