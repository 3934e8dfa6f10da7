import type { ComplaintSource } from './complaint.ts'

/** What was done about a complaint, as the published outcome names it (处理方式). */
export const REMEDIES = [
  'explained',
  'apologised',
  'corrected',
  'refunded',
  'instructed',
  'heldToAccount',
  'improved',
  'none',
] as const
export type Remedy = (typeof REMEDIES)[number]

/** Done for a complainant, so not about what a check of the hall found. */
const FOR_SOMEBODY: readonly Remedy[] = ['explained', 'apologised', 'corrected', 'refunded']

/** What can have been done: where nobody complained, nothing was done for a complainant. */
export const remediesFor = (source: ComplaintSource): Remedy[] =>
  REMEDIES.filter((remedy) => source !== 'internalFinding' || !FOR_SOMEBODY.includes(remedy))
