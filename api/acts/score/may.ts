import type { Officer } from '../../context.ts'
import { type Refusal, Refused } from '../../refused.ts'
import { type AccessRefusal, type ActOn, refusalOf, type Resource } from '../../rules/can.ts'

type About = Extract<Resource, { kind: 'scoreEntry' | 'monthClose' | 'award' }>

const SAID: Partial<Record<AccessRefusal, Refusal>> = {
  'same-person': 'entry-same-person',
  'concerns-yourself': 'entry-concerns-you',
  'case-not-visible': 'no-such-entry',
}

/** Refuse what an officer has no right to; `recused` when it comes from a case kept from them. */
export function insist<R extends About>(
  officer: Pick<Officer, 'id' | 'roles' | 'staffId'>,
  act: ActOn<R['kind']>,
  resource: R,
  { recused = false }: { recused?: boolean } = {},
): void {
  const { id, roles, staffId } = officer
  const refusal = refusalOf<R>(
    { id, roles, staffId, relation: recused ? 'recused' : null },
    act,
    resource,
  )
  if (refusal) throw new Refused(SAID[refusal] ?? 'not-yours')
}
