import { roundHalfUp, sumOf } from './rounding.ts'

/** A member of a department's window in a month. */
type WindowMember = { id: string; score: number; attendedDays: number }

/** A window's result with its arithmetic: sum / count, or no score where nobody counts. */
export type WindowScore = {
  members: (WindowMember & { counts: boolean })[]
  sum: number
  count: number
  score: number | null
}

/**
 * Anci 窗口单位及工作人员绩效考核办法: a department's window is computed from the results of all its
 * staff; read as the mean of those with at least `fewestAttendedDays` attended working days.
 */
export function windowScore(
  members: readonly WindowMember[],
  { fewestAttendedDays }: { fewestAttendedDays: number },
): WindowScore {
  const all = members.map((member) => ({
    ...member,
    counts: member.attendedDays >= fewestAttendedDays,
  }))
  const counted = all.filter(({ counts }) => counts)
  const sum = sumOf(counted.map(({ score }) => score))
  const count = counted.length
  return { members: all, sum, count, score: count === 0 ? null : roundHalfUp(sum, count) }
}
