import type { AwardKind } from './award-kind.ts'
import {
  type CaseState,
  type Finding,
  INQUIRY_ROLES,
  type InquiryRole,
  isVerified,
  type ReplyForm,
  type Track,
} from './case-file.ts'
import type { CasePath } from './case-workflow.ts'
import type { ComplaintCategory, Nature } from './complaint.ts'
import type { Day } from './day.ts'
import type { Clocks, HallPolicy, PublishPolicy, StepPolicy, VetoRule } from './hall-policy.ts'

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Why a complaint may not be turned away. */
export type DeclineRefusal = 'explanation-missing'

/** Qingpu 投诉处置办法: who is turned away is told why; the right organ may be named. */
export const declineRefusal = (explanation: string | null): DeclineRefusal | null =>
  isBlank(explanation) ? 'explanation-missing' : null

/** Why a case may not be put on a track. */
type TrackRefusal = 'track-must-be-complex'

/**
 * Two or more departments make a case complex. Anci 群众投诉处理办法 and Bingcha 投诉督查管理制度:
 * several departments are coordinated. A transferred case keeps the sending organ's track.
 */
export const trackRefusal = (track: Track, departments: number): TrackRefusal | null =>
  departments >= 2 && (track === 'simple' || track === 'investigated')
    ? 'track-must-be-complex'
    : null

/** What of a complaint decides whether it is owed a promise or a written form. */
export type ObligationFacts = {
  track: Track | null
  promisedOn: Day | null
  major: boolean
  nature: Nature
  putInWriting: boolean
  /** Found by the hall's own checks: nobody complained, nobody is answered. */
  internalFinding: boolean
}

/** Bingcha 投诉督查管理制度: an accepted complaint has a promised date before anything else. */
export const owesPromise = (
  clocks: Pick<Clocks, 'promiseCeilingWd'>,
  facts: ObligationFacts,
): boolean =>
  clocks.promiseCeilingWd !== null &&
  facts.promisedOn === null &&
  facts.track !== 'transferred' &&
  !facts.internalFinding

/**
 * Bingcha 投诉督查管理制度: a major matter is complained of in writing. Told by mouth it is taken
 * in all the same; the office helps to put it in writing before anything is found.
 */
export const owesWriting = (
  policy: Pick<HallPolicy, 'majorMustBeWritten'>,
  { major, nature, putInWriting }: ObligationFacts,
): boolean => policy.majorMustBeWritten && major && nature === 'oral' && !putInWriting

/** Why an inquiry may not begin. */
export type InquiryStartRefusal = 'handler-missing' | 'promise-missing'

/** An inquiry begins once somebody handles the case and what the hall promises is promised. */
export function inquiryStartRefusal(
  policy: { clocks: Pick<Clocks, 'promiseCeilingWd'> },
  facts: ObligationFacts & { handlerId: number | null },
): InquiryStartRefusal | null {
  if (facts.handlerId === null) return 'handler-missing'
  return owesPromise(policy.clocks, facts) ? 'promise-missing' : null
}

/** Why the facts of a case are not yet established. */
export type InquiryRefusal = 'complainant-not-asked' | 'subject-not-asked' | 'witness-not-asked'

/**
 * Both sides are heard before anybody judges: the complainant, or a note that he cannot be
 * reached, and the person complained about. Anci 群众投诉处理办法, investigation (2) and (3): also
 * people who know and staff on the spot, or a note that there are none. Asked before the
 * coordination opinion and before the proposal.
 */
export function inquiryRefusal(
  steps: Pick<StepPolicy, 'witnessNote'>,
  { notes, internalFinding }: { notes: readonly InquiryRole[]; internalFinding: boolean },
): InquiryRefusal | null {
  const has = (...roles: InquiryRole[]) => roles.some((role) => notes.includes(role))
  if (!internalFinding && !has('complainant', 'complainantUnreachable')) {
    return 'complainant-not-asked'
  }
  if (!has('subject')) return 'subject-not-asked'
  if (steps.witnessNote && !has('witness', 'noWitness')) return 'witness-not-asked'
  return null
}

