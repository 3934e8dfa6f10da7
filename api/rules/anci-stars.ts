import { type Day, type Month, monthOf } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import { roundHalfUp, sumOf } from './rounding.ts'
import type { ScoreEntry } from './score-entry.ts'
import { type Scorecard, type Sheet, scoreOf, timesFound } from './scorecard.ts'
import {
  award,
  type AwardResult,
  type AwardVeto,
  type ComplaintAtRanking,
  heldAndBarred,
  lastAwardOf,
  type PastAward,
  vetoesInForce,
} from './star-award.ts'
import { type Contender, type RatingCounts, satisfactionOf, type TieDecision } from './tie-chain.ts'
import { windowScore, type WindowScore } from './window-score.ts'

/** A member of window staff in the month; ratings are those of the business this person handled. */
export type AnciStaff = {
  id: string
  number: string
  departmentId: string
  attendedDays: number
  ratings: RatingCounts
}

/** A department's window as one unit, whatever number of counters it has. */
type AnciDepartment = { id: string; ratings: RatingCounts }

/** A complaint found to be true, against these people and these departments. */
export type VerifiedComplaint = {
  staffIds: readonly string[]
  departmentIds: readonly string[]
  decidedOn: Day
}

/** A complaint that was accepted and open on the day the award was decided, and whom it concerns. */
type OpenAtRanking = Omit<ComplaintAtRanking, 'ids'> & {
  staffIds: readonly string[]
  departmentIds: readonly string[]
}

/** All that a month's award in Anci is worked out from. */
export type AnciMonth = {
  month: Month
  /** The day the award is decided: whoever is barred on it stays out. */
  rankedOn: Day
  /** The day of this working-out, the same or later: a hold may have ended or a case closed. */
  workedOutOn: Day
  staff: readonly AnciStaff[]
  departments: readonly AnciDepartment[]
  entries: readonly ScoreEntry[]
  verifiedComplaints: readonly VerifiedComplaint[]
  complaintsAtRanking: readonly OpenAtRanking[]
  vetoes: readonly AwardVeto[]
  pastAwards: readonly PastAward[]
  decisions?: { modelPerson?: TieDecision | null; modelWindow?: TieDecision | null }
}

/** A person's month, line by line. */
type PersonSheet = {
  id: string
  number: string
  departmentId: string
  attendedDays: number
  card: Scorecard
  verifiedComplaints: number
  attendanceFindings: number
  ratings: RatingCounts
}

/** A department's window: the mean of its members and what else ranks it. */
type WindowSheet = {
  departmentId: string
  result: WindowScore
  verifiedComplaints: number
  /** Points taken from the counted members, in the mean, as the score is a mean. */
  deductionPoints: number
  attendanceFindings: number
  /** Attended days of the counted members, and the share of them without a finding, in percent. */
  attendedDays: number
  attendanceRate: number
  ratings: RatingCounts
}

/** The worksheet of a month: plain data, stored and published as it is. */
export type AnciStars = {
  hall: 'anci'
  month: Month
  rankedOn: Day
  workedOutOn: Day
  sheet: string
  fewestAttendedDays: number
  persons: PersonSheet[]
  windows: WindowSheet[]
  /** Confirmed entries of the month on nobody's sheet: they count for no one. */
  unattributed: { entry: string; item: string; points: number }[]
  /** Entries of the month nobody has confirmed yet: they do not count. */
  unconfirmed: string[]
  modelPerson: AwardResult
  modelWindow: AwardResult
}

const findingsOn = (sheet: Sheet, card: Scorecard): number =>
  timesFound(
    card.lines,
    sheet.items.filter(({ attendance }) => attendance).map(({ code }) => code),
  )

const personSheet = (
  person: AnciStaff,
  entries: readonly ScoreEntry[],
  verified: readonly VerifiedComplaint[],
  sheet: Sheet,
): PersonSheet => {
  const { id, number, departmentId, attendedDays, ratings } = person
  const card = scoreOf(
    sheet,
    entries.filter(({ staffId }) => staffId === id),
  )
  return {
    id,
    number,
    departmentId,
    attendedDays,
    card,
    verifiedComplaints: verified.filter(({ staffIds }) => staffIds.includes(id)).length,
    attendanceFindings: findingsOn(sheet, card),
    ratings,
  }
}

