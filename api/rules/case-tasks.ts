import type { Calendar } from './calendar.ts'
import { clockOf } from './case-deadlines.ts'
import type { DeadlineKind, Track } from './case-file.ts'
import type { OfficerRelation } from './case-relation.ts'
import { actRefusal, type CaseAct, type CaseFacts, nextState } from './case-workflow.ts'
import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import type { Role } from './roles.ts'

/** What the rules make somebody do about a case, in the order in which a list shows one day's. */
export const CASE_TASKS = [
  'readReport',
  'decideAcceptance',
  'assignHandler',
  'enterPromise',
  'putInWriting',
  'explainOverrun',
  'explainExtension',
  'interview',
  'coordinationOpinion',
  'groupReview',
  'coordinationMeeting',
  'fixFinalOpinion',
  'replyAfterDepartment',
  'completeComplex',
  'answer',
  'approve',
  'answerSender',
  'proposeSanction',
  'circular',
  'close',
  'archive',
] as const
/** A task by its name, or by the clock that runs where no task has a name for it. */
export type CaseTask = (typeof CASE_TASKS)[number] | DeadlineKind

/** A case as far as it decides what somebody has to do about it. */
export type CaseDuty = {
  number: string
  relation: OfficerRelation
  facts: CaseFacts
  track: Track | null
  isAssigned: boolean
  acceptedOn: Day | null
  /** By when the head is to have read of it and, where the hall asks, noted it; null when done. */
  reportDueOn: Day | null
  /** Both sides, and whoever else the hall asks for, are heard. */
  isHeard: boolean
  /** The decision found a fault. */
  isVerified: boolean
  /** What follows for somebody is already proposed. */
  isSanctionProposed: boolean
  /** How often a later date was explained to the complainant. */
  explained: number
  /** The clocks that run. */
  open: readonly { kind: DeadlineKind; dueOn: Day }[]
}

/** Who looks, in which hall, on which day. */
export type CaseViewer = {
  roles: readonly Role[]
  /** Roles that somebody of the hall holds: a task of an empty post falls to the next. */
  held: readonly Role[]
  today: Day
  policy: HallPolicy
  calendar: Calendar
}

/** One thing to do about a case; the same kind is due once a case. */
export type CaseTaskDue = {
  kind: CaseTask
  number: string
  dueOn: Day | null
  /** How often it was done before, for what comes again. */
  times: number
}

type Row = {
  kind: (typeof CASE_TASKS)[number]
  /** What does it: only for whoever may do that to the case now; null for reading it. */
  act: CaseAct | null
  /** hand: whoever has the case in hand. any: whoever may. Else the first of these posts held. */
  by: 'hand' | 'any' | readonly Role[]
  /** The clocks towards it; the earliest that runs is its day. */
  clocks: readonly DeadlineKind[]
  when?: (duty: CaseDuty, viewer: CaseViewer) => boolean
  dueOn?: (duty: CaseDuty) => Day | null
  times?: (duty: CaseDuty) => number
}

const REPLY: readonly DeadlineKind[] = ['replyAfterDepartment', 'promise', 'external', 'reply']

const runs = ({ open }: CaseDuty, ...kinds: readonly DeadlineKind[]) =>
  open.some(({ kind }) => kinds.includes(kind))

const promiseReached = ({ open, facts }: CaseDuty, { today }: CaseViewer) =>
  facts.extendable && open.some(({ kind, dueOn }) => kind === 'promise' && dueOn <= today)

const limitNear = (
  { open, facts }: CaseDuty,
  { today, calendar, policy: { escalation } }: CaseViewer,
) =>
  facts.extendable &&
  open.some(
    ({ kind, dueOn }) =>
      kind === 'reply' && clockOf(dueOn, today, calendar, escalation.soonWd).state !== 'normal',
  )

const owesCircular = ({ isVerified }: CaseDuty, { policy }: CaseViewer) =>
  policy.steps.circular === 'everyResult' || (policy.steps.circular === 'verified' && isVerified)

/**
 * Acceptance, handler, inquiry, reply and file in every hall. Anci 群众投诉处理办法: a handler at
 * once, coordination opinion, leading group, meeting, reply after the departments' result. Bingcha
 * 投诉督查管理制度: complex cases to the director, the promised date with acceptance; once it is reached, explained and followed up
 * until the case is finished. Qingpu 投诉处置办法: a complex case in three working days, or explained
 * before they pass, important ones to the leaders, the sending organ answered. 投诉责任追究暂行办法 and 投诉处置办法: the circular with closing.
 */
