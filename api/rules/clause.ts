import type { ComplaintCategory } from './complaint.ts'
import type { Day } from './day.ts'

/**
 * What the portal does with a rule of a hall. core: it is executed. feeds: it writes points.
 * published: it can be read and cited. out: it is left to the hall, with the reason.
 */
export const SYSTEM_ROLES = ['core', 'feeds', 'published', 'out'] as const
export type SystemRole = (typeof SYSTEM_ROLES)[number]

/** A rule of a hall (制度), with its official title and, in our own words, what it is for. */
export type RuleSystem = {
  /** Stable and unique, e.g. `anci.complaints`. */
  key: string
  hall: string
  titleZh: string
  purposeZh: string
  role: SystemRole
  /** Why the portal leaves it to the hall; only for the role `out`. */
  outReasonZh: string | null
  sortOrder: number
}

/** A clause a complaint may cite (条款), in plain words of our own; never the official wording. */
export type Clause = {
  /** Stable and unique, e.g. `qingpu.q5`. */
  key: string
  hall: string
  label: string
  plain: string
  /** Key of the `RuleSystem` it stands in. */
  system: string
  category: ComplaintCategory
  /** The scorecard item normally written when a breach is verified; null writes no points. */
  pointsItem: string | null
  /** Items that describe the same breach in a graver or more special form. */
  otherPointsItems: readonly string[]
  /** A complaint keeps the version it cited. */
  version: number
  effectiveFrom: Day
  sortOrder: number
  /** Whether it is among the few offered first on the complaint page. */
  common: boolean
}
