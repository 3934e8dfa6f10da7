import { roundHalfUp } from './rounding.ts'

/** The mean and the median of some numbers, to two decimals, halves going up; null of none. */
export function meanAndMedian(numbers: readonly number[]): { mean: number; median: number } | null {
  if (numbers.length === 0) return null
  const sorted = numbers.toSorted((one, other) => one - other)
  const sum = sorted.reduce((total, each) => total + each, 0)
  const upper = Math.floor(sorted.length / 2)
  const lower = Math.floor((sorted.length - 1) / 2)
  return {
    mean: roundHalfUp(sum, sorted.length),
    median: roundHalfUp(sorted[lower]! + sorted[upper]!, 2),
  }
}
