import { roundHalfUp, sumOf } from './rounding.ts'

/** Marks due and marks there; approved leave, training and Saturday compensation count as there. */
export type Marks = { due: number; present: number }

/**
 * Qingpu 窗口工作人员考勤办法, attendance rate: marks there against marks due, in percent with two
 * decimals; null when none was due.
 */
export function attendanceRate(marks: readonly Marks[]): number | null {
  const due = sumOf(marks.map((each) => each.due))
  return due === 0 ? null : roundHalfUp(sumOf(marks.map(({ present }) => present)) * 100, due)
}

/** A quarter's rate is the mean of its months', two decimals; null while a month has none. */
export function quarterlyRate(months: readonly (number | null)[]): number | null {
  const known = months.filter((rate) => rate !== null)
  return known.length < months.length || known.length === 0
    ? null
    : roundHalfUp(sumOf(known), known.length)
}
