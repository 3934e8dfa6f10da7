import { type CaseState, type Track, UNANSWERED_STATES } from './case-file.ts'
import {
  type CaseActor,
  type CaseSight,
  type Holders,
  IN_HAND,
  NOT_RECUSED,
  seesCase,
} from './case-relation.ts'
import type { ComplaintCategory, ComplaintSource } from './complaint.ts'
import type { StepPolicy } from './hall-policy.ts'
import { areCompatible, OFFICE_ROLES, type Role } from './roles.ts'

/**
 * The way a case goes. coordinated: Anci 群众投诉处理办法, complex cases go through the
 * coordination opinion, the leading group and the meeting of the departments. internal: Yuanzhou
 * 窗口工作人员行为规范, what the hall's checks found; nobody complained, so nobody is turned away,
 * written to or answered. direct: all others, from the inquiry straight to the decision.
 */
export const CASE_PATHS = ['direct', 'coordinated', 'internal'] as const
export type CasePath = (typeof CASE_PATHS)[number]

/** The path of a case by its hall's steps, its track and its source. */
export const pathOf = (
  steps: { coordinationMeeting: boolean },
  track: Track | null,
  source: ComplaintSource,
): CasePath => {
  if (source === 'internalFinding') return 'internal'
  return steps.coordinationMeeting && track === 'complex' ? 'coordinated' : 'direct'
}

/** Everything that can be done to a case. */
export const CASE_ACTS = [
  'accept',
  'decline',
  'transfer',
  'assign',
  'classify',
  'promiseReply',
  'putInWriting',
  'noteByHead',
  'startInquiry',
  'addInquiryNote',
  'requestStatement',
  'recordDepartmentResult',
  'extend',
  'giveCoordinationOpinion',
  'reviewByLeaders',
  'recordMeeting',
  'fixFinalOpinion',
  'propose',
  'approve',
  'sendBack',
  'answerSender',
  'close',
  'archive',
  'publish',
  'withdraw',
  'writeMessage',
  'answerMessage',
] as const
export type CaseAct = (typeof CASE_ACTS)[number]

/** Whether a text names an act on a case. */
export const isCaseAct = (text: string): text is CaseAct =>
  (CASE_ACTS as readonly string[]).includes(text)

/** Why an act on a case is refused. `case-not-visible` is answered like a case that is not there. */
export type WorkflowRefusal =
  | 'roles-exclude-each-other'
  | 'case-not-visible'
  | 'act-not-in-state'
  | 'act-not-for-role'
  | 'case-not-in-hand'
  | 'case-already-taken'
  | 'approver-is-proposer'
  | 'extension-by-handler'
  | 'promise-not-owed'
  | 'writing-not-owed'
  | 'head-note-not-owed'
  | 'sender-answer-not-owed'
  | 'case-not-extendable'

/** What of a case decides which acts are open. */
export type CaseFacts = {
  path: CasePath
  state: CaseState
  /** Nobody in the hall can act as head of this case; the superior unit stands in. */
  headless: boolean
  /** The hall promises a date (承诺答复) and none is entered. */
  owesPromise: boolean
  /** A major matter was told by mouth and is not yet in writing. */
  owesWriting: boolean
  /** The head was told of it and has written no note yet. */
  owesHeadNote: boolean
  /** Another organ sent it on and has no answer yet. */
  owesSenderAnswer: boolean
  /** The hall's rule lets the reply be put off. */
  extendable: boolean
}

type Party =
  | {
      holders: Holders
      /** Who stands in where the hall has no head for the case. */
      standIn?: Holders
      otherwise: WorkflowRefusal
    }
  | 'complainant'

/** Headcount or recusal leaves nobody in the hall: the superior unit's person, never the handler. */
const SUPERIOR_UNIT: Holders = { secondPerson: ['unassigned', 'elsewhere'] }

