import type { Officer } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { type ActOn, refusalOf } from '../../rules/can.ts'

/** Refuse what an officer has no right to do to a month's report by this corrector. */
export function insist(
  officer: Officer,
  act: ActOn<'monthlyReport'>,
  correctedById: number | null = null,
): void {
  const resource = { kind: 'monthlyReport', correctedById } as const
  const refusal = refusalOf<typeof resource>({ ...officer, relation: null }, act, resource)
  if (refusal) throw new Refused(refusal === 'same-person' ? 'report-same-person' : 'not-yours')
}
