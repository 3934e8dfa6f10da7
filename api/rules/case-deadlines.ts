import { deadlineOf, isWorkingDay, workingDaysBetween, type Calendar } from './calendar.ts'
import type { DeadlineKind, Track } from './case-file.ts'
import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'

/** What of a case its deadlines are counted from; all days are days in the halls' time zone. */
export type CaseDates = {
  track: Track
  /** The day the complaint reached the hall, or was found in book or box: day zero. */
  receivedOn: Day
  acceptedOn?: Day | null
  /** The day the complainant was told to expect the reply. */
  promisedOn?: Day | null
  /** The sending organ's limit on the transfer slip. */
  externalDueOn?: Day | null
  /** The day the coordination opinion was given, and the day the leading group decided on it. */
  opinionOn?: Day | null
  groupDecidedOn?: Day | null
  /** The day the last department entered its result. */
  departmentResultOn?: Day | null
  /** The day the department or the person complained of was asked for a statement. */
  statementRequestedOn?: Day | null
  /** Whether the complainant was told of a later date. */
  extended?: boolean
  /** The day a fault was found. */
  verifiedOn?: Day | null
  closedOn?: Day | null
}

/** One clock of a case; `workingDays` is null where a date was named instead of counted. */
export type CaseDeadline = {
  kind: DeadlineKind
  dayZero: Day
  workingDays: number | null
  dueOn: Day
  provisional: boolean
}

/**
 * Every deadline a case has by its hall's regulations, as far as its dates are known.
 * Everywhere: acceptance is decided on the first working day. Anci 投诉处理办法: a complex case
 * has its coordination opinion three working days after receipt, its leading group and its meeting
 * in the policy's days after the step before, and its reply one working day after the departments'
 * result. Bingcha 投诉督查管理制度: the promised date. Qingpu 投诉处置办法:
 * three working days, ten at the most, both from receipt. Without a limit of the hall's own the
 * reply is promised by the tenth. A transferred case runs on the sending organ's limit alone. A
 * fault is followed by the decision on accountability (责任追究) in the policy's days.
 */
export function deadlinesOf(
  policy: HallPolicy,
  dates: CaseDates,
  calendar: Calendar,
): CaseDeadline[] {
  const { clocks } = policy
  const { receivedOn } = dates
  const statementWd = dates.extended ? clocks.statementWdAfterExtension : clocks.statementWd

  return [
    ...counted('acceptance', receivedOn, clocks.acceptanceWd, calendar),
    ...(dates.track === 'transferred' && policy.externalLimit
      ? externalDeadline(policy, dates, calendar)
      : replyDeadlines(policy, dates, calendar)),
    ...counted('statement', dates.statementRequestedOn, statementWd, calendar),
    ...counted('sanction', dates.verifiedOn, clocks.sanctionWd, calendar),
    ...counted('archive', dates.closedOn, clocks.archiveWd, calendar),
  ]
}

function replyDeadlines(policy: HallPolicy, dates: CaseDates, calendar: Calendar): CaseDeadline[] {
  const { clocks, extension } = policy
  const { receivedOn, acceptedOn } = dates
  const promisedOn = extension.allowed ? dates.promisedOn : null

  return [
    ...(dates.track === 'complex' ? coordinationDeadlines(clocks, dates, calendar) : []),
    ...counted('reply', receivedOn, clocks.normalWd, calendar),
    ...(promisedOn
      ? [namedDay('promise', acceptedOn ?? receivedOn, promisedOn)]
      : counted('reply', receivedOn, clocks.promisedReplyWd, calendar)),
    ...counted('maximum', receivedOn, clocks.maxWd, calendar),
  ]
}

/** Anci 投诉处理办法, complex path: each step counts from the one before it. */
const coordinationDeadlines = (
  clocks: HallPolicy['clocks'],
  { receivedOn, opinionOn, groupDecidedOn, departmentResultOn }: CaseDates,
  calendar: Calendar,
): CaseDeadline[] => [
  ...counted('coordinationOpinion', receivedOn, clocks.coordinationOpinionWd, calendar),
  ...counted('groupReview', opinionOn, clocks.groupReviewWd, calendar),
  ...counted('coordinationMeeting', groupDecidedOn, clocks.coordinationMeetingWd, calendar),
  ...counted('replyAfterDepartment', departmentResultOn, clocks.replyAfterDepartmentWd, calendar),
]

function counted(
  kind: DeadlineKind,
  dayZero: Day | null | undefined,
  workingDays: number | null,
  calendar: Calendar,
): CaseDeadline[] {
  if (!dayZero || workingDays === null) return []
  const { day: dueOn, provisional } = deadlineOf(dayZero, workingDays, calendar)
  return [{ kind, dayZero, workingDays, dueOn, provisional }]
}

const namedDay = (kind: DeadlineKind, dayZero: Day, dueOn: Day): CaseDeadline => ({
  kind,
  dayZero,
  workingDays: null,
  dueOn,
  provisional: false,
})