const PARTIES = {
  complainant: 'complainant',
  intake: {
    holders: {
      complaintDesk: NOT_RECUSED,
      handler: [...IN_HAND, 'unassigned'],
      officeHead: NOT_RECUSED,
    },
    otherwise: 'case-not-in-hand',
  },
  assigner: {
    holders: {
      complaintDesk: NOT_RECUSED,
      handler: ['unassigned'],
      officeHead: NOT_RECUSED,
    },
    otherwise: 'case-already-taken',
  },
  worker: {
    holders: { complaintDesk: IN_HAND, handler: IN_HAND, officeHead: NOT_RECUSED },
    otherwise: 'case-not-in-hand',
  },
  head: {
    holders: { officeHead: NOT_RECUSED },
    otherwise: 'case-not-in-hand',
  },
  actingHead: {
    holders: { officeHead: NOT_RECUSED },
    standIn: SUPERIOR_UNIT,
    otherwise: 'case-not-in-hand',
  },
  anotherHead: {
    holders: { officeHead: ['unassigned', 'elsewhere'] },
    standIn: SUPERIOR_UNIT,
    otherwise: 'extension-by-handler',
  },
  approver: {
    holders: {
      officeHead: ['assigned', 'unassigned', 'elsewhere'],
      secondPerson: ['assigned', 'unassigned', 'elsewhere'],
    },
    otherwise: 'approver-is-proposer',
  },
} as const satisfies Record<string, Party>

type Move = {
  act: CaseAct
  from: readonly CaseState[]
  by: keyof typeof PARTIES
  /** The next state; the same one where it is left out. */
  to?: CaseState
  /** The paths it belongs to; all where it is left out. */
  on?: readonly CasePath[]
  /** What the case must owe or allow, and the refusal when it does not. */
  given?: readonly [keyof Omit<CaseFacts, 'path' | 'state' | 'headless'>, WorkflowRefusal]
}

const COORDINATION: readonly CaseState[] = [
  'coordinating',
  'leaderReview',
  'coordinationMeeting',
  'finalOpinion',
]
const INQUIRY: readonly CaseState[] = ['investigating', ...COORDINATION]
const UNDECIDED: readonly CaseState[] = ['registered', 'accepted', ...INQUIRY]
const CITIZENS: readonly CasePath[] = ['direct', 'coordinated']

/** The states that a path does not know. */
const OFF_PATH: Readonly<Record<CasePath, readonly CaseState[]>> = {
  direct: [...COORDINATION, 'decided'],
  coordinated: ['decided'],
  internal: [...COORDINATION, 'replied'],
}

/**
 * The life of a case: who may do what in which state, and the state that follows. A state of the
 * coordinated path names the step taken last. Qingpu 投诉处置办法: out of scope is explained, not
 * accepted; verified by another person before it is answered. Bingcha 投诉督查管理制度: nothing
 * leaves `accepted` without a promised date. Anci 群众投诉处理办法: opinion, leading group, meeting,
 * final opinion, one after the other. A decision sent back keeps its final opinion. Where the hall
 * has no head for a case, the superior unit's second person does what only a head may. The
 * complainant withdraws until the final opinion or the proposal stands. Qingpu 投诉处置办法: what
 * another organ sent on is answered to that organ, also when it was not taken up; important cases
 * are reported to the leaders. Yuanzhou 窗口工作人员行为规范: what a check found is a complaint, so
 * it is taken up, inquired into and decided, and there is nobody to answer.
 */
