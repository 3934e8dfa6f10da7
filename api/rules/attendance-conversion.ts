/** When somebody counts as late, gone early or absent; minutes. */
export type AttendancePolicy = {
  /** How long before the start people are asked to be there; arriving later only shows it. */
  askedBeforeStart: number
  /** Late is an arrival more than this after the start. */
  lateAfter: number
  /** Early is leaving at least this before the end. */
  earlyFrom: number
  /** What lateness and absence come to in half days, where the hall reckons so. */
  conversion: AttendanceConversion | null
}

type AttendanceConversion = {
  /** So many times late or early in a month make one half day, once a month. */
  times: number
  /** Late by so many minutes or more: half a day. */
  lateHalfDayFrom: number
  /** Away for more than so many minutes: half a day. */
  awayHalfDayOver: number
}

/** How an arrival stands: `minutes` after the start, below zero before it. */
export const arrivalOf = (
  minutes: number,
  { askedBeforeStart, lateAfter }: AttendancePolicy,
): 'asAsked' | 'inTime' | 'late' => {
  if (minutes > lateAfter) return 'late'
  return minutes > 0 - askedBeforeStart ? 'inTime' : 'asAsked'
}

/** Whether somebody left early: `minutes` before the end. */
export const isEarly = (minutes: number, { earlyFrom }: AttendancePolicy): boolean =>
  minutes >= earlyFrom

/** One finding of a month, in minutes after the start, before the end, or away. */
type Found = { kind: 'late' | 'early' | 'away'; minutes: number }

/** A month's findings in half days of absence, and how many lateness and early leaves counted. */
type Converted = { halfDays: number; timesLateOrEarly: number }

/**
 * Yuanzhou 窗口工作人员行为规范, attendance: late by an hour or away for more than an hour is half a
 * day absent; four times late or early in a month is one half day, once a month. Lateness that is
 * half a day by itself is not counted again among the times.
 */
export function convertedAbsence(
  found: readonly Found[],
  policy: AttendancePolicy,
): Converted | null {
  const { conversion } = policy
  if (conversion === null) return null
  const isHalfDay = ({ kind, minutes }: Found) =>
    kind === 'late'
      ? minutes >= conversion.lateHalfDayFrom
      : kind === 'away' && minutes > conversion.awayHalfDayOver
  const counts = ({ kind, minutes }: Found) =>
    kind === 'late'
      ? arrivalOf(minutes, policy) === 'late'
      : kind === 'early' && isEarly(minutes, policy)
  const alone = found.filter(isHalfDay)
  const times = found.filter((each) => counts(each) && !isHalfDay(each)).length
  return {
    halfDays: alone.length + (times >= conversion.times ? 1 : 0),
    timesLateOrEarly: times,
  }
}
