import { policies, type PolicyKey } from '../policies/index.ts'
import { sheetsOfPolicy } from '../policies/sheets/by-key.ts'
import type { Day } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import {
  itemInForce,
  policyAsKept,
  policyInForce,
  type PolicyVersion,
  versionsInForce,
} from '../rules/policy-version.ts'
import type { Sheet, SheetItem } from '../rules/scorecard.ts'

/** A hall row as its policy is read from it. */
export type PolicyHall = { policy: string; policyVersions: readonly PolicyVersion[] }

/** The policy a hall adopted, before it set any value otherwise. */
export const adoptedBy = (hall: Pick<PolicyHall, 'policy'>): HallPolicy =>
  policies[hall.policy as PolicyKey]

/** The policy a hall lives by on a day. */
export const policyOf = (hall: PolicyHall, day: Day): HallPolicy =>
  policyInForce(adoptedBy(hall), hall.policyVersions, day)

/** The policy in the version a case began under. */
export const policyOfCase = (hall: PolicyHall, file: { policyVersion: string }): HallPolicy =>
  policyAsKept(adoptedBy(hall), hall.policyVersions, file.policyVersion)

/** The sheets of a hall with the points that hold on a day; none where it writes no points. */
export function sheetsOfHall(hall: PolicyHall, day: Day): readonly Sheet[] {
  const sheets = sheetsOfPolicy(hall.policy)
  const versions = versionsInForce(hall.policyVersions, day)
  if (versions.length === 0) return sheets
  return sheets.map((sheet) => ({
    ...sheet,
    items: sheet.items.map((item) => itemInForce(item, versions)),
  }))
}

/** The sheet and the item of a hall by the item's code: no code stands on two of its sheets. */
export function itemOfHall(
  hall: PolicyHall,
  day: Day,
  code: string,
): { sheet: Sheet; item: SheetItem } | null {
  for (const sheet of sheetsOfHall(hall, day)) {
    const item = sheet.items.find((each) => each.code === code)
    if (item) return { sheet, item }
  }
  return null
}
