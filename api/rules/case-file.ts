/**
 * Where a case stands (办理状态). `overdue` is computed from the deadlines and is not a state. What
 * a check of the hall found is `decided`, since there is nobody to be `replied` to.
 */
export const CASE_STATES = [
  'registered',
  'notAccepted',
  'accepted',
  'investigating',
  'coordinating',
  'leaderReview',
  'coordinationMeeting',
  'finalOpinion',
  'awaitingApproval',
  'replied',
  'decided',
  'closed',
  'archived',
  'published',
  'withdrawn',
  'transferred',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** States in which nothing more is owed to the complainant. */
export const SETTLED_STATES: readonly CaseState[] = [
  'notAccepted',
  'closed',
  'archived',
  'published',
  'withdrawn',
  'transferred',
]

/** States in which the complainant still waits for the reply. */
export const UNANSWERED_STATES: readonly CaseState[] = CASE_STATES.filter(
  (state) => state !== 'replied' && state !== 'decided' && !SETTLED_STATES.includes(state),
)

/** simple: one window, facts clear. investigated: one department. complex: two or more departments. */
export const TRACKS = ['simple', 'investigated', 'complex', 'transferred'] as const
export type Track = (typeof TRACKS)[number]

/** 属实、部分属实、不属实、无法核实. */
export const FINDINGS = [
  'substantiated',
  'partlySubstantiated',
  'unsubstantiated',
  'unverifiable',
] as const
export type Finding = (typeof FINDINGS)[number]

/** Whether a finding lays a fault on somebody (查实). */
export const isVerified = (finding: Finding | null): boolean =>
  finding === 'substantiated' || finding === 'partlySubstantiated'

/** What the clock of a case counts towards. */
export const DEADLINE_KINDS = [
  'acceptance',
  'coordinationOpinion',
  'groupReview',
  'coordinationMeeting',
  'replyAfterDepartment',
  'reply',
  'maximum',
  'promise',
  'external',
  'statement',
  'sanction',
  'archive',
] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** How an answer is given. */
export const REPLY_FORMS = ['oral', 'written', 'recordForm'] as const
export type ReplyForm = (typeof REPLY_FORMS)[number]

/** Who is questioned in an inquiry (询问). */
export const INQUIRY_ROLES = [
  'complainant',
  'subject',
  'witness',
  'evidence',
  'complainantUnreachable',
  'noWitness',
] as const
export type InquiryRole = (typeof INQUIRY_ROLES)[number]
