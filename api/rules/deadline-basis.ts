import type { DeadlineKind } from './case-file.ts'
import type { DayUnit } from './day-unit.ts'
import type { HallPolicy } from './hall-policy.ts'
import { FILING_STEPS, type FilingStep } from './negative-filing.ts'

/**
 * What a date rests on: the hall's regulation, the sending organ's slip, a day that was named
 * and told, or the portal's own promise where the regulation is silent.
 */
export type DeadlineBasis = 'regulation' | 'slip' | 'named' | 'portal'

/**
 * What a date of a kind rests on; `workingDays` is null where a day was named. Anci
 * 投诉处理办法, Qingpu 投诉处置办法 and Bingcha 投诉督查管理制度 say how long a reply may take, the
 * texts of other halls do not; acceptance, Anci's leading group and meeting, statements and the
 * file are promises of the portal.
 */
export function basisOf(
  { clocks }: Pick<HallPolicy, 'clocks'>,
  { kind, workingDays }: { kind: DeadlineKind; workingDays: number | null },
): DeadlineBasis {
  switch (kind) {
    case 'external':
      return workingDays === null ? 'slip' : 'portal'
    case 'coordinationOpinion':
    case 'replyAfterDepartment':
    case 'maximum':
      return clocks.setBy
    case 'reply':
      if (workingDays === null) return 'named'
      return clocks.normalWd === null ? 'portal' : clocks.setBy
    case 'promise':
      return 'named'
    default:
      return 'portal'
  }
}

/** Which limits of a hall can be counted by anybody. */
export const LIMITS = [
  'acceptance',
  'coordinationOpinion',
  'groupReview',
  'coordinationMeeting',
  'replyAfterDepartment',
  'reply',
  'maximum',
  'external',
  'review',
  'negativeReview',
  'negativeNotice',
  'negativeReport',
] as const
export type Limit = (typeof LIMITS)[number]

/** The limits of a refusal on file, by the step each is for. */
export const FILING_LIMITS = {
  review: 'negativeReview',
  notice: 'negativeNotice',
  report: 'negativeReport',
} as const satisfies Record<FilingStep, Limit>
export type FilingLimit = (typeof FILING_LIMITS)[FilingStep]

const isFilingLimit = (limit: Limit): limit is FilingLimit =>
  Object.values<Limit>(FILING_LIMITS).includes(limit)

/**
 * A limit of a hall, counted from the day that `Limit` says: so many days of a unit, what that
 * rests on, and the title of the regulation.
 */
type HallLimit = { limit: Limit; count: number; unit: DayUnit; basis: DeadlineBasis; title: string }

/** The limits that a hall's policy has, in the order of a complaint's way. */
export function limitsOf(
  policy: Pick<HallPolicy, 'clocks' | 'negativeFiling' | 'source'>,
): HallLimit[] {
  return [...complaintLimits(policy), ...filingLimits(policy.negativeFiling)]
}

function complaintLimits({ clocks, source }: Pick<HallPolicy, 'clocks' | 'source'>): HallLimit[] {
  const days: Record<Exclude<Limit, FilingLimit>, number | null> = {
    acceptance: clocks.acceptanceWd,
    coordinationOpinion: clocks.coordinationOpinionWd,
    groupReview: clocks.groupReviewWd,
    coordinationMeeting: clocks.coordinationMeetingWd,
    replyAfterDepartment: clocks.replyAfterDepartmentWd,
    reply: clocks.normalWd ?? clocks.promisedReplyWd,
    maximum: clocks.maxWd,
    external: clocks.externalWithoutLimitWd,
    review: clocks.reviewWd,
  }
  return LIMITS.filter((limit) => !isFilingLimit(limit)).flatMap((limit) => {
    const count = days[limit]
    if (count === null) return []
    const basis =
      limit === 'review' ? 'portal' : basisOf({ clocks }, { kind: limit, workingDays: count })
    return [{ limit, count, unit: 'workingDays' as const, basis, title: source.titleZh }]
  })
}

const filingLimits = (policy: HallPolicy['negativeFiling']): HallLimit[] =>
  policy === null
    ? []
    : FILING_STEPS.map((step) => ({
        limit: FILING_LIMITS[step],
        count: policy[step],
        unit: policy.unit,
        basis: 'regulation',
        title: policy.titleZh,
      }))
