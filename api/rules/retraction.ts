/**
 * Why a published outcome was taken back. Shown in its place with the day; a word of this list,
 * so that the notice itself can give nothing away.
 */
export const RETRACTION_REASONS = [
  'personalData',
  'mistake',
  'underReview',
  'objection',
  'other',
] as const
export type RetractionReason = (typeof RETRACTION_REASONS)[number]
