import type { Officer } from '../../context.ts'
import { type OutcomeInSight, outcomeRefusal } from '../../reads/outcome-in-sight.ts'
import { type Refusal, Refused } from '../../refused.ts'
import type { AccessRefusal, ActOn } from '../../rules/can.ts'

const SAID: Partial<Record<AccessRefusal, Refusal>> = {
  'case-not-visible': 'no-such-outcome',
  'same-person': 'approver-drafted-it',
  'outcome-not-drafted': 'outcome-not-drafted',
}

/** Refuse what an officer may not do with an outcome. */
export function insist(officer: Officer, act: ActOn<'outcome'>, seen: OutcomeInSight): void {
  const refusal = outcomeRefusal(officer, act, seen)
  if (refusal) throw new Refused(SAID[refusal] ?? 'not-yours')
}

/** Refuse when the outcome is not at a stage that the act is for. */
export function insistStage(seen: OutcomeInSight, ...stages: OutcomeInSight['stage'][]): void {
  if (!stages.includes(seen.stage)) throw new Refused('outcome-elsewhere')
}

/** Either who may write the summary or who may approve it decides what is not shown. */
export function insistHasASay(officer: Officer, seen: OutcomeInSight): void {
  if (outcomeRefusal(officer, 'approve', seen) !== null) insist(officer, 'draft', seen)
}