const MOVES: readonly Move[] = [
  { act: 'accept', from: ['registered'], by: 'intake', to: 'accepted' },
  { act: 'decline', on: CITIZENS, from: ['registered'], by: 'intake', to: 'notAccepted' },
  { act: 'transfer', from: UNDECIDED, by: 'actingHead', to: 'transferred' },
  { act: 'assign', from: [...UNDECIDED, 'replied', 'decided', 'closed'], by: 'assigner' },
  { act: 'classify', from: ['accepted', 'investigating'], by: 'worker' },
  {
    act: 'promiseReply',
    on: CITIZENS,
    from: ['accepted'],
    by: 'worker',
    given: ['owesPromise', 'promise-not-owed'],
  },
  {
    act: 'putInWriting',
    on: CITIZENS,
    from: ['registered', 'accepted', 'investigating'],
    by: 'intake',
    given: ['owesWriting', 'writing-not-owed'],
  },
  {
    act: 'noteByHead',
    from: UNANSWERED_STATES,
    by: 'actingHead',
    given: ['owesHeadNote', 'head-note-not-owed'],
  },
  { act: 'startInquiry', from: ['accepted'], by: 'worker', to: 'investigating' },
  { act: 'addInquiryNote', from: INQUIRY, by: 'worker' },
  { act: 'requestStatement', from: INQUIRY, by: 'worker' },
  { act: 'recordDepartmentResult', from: INQUIRY, by: 'worker' },
  {
    act: 'extend',
    from: ['accepted', ...INQUIRY, 'awaitingApproval'],
    by: 'anotherHead',
    given: ['extendable', 'case-not-extendable'],
  },
  {
    act: 'giveCoordinationOpinion',
    on: ['coordinated'],
    from: ['investigating'],
    by: 'worker',
    to: 'coordinating',
  },
  { act: 'reviewByLeaders', from: ['coordinating'], by: 'actingHead', to: 'leaderReview' },
  { act: 'recordMeeting', from: ['leaderReview'], by: 'worker', to: 'coordinationMeeting' },
  { act: 'fixFinalOpinion', from: ['coordinationMeeting'], by: 'worker', to: 'finalOpinion' },
  {
    act: 'propose',
    on: ['direct', 'internal'],
    from: ['investigating'],
    by: 'worker',
    to: 'awaitingApproval',
  },
  {
    act: 'propose',
    on: ['coordinated'],
    from: ['finalOpinion'],
    by: 'worker',
    to: 'awaitingApproval',
  },
  { act: 'approve', on: CITIZENS, from: ['awaitingApproval'], by: 'approver', to: 'replied' },
  { act: 'approve', on: ['internal'], from: ['awaitingApproval'], by: 'approver', to: 'decided' },
  {
    act: 'sendBack',
    on: ['direct', 'internal'],
    from: ['awaitingApproval'],
    by: 'approver',
    to: 'investigating',
  },
  {
    act: 'sendBack',
    on: ['coordinated'],
    from: ['awaitingApproval'],
    by: 'approver',
    to: 'finalOpinion',
  },
  {
    act: 'answerSender',
    on: CITIZENS,
    from: ['replied', 'notAccepted', 'transferred', 'withdrawn'],
    by: 'intake',
    given: ['owesSenderAnswer', 'sender-answer-not-owed'],
  },
  { act: 'close', from: ['replied', 'decided'], by: 'worker', to: 'closed' },
  { act: 'archive', from: ['closed'], by: 'worker', to: 'archived' },
  { act: 'publish', from: ['archived'], by: 'head', to: 'published' },
  {
    act: 'withdraw',
    on: CITIZENS,
    from: [
      'registered',
      'accepted',
      'investigating',
      'coordinating',
      'leaderReview',
      'coordinationMeeting',
    ],
    by: 'complainant',
    to: 'withdrawn',
  },
  {
    act: 'writeMessage',
    on: CITIZENS,
    from: [...UNANSWERED_STATES, 'replied'],
    by: 'complainant',
  },
  {
    act: 'answerMessage',
    on: CITIZENS,
    from: [...UNANSWERED_STATES, 'replied', 'closed'],
    by: 'intake',
  },
]

const moveOf = (path: CasePath, state: CaseState, act: CaseAct): Move | undefined =>
  OFF_PATH[path].includes(state)
    ? undefined
    : MOVES.find(
        ({ act: which, from, on }) =>
          which === act && from.includes(state) && (!on || on.includes(path)),
      )

