import { roundHalfUp, sumOf } from './rounding.ts'

/** How an inspection's points are folded: of so many, into so many. */
export type HygieneScale = { of: number; foldedTo: number }

/**
 * Qingpu 卫生工作考核办法: the deductions of a quarter's inspection come off a hundred, and what is
 * left is folded to five; never below zero, two decimals.
 */
export const hygieneScore = (deductions: number, { of, foldedTo }: HygieneScale): number =>
  roundHalfUp(foldedTo * Math.max(0, of - deductions), of)

/**
 * What is known of a window's quarter: the mean of its electronic ratings and the hygiene; null
 * while a month or the inspection is missing.
 */
export const knownScore = (
  ratings: readonly (number | null)[],
  hygiene: number | null,
): number | null => {
  const rated = ratings.filter((rating) => rating !== null)
  if (hygiene === null || rated.length === 0 || rated.length < ratings.length) return null
  return roundHalfUp(sumOf(rated.flatMap((rating) => [rating, hygiene])), rated.length)
}
