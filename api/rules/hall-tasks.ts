import { type Calendar, deadlineOf, isWorkingDay, nthWorkingDayAfter } from './calendar.ts'
import type { Day, Month } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import type { FilingStep } from './negative-filing.ts'
import type { Time } from './opening-hours.ts'
import type { RoundStanding } from './patrol-rounds.ts'
import { PATROL_ROLES } from './can.ts'
import type { Role } from './roles.ts'

/** Whose regulation asks for a task. */
export const TASK_AREAS = [
  'complaints',
  'accountability',
  'patrol',
  'refusals',
  'points',
  'rating',
  'awards',
  'portal',
] as const
export type TaskArea = (typeof TASK_AREAS)[number]

/** What the rules make somebody do beside the cases, in the order in which a list shows one day's. */
export const HALL_TASKS = [
  'patrolRound',
  'patrolHandover',
  'boxCheck',
  'callBack',
  'rectify',
  'approveRemedy',
  'departmentStatement',
  'negativeFilingReview',
  'negativeFilingNotice',
  'negativeFilingReport',
  'answerAccountability',
  'answerEntry',
  'decideSanction',
  'confirmEntries',
  'peerRating',
  'enterVolumes',
  'enterAttendance',
  'confirmAttendance',
  'monthlyRanking',
  'nominations',
  'awardDecision',
  'openIdentity',
  'enterYear',
  'enterOutsidePosts',
] as const
export type HallTask = (typeof HALL_TASKS)[number]

/** What of a hall and an officer decides which tasks there are, beside the cases. */
export type HallDuties = {
  /** Today's rounds as they stand. */
  rounds: readonly RoundStanding[]
  /** Days of rounds whose record form was handed to the officer, not yet confirmed. */
  handovers: readonly Day[]
  /** Whether somebody looked into book and box today; true where the hall has neither. */
  isBoxChecked: boolean
  /** Low ratings the officer may see: what the officer may do about each, and by when. */
  lowRatings: readonly { window: string; may: 'call' | 'propose' | 'decide'; dueOn: Day | null }[]
  /** Days until which the officer is asked for a statement, a plea, an answer to points. */
  statements: readonly Day[]
  pleas: readonly Day[]
  answers: readonly Day[]
  /** Steps of refusals on file that the officer may take now, by number. */
  filings: readonly { step: FilingStep; number: string; dueOn: Day }[]
  /** Cases in which what follows is proposed and the officer may decide, with the day it is due. */
  sanctions: readonly { number: string; dueOn: Day | null }[]
  /** Proposed points by month that the officer may confirm or send back. */
  entries: readonly { month: Month; count: number }[]
  /** Months before this one that are not closed and lack the marks of a window the officer heads. */
  peerMonths: readonly Month[]
  /** Months not yet ranked and what is missing: windows without cases, people without days. */
  volumes: readonly { month: Month; count: number }[]
  attendance: readonly { month: Month; missing: number; unconfirmed: number }[]
  /** Closed months with a place that nothing but a decision fills. */
  undecided: readonly { month: Month; closedOn: Day }[]
  /** Stars a window the officer heads may still propose, until a day. */
  nominations: readonly { quarter: string; until: Day; count: number }[]
  /** Quarters and years that are over and whose award is not decided. */
  awards: readonly { period: string; decidesOn: Day }[]
  unsealings: number
  /** A year of holidays that is wanted, by when. */
  year: { year: number; dueOn: Day } | null
  /** Posts outside the hall that nobody can write to. */
  outsideMissing: number
}

/** Who looks, in which hall, on which day. */
export type HallViewer = {
  roles: readonly Role[]
  held: readonly Role[]
  today: Day
  policy: HallPolicy
  calendar: Calendar
}

/** One thing to do: about a month, a case or a number of things. */
export type HallTaskDue = {
  kind: HallTask
  /** The month, the year or the case it is about; empty for the hall's day. */
  about: string
  dueOn: Day | null
  /** The time of the day by which it is due; null for closing time. */
  until: Time | null
  count: number
}

type Row = {
  /** The first of these posts that is held has the task; those asked by name where left out. */
  by?: readonly Role[]
  due: (
    duties: HallDuties,
    viewer: HallViewer,
  ) => readonly { about?: string; dueOn: Day | null; until?: Time; count?: number }[]
}

const closesOn = (month: Month, { policy, calendar }: HallViewer): Day =>
  nthWorkingDayAfter(month, policy.monthCloseWd, calendar)

const decidedOn = (closedOn: Day, { policy, calendar }: HallViewer): Day | null => {
  const award = policy.awards.find(({ period }) => period === 'month')
  return award ? deadlineOf(closedOn, award.decisionWd, calendar).day : null
}

const OFFICE: readonly Role[] = ['complaintDesk', 'handler', 'officeHead']

const lowRatings = (duties: HallDuties, act: HallDuties['lowRatings'][number]['may']) =>
  duties.lowRatings
    .filter(({ may }) => may === act)
    .map(({ window: about, dueOn }) => ({ about, dueOn }))

const asked = (days: readonly Day[]) => days.map((dueOn) => ({ dueOn }))

const stepsOf =
  (of: FilingStep) =>
  ({ filings }: HallDuties) =>
    filings.filter(({ step }) => step === of).map(({ number: about, dueOn }) => ({ about, dueOn }))

