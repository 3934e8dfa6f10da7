import type { DeadlineKind } from './case-file.ts'
import type { HallPolicy } from './hall-policy.ts'

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

/** A limit of a hall, in working days, counted from the day that `Limit` says. */
type HallLimit = { limit: Limit; workingDays: number; basis: DeadlineBasis }

/** The limits that a hall's policy has, in the order of a complaint's way. */
export function limitsOf({
  clocks,
  negativeFiling,
}: Pick<HallPolicy, 'clocks' | 'negativeFiling'>): HallLimit[] {
  const days: Record<Limit, number | null> = {
    acceptance: clocks.acceptanceWd,
    coordinationOpinion: clocks.coordinationOpinionWd,
    groupReview: clocks.groupReviewWd,
    coordinationMeeting: clocks.coordinationMeetingWd,
    replyAfterDepartment: clocks.replyAfterDepartmentWd,
    reply: clocks.normalWd ?? clocks.promisedReplyWd,
    maximum: clocks.maxWd,
    external: clocks.externalWithoutLimitWd,
    review: clocks.reviewWd,
    negativeReview: negativeFiling?.reviewWd ?? null,
    negativeNotice: negativeFiling?.noticeWd ?? null,
    negativeReport: negativeFiling?.reportWd ?? null,
  }
  return LIMITS.flatMap((limit) => {
    const workingDays = days[limit]
    if (workingDays === null) return []
    const basis = limitBasis({ clocks }, limit, workingDays)
    return [{ limit, workingDays, basis }]
  })
}

const limitBasis = (
  policy: Pick<HallPolicy, 'clocks'>,
  limit: Limit,
  workingDays: number,
): DeadlineBasis => {
  if (limit === 'review') return 'portal'
  if (limit === 'negativeReview' || limit === 'negativeNotice' || limit === 'negativeReport') {
    return 'regulation'
  }
  return basisOf(policy, { kind: limit, workingDays })
}
