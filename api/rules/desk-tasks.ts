import { type Calendar, deadlineOf, isWorkingDay } from './calendar.ts'
import { type CaseDuty, type CaseTask, caseTaskOrder, caseTasks } from './case-tasks.ts'
import { addDays, type Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import {
  HALL_TASKS,
  type HallDuties,
  type HallTask,
  hallTasks,
  type TaskArea,
} from './hall-tasks.ts'
import type { Time } from './opening-hours.ts'
import type { Role } from './roles.ts'

/** What of the desk decides what an officer has to do today. */
export type DeskFacts = {
  roles: readonly Role[]
  /** Roles that somebody of the hall holds. */
  held: readonly Role[]
  today: Day
  policy: HallPolicy
  calendar: Calendar
  /** The cases the officer may know of. */
  cases: readonly CaseDuty[]
  hall: HallDuties
}

/** One thing the rules make an officer do. */
export type DeskTask = {
  kind: CaseTask | HallTask
  /** The case, month or year it is about; empty for the hall's day. */
  about: string
  isCase: boolean
  dueOn: Day | null
  /** The time of the day by which it is due; null for closing time. */
  until: Time | null
  count: number
  /** How often it was done before, for what comes again. */
  times: number
  area: TaskArea
  /** The page of the desk where it is done. */
  path: string
}

const ENTRIES = '/desk/scores'

/** Whose regulation asks for it, and where it is done. */
const PLACES: Record<HallTask, readonly [area: TaskArea, path: (about: string) => string]> = {
  patrolRound: ['patrol', () => '/desk/rounds'],
  patrolHandover: ['patrol', () => '/desk/rounds'],
  boxCheck: ['patrol', () => '/desk/box'],
  callBack: ['rating', () => '/desk/low-ratings'],
  rectify: ['rating', () => '/desk/low-ratings'],
  approveRemedy: ['rating', () => '/desk/low-ratings'],
  departmentStatement: ['complaints', () => '/desk/statements'],
  negativeFilingReview: ['refusals', (number) => `/desk/refusals/${number}`],
  negativeFilingNotice: ['refusals', (number) => `/desk/refusals/${number}`],
  negativeFilingReport: ['refusals', (number) => `/desk/refusals/${number}`],
  answerAccountability: ['accountability', () => '/desk/points'],
  answerEntry: ['points', () => '/desk/points'],
  decideSanction: ['accountability', () => '/desk/accountability'],
  confirmEntries: ['points', (month) => `${ENTRIES}?month=${month}`],
  peerRating: ['points', (month) => `${ENTRIES}/peer?month=${month}`],
  enterVolumes: ['rating', (month) => `${ENTRIES}/volumes?month=${month}`],
  enterAttendance: ['points', (month) => `${ENTRIES}/attendance?month=${month}`],
  confirmAttendance: ['points', (month) => `${ENTRIES}/attendance?month=${month}`],
  monthlyRanking: ['awards', () => '/desk/stars'],
  nominations: ['awards', () => '/desk/nominate'],
  awardDecision: ['awards', () => '/desk/awards'],
  openIdentity: ['portal', () => '/desk/custodian'],
  enterYear: ['portal', () => '/desk/admin/calendar'],
  enterOutsidePosts: ['portal', () => '/desk/admin/outside'],
}

const CASE_AREAS: Partial<Record<CaseTask, TaskArea>> = { proposeSanction: 'accountability' }

/**
 * Everything an officer has to do, what is due first on top; what has no day comes last. Derived
 * from clocks, states and proposals alone, so a task ends with what is done and by nothing else.
 */
export function deskTasks({ cases, hall, ...viewer }: DeskFacts): DeskTask[] {
  const ofCases = cases
    .flatMap((duty) => caseTasks(duty, viewer))
    .map((task): DeskTask => {
      const { kind, number, dueOn, times } = task
      const area = CASE_AREAS[kind] ?? 'complaints'
      const path = `/desk/cases/${number}`
      return { kind, about: number, isCase: true, dueOn, until: null, count: 1, times, area, path }
    })
  const ofHall = hallTasks(hall, viewer).map((task): DeskTask => {
    const [area, path] = PLACES[task.kind]
    return {
      ...task,
      isCase: task.kind === 'decideSanction',
      times: 0,
      area,
      path: path(task.about),
    }
  })
  return [...ofCases, ...ofHall].toSorted(
    (one, other) =>
      soonest(one.dueOn, other.dueOn) ||
      soonest(one.until, other.until) ||
      orderOf(one) - orderOf(other) ||
      (one.about < other.about ? -1 : 1),
  )
}

/** What is earlier comes first; what has no day or no time, last. */
const soonest = <When extends string>(one: When | null, other: When | null): number => {
  if (one === other) return 0
  if (one === null) return 1
  return other === null || one < other ? -1 : 1
}

const orderOf = ({ kind, isCase }: DeskTask): number =>
  isCase && kind !== 'decideSanction'
    ? caseTaskOrder(kind as CaseTask)
    : caseTaskOrder('archive') + HALL_TASKS.indexOf(kind as HallTask) + 1

/** How many of the tasks are due by the end of a day, what is late included. */
export const dueBy = (tasks: readonly Pick<DeskTask, 'dueOn'>[], day: Day): number =>
  tasks.filter(({ dueOn }) => dueOn !== null && dueOn <= day).length

/**
 * The next day on which an officer without tasks has one again by the calendar alone: whoever
 * goes round or looks into book and box, on the next working day; null where nothing comes by itself.
 */
export function nextTaskDay({ roles, policy, today, calendar }: DeskFacts): Day | null {
  const comesAgain = policy.clocks.boxCheck || policy.patrol.roundsPerDay > 0
  if (!comesAgain || !roles.includes('patrolOfficer')) return null
  const tomorrow = addDays(today, 1)
  return isWorkingDay(tomorrow, calendar) ? tomorrow : deadlineOf(today, 1, calendar).day
}
