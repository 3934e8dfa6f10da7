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