const externalDeadline = (
  { clocks }: HallPolicy,
  { receivedOn, externalDueOn }: CaseDates,
  calendar: Calendar,
): CaseDeadline[] =>
  externalDueOn
    ? [namedDay('external', receivedOn, externalDueOn)]
    : counted('external', receivedOn, clocks.externalWithoutLimitWd, calendar)

/** Why a promised date cannot stand. */
const PROMISE_REFUSALS = [
  'promise-not-used-here',
  'promise-before-acceptance',
  'promise-not-a-working-day',
  'promise-above-ceiling',
] as const
export type PromiseRefusal = (typeof PROMISE_REFUSALS)[number]

/**
 * Whether an officer may promise the reply for a day, null when so. Bingcha 投诉督查管理制度 asks
 * for a promised date without a figure: it is a working day, and lies no further from acceptance
 * than the policy's ceiling for the track.
 */
export function promiseRefusal(
  { clocks }: HallPolicy,
  { track, acceptedOn, promisedOn }: { track: Track; acceptedOn: Day; promisedOn: Day },
  calendar: Calendar,
): PromiseRefusal | null {
  const ceiling = track === 'transferred' ? null : (clocks.promiseCeilingWd?.[track] ?? null)
  if (ceiling === null) return 'promise-not-used-here'
  if (promisedOn < acceptedOn) return 'promise-before-acceptance'
  if (!isWorkingDay(promisedOn, calendar)) return 'promise-not-a-working-day'
  if (promisedOn > deadlineOf(acceptedOn, ceiling, calendar).day) return 'promise-above-ceiling'
  return null
}

/** Why a later date cannot be given. */
const EXTENSION_REFUSALS = [
  'extension-not-allowed',
  'extension-not-for-this-track',
  'extension-too-often',
  'complainant-not-told',
  'extension-not-later',
  'extension-not-a-working-day',
  'extension-above-maximum',
] as const
export type ExtensionRefusal = (typeof EXTENSION_REFUSALS)[number]

/** A later date for a reply; `times` counts the explanations given before this one. */
export type ExtensionRequest = {
  track: Track
  receivedOn: Day
  /** The date that holds now. */
  dueOn: Day
  newDueOn: Day
  today: Day
  /** The day the complainant was told why and until when; null when not yet told. */
  toldComplainantOn: Day | null
  /** Found by the hall's own checks: there is nobody to tell. */
  internalFinding: boolean
  times: number
}

/**
 * Whether the reply may be put off, null when so. Qingpu 投诉处置办法: only a complex case, the
 * complainant is told, ten working days from receipt at the most. Bingcha 投诉督查管理制度: as often
 * as needed until the case is finished, explained each time. Anci 投诉处理办法 knows none. An
 * explanation after the old date is taken down too; that the old date was missed stays on record.
 */
export function extensionRefusal(
  { clocks, extension }: HallPolicy,
  request: ExtensionRequest,
  calendar: Calendar,
): ExtensionRefusal | null {
  const { track, receivedOn, dueOn, newDueOn, today, toldComplainantOn, times } = request
  if (!extension.allowed) return 'extension-not-allowed'
  if (!extension.tracks.includes(track)) return 'extension-not-for-this-track'
  if (extension.maxTimes !== null && times >= extension.maxTimes) return 'extension-too-often'
  const mustTell = extension.mustTellComplainant && !request.internalFinding
  if (mustTell && toldComplainantOn === null) return 'complainant-not-told'
  if (newDueOn <= dueOn || newDueOn < today) return 'extension-not-later'
  if (!isWorkingDay(newDueOn, calendar)) return 'extension-not-a-working-day'
  if (clocks.maxWd !== null && newDueOn > deadlineOf(receivedOn, clocks.maxWd, calendar).day) {
    return 'extension-above-maximum'
  }
  return null
}

/** How a deadline stands: 正常, 快到期, 今天到期, 已超期. */
const CLOCK_STATES = ['normal', 'soon', 'today', 'overdue'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** What is left of a deadline. */
export type Clock = { workingDaysLeft: number; state: ClockState }

/**
 * Working days left until a deadline, today not counted, below zero once they have passed; soon
 * means two working days or fewer, or the policy's `escalation.soonWd` when it is given.
 */
export function clockOf(dueOn: Day, today: Day, calendar: Calendar, soonWd = 2): Clock {
  const workingDaysLeft = workingDaysBetween(today, dueOn, calendar)
  if (today > dueOn) return { workingDaysLeft, state: 'overdue' }
  if (today === dueOn) return { workingDaysLeft, state: 'today' }
  return { workingDaysLeft, state: workingDaysLeft <= soonWd ? 'soon' : 'normal' }
}

/**
 * How many working days late something was done: none by the due day's closing time; done after
 * closing, it counts as done the next working day, so a missed deadline is never less than one.
 */
export function workingDaysLate(
  { dueOn, doneOn, afterClosing }: { dueOn: Day; doneOn: Day; afterClosing: boolean },
  calendar: Calendar,
): number {
  if (doneOn < dueOn || (doneOn === dueOn && !afterClosing)) return 0
  const whole = workingDaysBetween(dueOn, doneOn, calendar)
  const countsToday = isWorkingDay(doneOn, calendar) && !afterClosing
  return countsToday ? whole : whole + 1
}