/**
 * Anci 巡查办法: a round and a look into book and box every working day, the record form handed to
 * the next shift; Qingpu 窗口巡查制度: two rounds, one a session. Qingpu 投诉处置办法: who is complained of
 * states their side. A low rating is called
 * back and put right. Points wait for a second person until the month closes; Bingcha 月度考核办法:
 * windows mark each other; Qingpu 电子评价考核办法 counts on the month's cases, Anci 绩效考核办法 on
 * attended days; awards of a month are decided after its close. Qingpu 评选办法: windows propose by
 * the twentieth of the quarter's last month, awards are decided after the quarter. Bingcha 否定报备制度: refusals on file
 * are reviewed, corrections told, important matters reported. [portal] for what only the portal
 * asks: identities to open, a year's holidays, addresses outside the hall.
 */
const ROWS: Record<HallTask, Row> = {
  patrolRound: {
    by: PATROL_ROLES,
    due: ({ rounds }, { today }) =>
      rounds
        .filter(({ stands }) => stands !== 'done')
        .map(({ session, by: until }) => ({ about: session ?? '', dueOn: today, until })),
  },
  patrolHandover: { due: ({ handovers }) => asked(handovers) },
  boxCheck: {
    by: PATROL_ROLES,
    due: ({ isBoxChecked }, { policy, today, calendar }) =>
      policy.clocks.boxCheck && isWorkingDay(today, calendar) && !isBoxChecked
        ? [{ dueOn: today }]
        : [],
  },
  callBack: { by: OFFICE, due: (duties) => lowRatings(duties, 'call') },
  rectify: { by: OFFICE, due: (duties) => lowRatings(duties, 'propose') },
  approveRemedy: { due: (duties) => lowRatings(duties, 'decide') },
  departmentStatement: { due: ({ statements }) => asked(statements) },
  negativeFilingReview: { due: stepsOf('review') },
  negativeFilingNotice: { due: stepsOf('notice') },
  negativeFilingReport: { due: stepsOf('report') },
  answerAccountability: { due: ({ pleas }) => asked(pleas) },
  answerEntry: { due: ({ answers }) => asked(answers) },
  decideSanction: {
    due: ({ sanctions }) => sanctions.map(({ number: about, dueOn }) => ({ about, dueOn })),
  },
  confirmEntries: {
    due: ({ entries }, viewer) =>
      entries.map(({ month, count }) => ({ about: month, dueOn: closesOn(month, viewer), count })),
  },
  peerRating: {
    due: ({ peerMonths }, viewer) =>
      peerMonths.map((month) => ({ about: month, dueOn: closesOn(month, viewer) })),
  },
  enterVolumes: {
    by: ['complaintDesk', 'officeHead'],
    due: ({ volumes }, viewer) =>
      volumes.map(({ month, count }) => ({ about: month, dueOn: closesOn(month, viewer), count })),
  },
  enterAttendance: {
    by: ['complaintDesk', 'officeHead'],
    due: ({ attendance }, viewer) =>
      attendance
        .filter(({ missing }) => missing > 0)
        .map(({ month, missing: count }) => ({
          about: month,
          dueOn: decidedOn(closesOn(month, viewer), viewer),
          count,
        })),
  },
  confirmAttendance: {
    due: ({ attendance }, viewer) =>
      attendance
        .filter(({ unconfirmed }) => unconfirmed > 0)
        .map(({ month, unconfirmed: count }) => ({
          about: month,
          dueOn: decidedOn(closesOn(month, viewer), viewer),
          count,
        })),
  },
  monthlyRanking: {
    by: ['assessmentGroup'],
    due: ({ undecided }, viewer) =>
      undecided.map(({ month, closedOn }) => ({
        about: month,
        dueOn: decidedOn(closedOn, viewer),
      })),
  },
  nominations: {
    due: ({ nominations }) =>
      nominations.map(({ quarter: about, until: dueOn, count }) => ({ about, dueOn, count })),
  },
  awardDecision: {
    by: ['assessmentGroup'],
    due: ({ awards }) => awards.map(({ period: about, decidesOn: dueOn }) => ({ about, dueOn })),
  },
  openIdentity: {
    by: ['custodian'],
    due: ({ unsealings: count }) => (count > 0 ? [{ dueOn: null, count }] : []),
  },
  enterYear: {
    by: ['systemAdministrator'],
    due: ({ year }) => (year ? [{ about: String(year.year), dueOn: year.dueOn }] : []),
  },
  enterOutsidePosts: {
    by: ['systemAdministrator'],
    due: ({ outsideMissing: count }) => (count > 0 ? [{ dueOn: null, count }] : []),
  },
}

/** What one officer has to do beside the cases. */
export function hallTasks(duties: HallDuties, viewer: HallViewer): HallTaskDue[] {
  return HALL_TASKS.flatMap((kind) => {
    const { by, due } = ROWS[kind]
    const post = by?.find((role) => viewer.held.includes(role))
    if (by && (post === undefined || !viewer.roles.includes(post))) return []
    return due(duties, viewer).map(({ about = '', dueOn, until = null, count = 1 }) => ({
      kind,
      about,
      dueOn,
      until,
      count,
    }))
  })
}