/** Who can be asked: without a complaint there is no complainant. */
export const rolesToAsk = ({
  internalFinding,
}: Pick<ObligationFacts, 'internalFinding'>): InquiryRole[] =>
  INQUIRY_ROLES.filter(
    (role) => !internalFinding || (role !== 'complainant' && role !== 'complainantUnreachable'),
  )

/** Why an answer does not do. */
type ReplyRefusal = 'reply-missing' | 'record-form-missing' | 'reply-must-be-written'

/**
 * The form an answer must have. Anci 群众投诉处理办法: entered in the record form. Bingcha
 * 投诉督查管理制度: written complaints, those put in writing too, in writing; oral ones by mouth or in
 * writing. Qingpu 投诉处置办法: not fixed. A finding of the hall's own checks is answered to nobody.
 */
export function replyRefusal(
  { replyRule }: Pick<HallPolicy, 'replyRule'>,
  facts: Pick<ObligationFacts, 'nature' | 'putInWriting' | 'internalFinding'> & {
    replyForm: ReplyForm | null
  },
): ReplyRefusal | null {
  const { replyForm } = facts
  if (facts.internalFinding) return null
  if (replyForm === null) return 'reply-missing'
  if (replyRule === 'record') return replyForm === 'recordForm' ? null : 'record-form-missing'
  if (replyRule === 'any') return null
  const inWriting = facts.nature === 'written' || facts.putInWriting
  if (inWriting && replyForm !== 'written') return 'reply-must-be-written'
  return replyForm === 'recordForm' ? 'reply-missing' : null
}

/** Why a decision may not be proposed. */
export type ProposalRefusal =
  | 'promise-missing'
  | 'writing-missing'
  | 'head-note-missing'
  | TrackRefusal
  | InquiryRefusal
  | 'track-missing'
  | 'department-result-missing'
  | 'finding-missing'
  | ReplyRefusal

/** What a proposal is judged by. */
export type ProposalFacts = ObligationFacts & {
  path: CasePath
  departments: number
  /** The head was told of it and has written no note yet. */
  owesHeadNote: boolean
  /** Departments of the case whose result is not yet in. */
  departmentsOwing: number
  notes: readonly InquiryRole[]
  finding: Finding | null
  replyForm: ReplyForm | null
}

/** What of a hall's policy a proposal is judged by. */
export type ProposalPolicy = Pick<HallPolicy, 'majorMustBeWritten' | 'replyRule'> & {
  steps: Pick<StepPolicy, 'witnessNote' | 'reportToHead'>
  clocks: Pick<Clocks, 'promiseCeilingWd'>
}

/**
 * Whether finding, measure and reply may be put before the approver, null when so: the
 * promise made, the major matter in writing, the track right, both sides heard, in Bingcha the
 * director's note on a complex case, on Anci's coordinated path every department's result in, a
 * finding, and a reply in the form the hall demands.
 */
export function proposalRefusal(
  policy: ProposalPolicy,
  facts: ProposalFacts,
): ProposalRefusal | null {
  if (owesPromise(policy.clocks, facts)) return 'promise-missing'
  if (owesWriting(policy, facts)) return 'writing-missing'
  if (facts.track === null) return 'track-missing'
  const notReady =
    trackRefusal(facts.track, facts.departments) ?? inquiryRefusal(policy.steps, facts)
  if (notReady) return notReady
  const awaitsHead = policy.steps.reportToHead === 'complex' && facts.track === 'complex'
  if (awaitsHead && facts.owesHeadNote) return 'head-note-missing'
  if (facts.path === 'coordinated' && facts.departmentsOwing > 0) return 'department-result-missing'
  if (facts.finding === null) return 'finding-missing'
  return replyRefusal(policy, facts)
}

/** Why a case may not be closed. */
export type ClosingRefusal =
  | 'finding-missing'
  | ReplyRefusal
  | 'sender-answer-missing'
  | 'circular-missing'
  | 'score-entry-without-fault'
  | 'award-veto-without-fault'
  | 'score-entry-missing'
  | 'accountability-missing'
  | 'department-notice-missing'
  | 'award-veto-missing'