const ROWS: readonly Row[] = [
  {
    kind: 'readReport',
    act: null,
    by: ['officeHead', 'secondPerson'],
    clocks: [],
    when: ({ reportDueOn }) => reportDueOn !== null,
    dueOn: ({ reportDueOn }) => reportDueOn,
  },
  {
    kind: 'decideAcceptance',
    act: 'accept',
    by: ['complaintDesk', 'handler', 'officeHead'],
    clocks: ['acceptance'],
  },
  {
    kind: 'assignHandler',
    act: 'assign',
    by: ['officeHead', 'complaintDesk', 'handler'],
    clocks: ['acceptance', ...REPLY],
    when: ({ isAssigned }) => !isAssigned,
  },
  {
    kind: 'enterPromise',
    act: 'promiseReply',
    by: 'hand',
    clocks: [],
    dueOn: ({ acceptedOn }) => acceptedOn,
  },
  { kind: 'putInWriting', act: 'putInWriting', by: 'hand', clocks: ['acceptance', ...REPLY] },
  {
    kind: 'explainOverrun',
    act: 'answerMessage',
    by: 'hand',
    clocks: ['promise'],
    when: promiseReached,
    times: ({ explained }) => explained,
  },
  {
    kind: 'explainOverrun',
    act: 'extend',
    by: 'any',
    clocks: ['promise'],
    when: promiseReached,
    times: ({ explained }) => explained,
  },
  {
    kind: 'explainExtension',
    act: 'extend',
    by: 'any',
    clocks: ['reply'],
    when: limitNear,
    times: ({ explained }) => explained,
  },
  { kind: 'interview', act: 'startInquiry', by: 'hand', clocks: ['coordinationOpinion', ...REPLY] },
  {
    kind: 'interview',
    act: 'addInquiryNote',
    by: 'hand',
    clocks: ['coordinationOpinion', ...REPLY],
    when: ({ isHeard }) => !isHeard,
  },
  {
    kind: 'coordinationOpinion',
    act: 'giveCoordinationOpinion',
    by: 'hand',
    clocks: ['coordinationOpinion'],
  },
  { kind: 'groupReview', act: 'reviewByLeaders', by: 'any', clocks: ['groupReview'] },
  {
    kind: 'coordinationMeeting',
    act: 'recordMeeting',
    by: 'hand',
    clocks: ['coordinationMeeting'],
  },
  {
    kind: 'fixFinalOpinion',
    act: 'fixFinalOpinion',
    by: 'hand',
    clocks: ['coordinationMeeting', ...REPLY],
  },
  {
    kind: 'replyAfterDepartment',
    act: 'propose',
    by: 'hand',
    clocks: ['replyAfterDepartment'],
    when: (duty) => runs(duty, 'replyAfterDepartment'),
  },
  {
    kind: 'completeComplex',
    act: 'propose',
    by: 'hand',
    clocks: REPLY,
    when: (duty) => duty.isHeard && duty.track === 'complex' && !runs(duty, 'replyAfterDepartment'),
  },
  {
    kind: 'answer',
    act: 'propose',
    by: 'hand',
    clocks: REPLY,
    when: (duty) => duty.isHeard && duty.track !== 'complex',
  },
  { kind: 'approve', act: 'approve', by: 'any', clocks: REPLY },
  {
    kind: 'answerSender',
    act: 'answerSender',
    by: ['complaintDesk', 'handler', 'officeHead'],
    clocks: ['external'],
  },
  {
    kind: 'proposeSanction',
    act: 'close',
    by: 'hand',
    clocks: ['sanction'],
    when: ({ isVerified, isSanctionProposed }) => isVerified && !isSanctionProposed,
  },
  { kind: 'circular', act: 'close', by: 'hand', clocks: ['sanction'], when: owesCircular },
  {
    kind: 'close',
    act: 'close',
    by: 'hand',
    clocks: ['sanction'],
    when: (duty, viewer) => !owesCircular(duty, viewer),
  },
  { kind: 'archive', act: 'archive', by: 'hand', clocks: ['archive'] },
]

/** Clocks that are nobody's at the office: the last possible day, and what another was asked. */
const SILENT: readonly DeadlineKind[] = ['maximum', 'statement']

const inHand = (relation: OfficerRelation) => relation === 'assigned' || relation === 'proposer'

function isMine({ by }: Row, { relation }: CaseDuty, { roles, held }: CaseViewer): boolean {
  if (by === 'any') return true
  if (by === 'hand') return inHand(relation)
  const post = by.find((role) => held.includes(role))
  return post !== undefined && roles.includes(post)
}

const earliest = (days: readonly Day[]): Day | null => days.toSorted()[0] ?? null

function fromRow(row: Row, duty: CaseDuty, viewer: CaseViewer): CaseTaskDue[] {
  const { number, relation, facts, open } = duty
  if (!isMine(row, duty, viewer) || row.when?.(duty, viewer) === false) return []
  const { roles } = viewer
  if (row.act && actRefusal({ roles, relation }, row.act, facts) !== null) return []
  const running = open.filter(({ kind }) => row.clocks.includes(kind)).map(({ dueOn }) => dueOn)
  const dueOn = row.dueOn ? row.dueOn(duty) : earliest(running)
  return [{ kind: row.kind, number, dueOn, times: row.times?.(duty) ?? 0 }]
}

/** Whether a task above stands for a clock, as the case stands; naming a handler meets none. */
const isNamed = (kind: DeadlineKind, { path, state }: CaseFacts): boolean =>
  ROWS.some(
    ({ clocks, act }) =>
      act !== null &&
      act !== 'assign' &&
      clocks.includes(kind) &&
      nextState(path, state, act) !== null,
  )

/** A clock without a task of its own is a task of whoever has the case in hand, and of its head. */
function fromClocks(duty: CaseDuty, { roles }: CaseViewer): CaseTaskDue[] {
  if (!inHand(duty.relation) && !roles.includes('officeHead')) return []
  return duty.open
    .filter(({ kind }) => !SILENT.includes(kind) && !isNamed(kind, duty.facts))
    .map(({ kind, dueOn }) => ({ kind, number: duty.number, dueOn, times: 0 }))
}

/** What one officer has to do about one case, each kind once; nothing where they are kept away. */
export function caseTasks(duty: CaseDuty, viewer: CaseViewer): CaseTaskDue[] {
  if (duty.relation === 'recused') return []
  const due = [...ROWS.flatMap((row) => fromRow(row, duty, viewer)), ...fromClocks(duty, viewer)]
  return due.filter(({ kind }, at) => due.findIndex((one) => one.kind === kind) === at)
}

/** Where a task stands in a list of one day. */
export const caseTaskOrder = (kind: CaseTask): number =>
  (CASE_TASKS as readonly string[]).indexOf(kind)
