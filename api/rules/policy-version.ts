import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import type { SheetItem } from './scorecard.ts'

/** A single value of a policy as a hall may set it; null means that the hall has no such figure. */
export type PolicyValue = number | string | boolean | null

/** One value that a hall sets otherwise than the policy it adopted, by its path. */
export type PolicyChange = { path: string; value: PolicyValue }

/** A change as somebody typed it. */
export type AskedChange = { path: string; value: string; effectiveFrom: Day; reason: string }

/** A version of a hall's own policy: what it changes, from which day on, why and by whom. */
export type PolicyVersion = {
  /** Counted from 1; the adopted policy itself is version 0. */
  number: number
  effectiveFrom: Day
  change: PolicyChange
  reason: string
  enteredBy: number
  enteredOn: Day
  /** The day it was taken back, before it had begun; it then never holds. */
  takenBackOn: Day | null
}

/** The path of an item's points on a hall's sheets begins so; the item's code follows. */
export const POINTS = 'points.'

type Branch = Record<string, unknown> | unknown[]

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** How one of a list is named in a path: by its kind or key, so that it keeps its name. */
function nameIn(list: readonly unknown[], at: number): string {
  const each = list[at]
  if (isBranch(each) && !Array.isArray(each)) {
    if (typeof each.kind === 'string') return each.kind
    if (typeof each.key === 'string') return each.key.replaceAll('.', '-')
  }
  return String(at)
}

const namesIn = (branch: Branch): string[] =>
  Array.isArray(branch) ? branch.map((_, at) => nameIn(branch, at)) : Object.keys(branch)

const keyIn = (branch: Branch, name: string): string =>
  Array.isArray(branch) ? String(namesIn(branch).indexOf(name)) : name

const childOf = (branch: Branch, name: string): unknown =>
  (branch as Record<string, unknown>)[keyIn(branch, name)]

const isValue = (value: unknown): value is PolicyValue => !isBranch(value) && value !== undefined

/** Every single value of a policy by its path, in the order of the policy. */
export function valuesOf(policy: HallPolicy): PolicyChange[] {
  const within = (branch: Branch, path: string): PolicyChange[] =>
    namesIn(branch).flatMap((name) => {
      const value = childOf(branch, name)
      const at = path === '' ? name : `${path}.${name}`
      if (isBranch(value)) return within(value, at)
      return isValue(value) ? [{ path: at, value }] : []
    })
  return within(policy, '')
}

/** A path with the names of a list's members, from one with their numbers, as faults are told. */
export function namedPath(policy: HallPolicy, path: string): string {
  let branch: unknown = policy
  return path
    .split('.')
    .map((step) => {
      const name = Array.isArray(branch) ? nameIn(branch, Number(step)) : step
      branch = isBranch(branch) ? (branch as Record<string, unknown>)[step] : undefined
      return name
    })
    .join('.')
}

/** The policy with one value set; a path it does not have leaves it as it is. */
export function withValue(policy: HallPolicy, { path, value }: PolicyChange): HallPolicy {
  if (!valuesOf(policy).some((each) => each.path === path)) return policy
  const changed = structuredClone(policy) as HallPolicy
  const steps = path.split('.')
  let branch: Branch = changed
  for (const step of steps.slice(0, -1)) branch = childOf(branch, step) as Branch
  ;(branch as Record<string, unknown>)[keyIn(branch, steps.at(-1)!)] = value
  return changed
}

const inOrder = (versions: readonly PolicyVersion[]): PolicyVersion[] =>
  versions
    .filter(({ takenBackOn }) => takenBackOn === null)
    .toSorted(
      (one, other) =>
        one.effectiveFrom.localeCompare(other.effectiveFrom) || one.number - other.number,
    )

/** The versions that hold on a day, the earliest first: each changes what those before it left. */
export const versionsInForce = (versions: readonly PolicyVersion[], day: Day): PolicyVersion[] =>
  inOrder(versions).filter(({ effectiveFrom }) => effectiveFrom <= day)

const applied = (adopted: HallPolicy, versions: readonly PolicyVersion[]): HallPolicy => {
  const last = versions.at(-1)
  if (!last) return adopted
  const changed = versions.reduce((policy, { change }) => withValue(policy, change), adopted)
  return {
    ...changed,
    version: `${adopted.version}.${last.number}`,
    effectiveFrom: last.effectiveFrom,
  }
}

/**
 * What a hall lives by on a day: the policy it adopted with every value that it set otherwise
 * until then. Its version names the last of them: `1` as adopted, `1.3` with the third change.
 */
export const policyInForce = (
  adopted: HallPolicy,
  versions: readonly PolicyVersion[],
  day: Day,
): HallPolicy => applied(adopted, versionsInForce(versions, day))

/** The policy in the version a case began under, whatever was changed since. */
export function policyAsKept(
  adopted: HallPolicy,
  versions: readonly PolicyVersion[],
  kept: string,
): HallPolicy {
  const all = inOrder(versions)
  const last = all.findIndex(({ number }) => kept === `${adopted.version}.${number}`)
  return applied(adopted, all.slice(0, last + 1))
}

/** An item of a sheet with the points a hall set for it, where it set any. */
export function itemInForce(item: SheetItem, versions: readonly PolicyVersion[]): SheetItem {
  const own = versions.findLast(({ change }) => change.path === `${POINTS}${item.code}`)
  return own ? { ...item, points: own.change.value as number | null } : item
}