/** The state after an act, which may be the same; null where the path has no such act. */
export function nextState(path: CasePath, state: CaseState, act: CaseAct): CaseState | null {
  const move = moveOf(path, state, act)
  return move ? (move.to ?? state) : null
}

/**
 * Why somebody may not act on a case, or null. Whether the file holds what the act needs (notes, a
 * finding, a reply) is asked of the rules of closing.
 */
export function actRefusal(
  actor: CaseActor,
  act: CaseAct,
  facts: CaseFacts,
): WorkflowRefusal | null {
  if (!areCompatible(actor.roles)) return 'roles-exclude-each-other'
  if (!knowsOf(actor, facts)) return 'case-not-visible'
  const move = moveOf(facts.path, facts.state, act)
  if (!move) return 'act-not-in-state'
  const refusal = partyRefusal(PARTIES[move.by], actor, facts)
  if (refusal) return refusal
  if (move.given && !facts[move.given[0]]) return move.given[1]
  return null
}

const knowsOf = ({ roles, relation }: CaseActor, sight: CaseSight): boolean =>
  relation === 'complainant' || seesCase({ roles, relation }, sight)

function partyRefusal(
  party: Party,
  { roles, relation }: CaseActor,
  { headless }: CaseSight,
): WorkflowRefusal | null {
  if (party === 'complainant' || relation === 'complainant') {
    return party === relation ? null : 'act-not-for-role'
  }
  const holders = headless ? { ...party.holders, ...party.standIn } : party.holders
  const held = roles.filter((role) => holders[role])
  if (held.length === 0) return 'act-not-for-role'
  return held.some((role) => holders[role]?.includes(relation)) ? null : party.otherwise
}

/** What somebody may do with a case now, in the order of `CASE_ACTS`. */
export const allowedActs = (actor: CaseActor, facts: CaseFacts): CaseAct[] =>
  CASE_ACTS.filter((act) => actRefusal(actor, act, facts) === null)

/**
 * Whether a case goes to the office head at once: integrity and major matters, which discipline
 * bodies may take over. Qingpu 投诉处置办法: important cases to the leaders.
 */
export const goesToHead = (complaint: { category: ComplaintCategory; major: boolean }): boolean =>
  complaint.category === 'integrity' || complaint.major

/**
 * Whether a case is reported to the head, who writes a note on it. Bingcha 投诉督查管理制度: complex
 * cases, at once, to the director's office; Qingpu 投诉处置办法 and Yuanzhou 窗口工作人员行为规范:
 * important and serious ones. What goes to the head anyway is reported in all of these; in a hall
 * that asks for no report the head has only to read it.
 */
export const isReported = (
  { reportToHead }: Pick<StepPolicy, 'reportToHead'>,
  file: { category: ComplaintCategory; major: boolean; track: Track | null },
): boolean =>
  reportToHead !== null &&
  (goesToHead(file) || (reportToHead === 'complex' && file.track === 'complex'))

/** Why a case may not be given to somebody. */
export type AssignmentRefusal = 'assignee-recused' | 'assignee-not-of-office' | 'assignee-not-self'

/**
 * Whether a case may be given to an officer, null when so. Nobody of the window complained about
 * handles the case, by the impartiality Qingpu 投诉处置办法 demands; who is only a handler takes a
 * case for himself, desk and head give it to others.
 */
export function assignmentRefusal(
  by: { id: number; roles: readonly Role[] },
  to: { id: number; roles: readonly Role[]; recused: boolean },
): AssignmentRefusal | null {
  if (to.recused) return 'assignee-recused'
  const ofOffice = areCompatible(to.roles) && to.roles.some((role) => OFFICE_ROLES.includes(role))
  if (!ofOffice) return 'assignee-not-of-office'
  const gives = by.roles.some((role) => role === 'complaintDesk' || role === 'officeHead')
  return gives || to.id === by.id ? null : 'assignee-not-self'
}
