/**
 * Where an outcome stands on its way to the public: its summary is to be written, to be looked at
 * by a second person, approved and waiting for the month's batch, published, or withheld.
 */
export const OUTCOME_STAGES = ['toWrite', 'toApprove', 'approved', 'published', 'withheld'] as const
export type OutcomeStage = (typeof OUTCOME_STAGES)[number]

/** Where an outcome stands. One that was taken back stays with the published ones. */
export function stageOf(outcome: {
  withheld: string | null
  publishedOn: string | null
  approvedBy: number | null
  draftedBy: number | null
}): OutcomeStage {
  if (outcome.publishedOn !== null) return 'published'
  if (outcome.withheld !== null) return 'withheld'
  if (outcome.approvedBy !== null) return 'approved'
  return outcome.draftedBy === null ? 'toWrite' : 'toApprove'
}