/** What closing a case is judged by. */
export type ClosingFacts = Pick<ObligationFacts, 'nature' | 'putInWriting' | 'internalFinding'> & {
  finding: Finding | null
  replyForm: ReplyForm | null
  /** Another organ sent it on and has no answer yet. */
  owesSenderAnswer: boolean
  /** Points written because of this complaint, those rejected left out. */
  scoreEntries: number
  /** Why there are no points although a fault was found. */
  scoreWaiver: string | null
  /** The sanctions decided; none needs a reason. Null while nothing is decided. */
  accountability: { sanctions: number; reason: string | null } | null
  departmentTold: boolean
  circularSent: boolean
  vetoedAwards: readonly AwardKind[]
}

/** What of a hall's policy closing is judged by. */
export type ClosingPolicy = Pick<HallPolicy, 'replyRule'> & {
  steps: Pick<StepPolicy, 'circular'>
  vetoes: readonly Pick<VetoRule, 'cause' | 'bars'>[]
}

/** The awards a verified complaint takes away. Qingpu 投诉处置办法, consequences: all three. */
export const vetoesOfVerified = (vetoes: ClosingPolicy['vetoes']): AwardKind[] => [
  ...new Set(vetoes.flatMap(({ cause, bars }) => (cause === 'verifiedComplaint' ? bars : []))),
]

/**
 * Whether a case may be closed, null when so: answered in the right form, also to the organ that
 * sent it on (Qingpu 投诉处置办法), and its consequences drawn. A fault needs points or a reason for none, a decision on accountability (which may be
 * none, with a reason), a notice to the department and the vetoes of the policy. Bingcha
 * 投诉督查管理制度: complaint, verification, circular, all three on record. Qingpu 投诉处置办法: every
 * result goes round, clearances too. Whoever is cleared loses neither points nor awards.
 */
export function closingRefusal(policy: ClosingPolicy, facts: ClosingFacts): ClosingRefusal | null {
  const { finding } = facts
  if (finding === null) return 'finding-missing'
  const reply = replyRefusal(policy, facts)
  if (reply) return reply
  if (facts.owesSenderAnswer) return 'sender-answer-missing'
  const { circular } = policy.steps
  const circularOwed =
    circular === 'everyResult' || (circular === 'verified' && isVerified(finding))
  if (circularOwed && !facts.circularSent) return 'circular-missing'
  return isVerified(finding) ? consequenceRefusal(policy, facts) : clearanceRefusal(facts)
}

function clearanceRefusal({ scoreEntries, vetoedAwards }: ClosingFacts): ClosingRefusal | null {
  if (scoreEntries > 0) return 'score-entry-without-fault'
  return vetoedAwards.length > 0 ? 'award-veto-without-fault' : null
}

function consequenceRefusal(policy: ClosingPolicy, facts: ClosingFacts): ClosingRefusal | null {
  const { accountability, vetoedAwards } = facts
  if (facts.scoreEntries === 0 && isBlank(facts.scoreWaiver)) return 'score-entry-missing'
  if (accountability === null) return 'accountability-missing'
  if (accountability.sanctions === 0 && isBlank(accountability.reason)) {
    return 'accountability-missing'
  }
  if (!facts.departmentTold) return 'department-notice-missing'
  const vetoed = vetoesOfVerified(policy.vetoes).every((award) => vetoedAwards.includes(award))
  return vetoed ? null : 'award-veto-missing'
}

/** What a complete file (案卷) holds. */
export const FILE_PARTS = ['form', 'notes', 'evidenceList', 'opinion', 'reply', 'results'] as const
export type FilePart = (typeof FILE_PARTS)[number]

/** The parts a file still lacks; a finding of the hall's own checks has no reply. */
export const missingParts = (
  parts: readonly FilePart[],
  { internalFinding }: { internalFinding: boolean },
): FilePart[] =>
  FILE_PARTS.filter((part) => !parts.includes(part) && !(internalFinding && part === 'reply'))