function windowSheet(
  { id, ratings }: AnciDepartment,
  persons: readonly PersonSheet[],
  verified: readonly VerifiedComplaint[],
  fewestAttendedDays: number,
): WindowSheet {
  const members = persons.filter(({ departmentId }) => departmentId === id)
  const counted = members.filter((member) => member.attendedDays >= fewestAttendedDays)
  const attendedDays = counted.reduce((sum, member) => sum + member.attendedDays, 0)
  const findings = counted.reduce((sum, member) => sum + member.attendanceFindings, 0)
  return {
    departmentId: id,
    result: windowScore(
      members.map((member) => ({
        id: member.id,
        score: member.card.score,
        attendedDays: member.attendedDays,
      })),
      { fewestAttendedDays },
    ),
    verifiedComplaints: verified.filter(({ departmentIds }) => departmentIds.includes(id)).length,
    deductionPoints: roundHalfUp(
      sumOf(counted.map(({ card }) => card.deductions)),
      Math.max(1, counted.length),
    ),
    attendanceFindings: findings,
    attendedDays,
    attendanceRate: roundHalfUp(
      Math.max(0, attendedDays - findings) * 100,
      Math.max(1, attendedDays),
    ),
    ratings,
  }
}

function awardOf(
  kind: 'modelPerson' | 'modelWindow',
  contenders: readonly Omit<Contender, 'lastAwarded'>[],
  input: AnciMonth,
  policy: Pick<HallPolicy, 'awards' | 'minimumAttendedDays'>,
): AwardResult {
  const { month, rankedOn, complaintsAtRanking } = input
  const { held, barred } = heldAndBarred(
    complaintsAtRanking.map(({ staffIds, departmentIds, outcome, heldUntil }) => ({
      ids: kind === 'modelPerson' ? staffIds : departmentIds,
      outcome,
      heldUntil,
    })),
  )
  return award(
    contenders.map((contender) => ({
      ...contender,
      lastAwarded: lastAwardOf(input.pastAwards, { kind, id: contender.id, before: month }),
    })),
    {
      places: policy.awards.find((rule) => rule.kind === kind)?.places ?? 0,
      fewestAttendedDays: policy.minimumAttendedDays.month,
      vetoes: [...vetoesInForce(input.vetoes, { kind, month, rankedOn }), ...barred],
      held,
      on: input.workedOutOn,
      decision: input.decisions?.[kind] ?? null,
    },
  )
}

/**
 * Anci 窗口单位及工作人员绩效考核办法: each month one model person (文明服务标兵), the highest score
 * on sheet 4-1, and one model window (文明服务窗口), the highest mean of a department's staff. Both
 * may come from the same department. Counts the month's confirmed entries only.
 */
export function anciStars(
  input: AnciMonth,
  policy: Pick<HallPolicy, 'awards' | 'minimumAttendedDays'>,
  sheet: Sheet,
): AnciStars {
  const { month, rankedOn, workedOutOn } = input
  const fewestAttendedDays = policy.minimumAttendedDays.month
  const entries = input.entries.filter(({ period }) => period === month)
  const verified = input.verifiedComplaints.filter(({ decidedOn }) => monthOf(decidedOn) === month)
  const persons = input.staff
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .map((person) => personSheet(person, entries, verified, sheet))
  const windows = input.departments.map((department) =>
    windowSheet(department, persons, verified, fewestAttendedDays),
  )

  return {
    hall: 'anci',
    month,
    rankedOn,
    workedOutOn,
    sheet: sheet.key,
    fewestAttendedDays,
    persons,
    windows,
    unattributed: entries
      .filter(
        ({ state, staffId }) =>
          state === 'confirmed' && !input.staff.some(({ id }) => id === staffId),
      )
      .map(({ id, item, points }) => ({ entry: id, item, points })),
    unconfirmed: entries.filter(({ state }) => state === 'proposed').map(({ id }) => id),
    modelPerson: awardOf(
      'modelPerson',
      persons.map((person) => ({
        id: person.id,
        score: person.card.score,
        verifiedComplaints: person.verifiedComplaints,
        deductionPoints: person.card.deductions,
        satisfaction: satisfactionOf(person.ratings),
        attendanceFindings: person.attendanceFindings,
        attendedDays: person.attendedDays,
      })),
      input,
      policy,
    ),
    modelWindow: awardOf(
      'modelWindow',
      windows.map((window) => ({
        id: window.departmentId,
        score: window.result.score,
        verifiedComplaints: window.verifiedComplaints,
        deductionPoints: window.deductionPoints,
        satisfaction: satisfactionOf(window.ratings),
        attendanceFindings: window.attendanceFindings,
        attendanceRate: window.attendanceRate,
        attendedDays: null,
      })),
      input,
      policy,
    ),
  }
}
