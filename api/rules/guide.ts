import type { Day } from './day.ts'

/**
 * How a matter runs (Bingcha 限时办结制度). instant: done at once. promised: done by a promised day.
 * forwarded: passed to a higher authority. joint: several departments, one window.
 */
export const CASE_TYPES = ['instant', 'promised', 'forwarded', 'joint'] as const
export type CaseType = (typeof CASE_TYPES)[number]

/** One paper to bring. */
export type GuideMaterial = { name: string; copies: number; original: boolean; note?: string }

/** One charge: what for, how much, and under which rule. */
export type GuideFee = { item: string; standard: string; basis: string }

/**
 * What a hall must disclose about a matter (Anci 政务服务信息公开制度, Bingcha 政务公开制度 with its
 * eight disclosures, Qingpu 窗口服务信息公开制度). Who serves is read from the windows' postings.
 */
export type ServiceGuide = {
  slug: string
  titleZh: string
  summaryZh: string
  audienceZh: string
  caseType: CaseType
  legalBasis: readonly string[]
  conditions: readonly string[]
  materials: readonly GuideMaterial[]
  /** What the citizen does, step by step (办事流程). */
  procedure: readonly string[]
  /** What the departments do, step by step (审批程序). */
  approvalStages: readonly string[]
  legalLimitZh: string
  promisedLimitZh: string
  servicePromiseZh: string
  /** Empty when the matter is free; `feeBasisZh` says so and why. */
  fees: readonly GuideFee[]
  feeBasisZh: string
  /** What the window may decide by itself (窗口审批权限). */
  approvalPowerZh: string
  /** Name of the department in the hall; in the demonstration's own data, its key. */
  departmentRef: string
  /** Numbers of the windows, e.g. `3号`. */
  windowRefs: readonly string[]
  inquiryPhone: string
  supervisionPhone: string
  channelsZh: readonly string[]
  resultZh: string
  tipsZh?: string
  updatedOn: Day
}
