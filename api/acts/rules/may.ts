import type { Officer } from '../../context.ts'
import { type Refusal, Refused } from '../../refused.ts'
import { type AccessRefusal, type ActOn, refusalOf, type Resource } from '../../rules/can.ts'

type About = Extract<Resource, { kind: 'hallSettings' | 'ruleChange' }>

const SAID: Partial<Record<AccessRefusal, Refusal>> = {
  'same-person': 'rule-change-same-person',
  'entered-by-another': 'rule-change-of-another',
}

/** Refuse what an officer may not do with the hall's published rules. */
export function insist<R extends About>(officer: Officer, act: ActOn<R['kind']>, about: R): void {
  const refusal = refusalOf<R>({ ...officer, relation: null }, act, about)
  if (refusal) throw new Refused(SAID[refusal] ?? 'not-yours')
}