/** Why a file may not be put away. */
export type ArchivingRefusal = 'file-incomplete'

/** Qingpu 投诉处置办法: all material of a finished complaint is bound in one file. */
export const archivingRefusal = (
  parts: readonly FilePart[],
  facts: { internalFinding: boolean },
): ArchivingRefusal | null => (missingParts(parts, facts).length > 0 ? 'file-incomplete' : null)

/**
 * Why an outcome is counted and not shown. `recognisable` is an officer's judgement: whatever the
 * summary says, people would know whom it is about.
 */
export const WITHHOLDING_REASONS = [
  'withdrawn',
  'integrity',
  'minor',
  'underReview',
  'objection',
  'recognisable',
] as const
export type WithholdingReason = (typeof WITHHOLDING_REASONS)[number]

/** What decides whether an outcome is shown. */
export type WithholdingFacts = {
  state: CaseState
  category: ComplaintCategory
  /** Somebody under age is concerned. */
  aboutMinor: boolean
  /** A review was asked for and is not decided. */
  underReview: boolean
  /** The citizen agreed, or did not object, to the anonymous outcome being shown. */
  mayPublish: boolean
}

/**
 * Why an outcome is withheld, null when it may be shown. No regulation orders publication, so the
 * portal shows least: nothing withdrawn, nothing of integrity, of minors, under review or against
 * the citizen's wish. Each one is counted under the first reason that applies.
 */
export function withheldReason(facts: WithholdingFacts): WithholdingReason | null {
  if (facts.state === 'withdrawn') return 'withdrawn'
  if (facts.category === 'integrity') return 'integrity'
  if (facts.aboutMinor) return 'minor'
  if (facts.underReview) return 'underReview'
  return facts.mayPublish ? null : 'objection'
}

/** Why an outcome may not be released now. */
export type PublishingRefusal =
  | 'case-not-archived'
  | 'outcome-withheld'
  | 'summary-missing'
  | 'summary-too-long'
  | 'personal-data-left'
  | 'approval-missing'
  | 'approver-drafted-it'
  | 'hold-not-over'
  | 'major-not-released-by-hand'

/** What the release of an outcome is judged by. */
export type PublishingFacts = WithholdingFacts & {
  major: boolean
  summary: string | null
  /** Places where the personal-data finder stopped and nobody has decided. */
  openHits: number
  draftedBy: number | null
  approvedBy: number | null
  /** The last day of the hold after archiving. */
  holdUntil: Day
  today: Day
  /** The officer who releases it; null for the month's batch. */
  releasedBy: number | null
}

/**
 * Whether an outcome may be released, null when so: only from an archived case, with a short
 * neutral summary free of personal data, approved by a second person, after the hold. A major
 * matter never goes out with the batch alone.
 */
export function publishingRefusal(
  { summaryMax }: Pick<PublishPolicy, 'summaryMax'>,
  facts: PublishingFacts,
): PublishingRefusal | null {
  if (withheldReason(facts) !== null) return 'outcome-withheld'
  if (facts.state !== 'archived') return 'case-not-archived'
  if (facts.summary === null || isBlank(facts.summary)) return 'summary-missing'
  if ([...facts.summary].length > summaryMax) return 'summary-too-long'
  if (facts.openHits > 0) return 'personal-data-left'
  if (facts.draftedBy === null || facts.approvedBy === null) return 'approval-missing'
  if (facts.draftedBy === facts.approvedBy) return 'approver-drafted-it'
  if (facts.today <= facts.holdUntil) return 'hold-not-over'
  return facts.major && facts.releasedBy === null ? 'major-not-released-by-hand' : null
}

/**
 * Whether an outcome names its window or only the department: the window where enough people
 * serve, and enough complaints came in the policy's months, for nobody to be picked out.
 */
export const windowOrDepartment = (
  { minStaff, minComplaints }: Pick<PublishPolicy, 'minStaff' | 'minComplaints'>,
  { staff, complaints }: { staff: number; complaints: number },
): 'window' | 'department' =>
  staff >= minStaff && complaints >= minComplaints ? 'window' : 'department'
