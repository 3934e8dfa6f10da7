import { today, type World } from '../context.ts'
import { Invalid, Refused } from '../refused.ts'
import type { Day } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { type PolicyFault, policyProblems } from '../rules/policy-problems.ts'
import { readValue, type SettableValue, settableValues } from '../rules/policy-value.ts'
import {
  type AskedChange,
  namedPath,
  POINTS,
  type PolicyChange,
  type PolicyVersion,
} from '../rules/policy-version.ts'
import type { Sheet } from '../rules/scorecard.ts'
import { type PolicyHall, policyOf, sheetsOfHall } from './policies.ts'

/** Every value a hall may set on a day: those of its policy, and the plain points of its sheets. */
export function settableOf(hall: PolicyHall, day: Day): (SettableValue & { label?: string })[] {
  const items = sheetsOfHall(hall, day)
    .flatMap((sheet) => sheet.items)
    .filter(({ kind, points }) => kind !== 'mark' && (points === null || Number.isFinite(points)))
    .map(({ code, labelZh, points }) => ({
      path: `${POINTS}${code}`,
      value: points as number | null,
      of: { kind: 'decimal' as const },
      mayBeNull: true,
      group: 'points' as const,
      label: `${code} ${labelZh}`,
    }))
  return [...settableValues(policyOf(hall, day)), ...items]
}

type Compared<T> = { before: T; after: T }

/** A change as it was typed: what stands before it, and the policy with and without it. */
export type TypedChange = {
  change: PolicyChange
  before: SettableValue & { label?: string }
  policies: Compared<HallPolicy>
  sheets: Compared<readonly Sheet[]>
}

/**
 * A typed change of a hall's policy, read and held against everything else it lives by. Each fault
 * is told at its field; a value that contradicts another one is `policy-contradicts`, with the other
 * value and why. Nothing is changed for days that are over.
 */
export function typedChange(world: World, hall: PolicyHall, asked: AskedChange): TypedChange {
  const { path, effectiveFrom } = asked
  if (effectiveFrom < today(world)) throw new Invalid({ effectiveFrom: ['day-is-over'] })
  const before = settableOf(hall, effectiveFrom).find((each) => each.path === path)
  if (!before) throw new Invalid({ path: ['unknown-choice'] })
  const read = readValue(asked.value, before)
  if ('problem' in read) throw new Invalid({ value: [read.problem] })
  const change = { path, value: read.value }
  if (change.value === before.value) throw new Invalid({ value: ['value-unchanged'] })
  const policyVersions = [...hall.policyVersions, versionOf(change, asked, hall)]
  const changed = { ...hall, policyVersions }
  const days = hall.policyVersions.map((each) => each.effectiveFrom)
  for (const on of [effectiveFrom, ...days.filter((each) => each > effectiveFrom)]) {
    const policy = policyOf(changed, on)
    const [fault] = policyProblems(policy)
    if (fault) throw contradiction(namedPath(policy, fault.path), fault.fault, path)
  }
  return {
    change,
    before,
    policies: { before: policyOf(hall, effectiveFrom), after: policyOf(changed, effectiveFrom) },
    sheets: {
      before: sheetsOfHall(hall, effectiveFrom),
      after: sheetsOfHall(changed, effectiveFrom),
    },
  }
}

const versionOf = (
  change: PolicyChange,
  { effectiveFrom, reason }: AskedChange,
  { policyVersions }: PolicyHall,
): PolicyVersion => ({
  number: policyVersions.length + 1,
  effectiveFrom,
  change,
  reason,
  enteredBy: 0,
  enteredOn: effectiveFrom,
  takenBackOn: null,
})

const contradiction = (at: string, fault: PolicyFault, path: string): Refused =>
  new Refused('policy-contradicts', { path: at, fault, own: at === path ? 1 : 0 })
