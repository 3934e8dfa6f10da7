import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import { awards, awardVetoes, departments, scoreEntries, staff } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { World } from '../context.ts'
import { anci41 } from '../policies/sheets/anci-4-1.ts'
import { bingchaMonthly } from '../policies/sheets/bingcha-monthly.ts'
import { qingpuRating } from '../policies/sheets/qingpu-rating.ts'
import type { AnciMonth } from '../rules/anci-stars.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import type { BingchaMonth } from '../rules/bingcha-month.ts'
import { deadlineOf, nthWorkingDayAfter } from '../rules/calendar.ts'
import { isVerified, SETTLED_STATES } from '../rules/case-file.ts'
import { type Day, type Month, monthOf } from '../rules/day.ts'
import { offTimes, type RatedMonth, ratingStandard } from '../rules/electronic-rating.ts'
import { RATING_MISCONDUCT, type RatingMisconduct } from '../rules/electronic-rating-figures.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { timesFound } from '../rules/scorecard.ts'
import type { AwardVeto, PastAward } from '../rules/star-award.ts'
import type { RatingCounts, TieDecision } from '../rules/tie-chain.ts'
import { casesOf, type CaseSubjects } from './case-subjects.ts'
import {
  attendanceOfMonth,
  type CountedRatings,
  ratingsOfMonth,
  staffOfMonth,
  volumesOfMonth,
  windowsOfMonth,
} from './month-figures.ts'
import { directorMarksOf, peerMarksOf } from './window-marks.ts'
import { entriesOfMonth } from './score-entries.ts'

/** A hall as the months need it. */
export type MonthHall = { id: number; policy: string }

/** When a month's award is decided, when it is worked out, and what the deciding body chose. */
export type Ranking = {
  rankedOn: Day
  workedOutOn: Day
  decisions: Partial<Record<AwardKind, TieDecision | null>>
}

const verifiedIn = ({ decisions }: CaseSubjects, month: Month, upTo: Day) => {
  const last = decisions.find(({ decidedOn }) => decidedOn <= upTo)
  return last && isVerified(last.finding) && monthOf(last.decidedOn) === month ? last : undefined
}

/** Whether a complaint was accepted and undecided on the day of the award. */
const wasOpenOn = ({ acceptedOn, closedOn, decisions }: CaseSubjects, day: Day) =>
  acceptedOn !== null &&
  acceptedOn <= day &&
  (closedOn === null || closedOn > day) &&
  !decisions.some(({ decidedOn }) => decidedOn <= day)

/** What has become of it since: found true, still open, or settled without a fault. */
function outcomeOf(about: CaseSubjects, day: Day): 'open' | 'verified' | null {
  const last = about.decisions.find(({ decidedOn }) => decidedOn <= day)
  if (last && isVerified(last.finding)) return 'verified'
  const settled = SETTLED_STATES.includes(about.state)
  return settled && (about.closedOn === null || about.closedOn <= day) ? null : 'open'
}

/**
 * The complaints open on the day an award was decided, with what became of them while a place was
 * held; what is found later finds the place given.
 */
export function complaintsAtRanking(
  cases: readonly CaseSubjects[],
  { rankedOn, workedOutOn }: Pick<Ranking, 'rankedOn' | 'workedOutOn'>,
  heldUntil: Day,
) {
  const upTo = workedOutOn < heldUntil ? workedOutOn : heldUntil
  return cases
    .filter((about) => wasOpenOn(about, rankedOn))
    .flatMap((about) => {
      const outcome = outcomeOf(about, upTo)
      return outcome === null ? [] : [{ about, outcome, heldUntil }]
    })
}

async function vetoesOf(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  upTo: Day,
): Promise<AwardVeto[]> {
  const rows = await db
    .select()
    .from(awardVetoes)
    .where(and(eq(awardVetoes.hallId, hallId), lte(awardVetoes.enteredOn, upTo)))
    .orderBy(asc(awardVetoes.id))
  return rows.map((row) => {
    const whom = row.staffId === null ? 'window' : 'person'
    const barred = policy.vetoes
      .filter((rule) => rule.cause === row.cause && rule.whom.includes(whom))
      .flatMap(({ bars }) => bars)
    return {
      id: String(row.staffId ?? row.windowId),
      reason: row.cause,
      bars: policy.awards
        .filter(({ kind, recipient }) => recipient === whom && barred.includes(kind))
        .map(({ kind }) => kind),
      from: row.fromDay!,
      until: row.untilDay!,
    }
  })
}

/** Everybody awarded up to a day. */
export async function pastAwardsOf(db: Reader, hallId: number, upTo: Day): Promise<PastAward[]> {
  const rows = await db
    .select()
    .from(awards)
    .where(and(eq(awards.hallId, hallId), eq(awards.state, 'awarded'), lte(awards.decidedOn, upTo)))
    .orderBy(asc(awards.id))
  return rows.map((row) => ({
    kind: row.title,
    id: String(row.staffId ?? row.departmentId ?? row.windowId),
    period: row.period,
  }))
}

/** Several windows' ratings and the least number asked for by their cases together. */
export function ratingsOf(
  windowIds: readonly number[],
  ratings: readonly CountedRatings[],
  volumes: readonly { windowId: number; cases: number; duringFault: number }[],
): RatingCounts {
  const counted = ratings.filter(({ windowId }) => windowIds.includes(windowId))
  const known = volumes.filter(({ windowId }) => windowIds.includes(windowId))
  const cases = known.reduce((sum, row) => sum + row.cases - row.duringFault, 0)
  const complete = known.length === windowIds.length && known.length > 0
  return {
    satisfied: counted.reduce((sum, row) => sum + row.satisfied, 0),
    valid: counted.reduce((sum, row) => sum + row.valid, 0),
    standard: complete ? ratingStandard(cases) : null,
  }
}

/** No rating names the person who served, so a person has none to break ties with. */
export const NO_RATINGS: RatingCounts = { satisfied: 0, valid: 0, standard: null }

const departmentsOfStaff = async (db: Reader, hallId: number) =>
  new Map(
    (
      await db
        .select({ id: staff.id, departmentId: staff.departmentId })
        .from(staff)
        .where(eq(staff.hallId, hallId))
    ).map(({ id, departmentId }) => [id, departmentId]),
  )

/** All that a month's award in Anci is worked out from, as the database holds it. */
export async function anciMonthOf(
  db: Reader,
  world: Pick<World, 'calendar'>,
  hall: MonthHall,
  policy: HallPolicy,
  month: Month,
  ranking: Ranking,
): Promise<AnciMonth> {
  const people = await staffOfMonth(db, hall.id, month)
  const windows = await windowsOfMonth(db, hall.id, month)
  const attended = await attendanceOfMonth(db, hall.id, month)
  const counted = await ratingsOfMonth(db, hall.id, month, policy.rating.levels)
  const volumes = await volumesOfMonth(db, hall.id, month)
  const cases = await casesOf(db, hall.id)
  const departmentOf = await departmentsOfStaff(db, hall.id)
  const inHall = await db
    .select({ id: departments.id })
    .from(departments)
    .where(eq(departments.hallId, hall.id))
    .orderBy(asc(departments.id))
  const whom = ({ windowId, staffIds }: CaseSubjects) => {
    const window = windows.find(({ id }) => id === windowId)
    const named = staffIds.flatMap((id) => departmentOf.get(id) ?? [])
    return {
      staffIds: staffIds.map(String),
      departmentIds: [...new Set([...(window ? [window.departmentId] : []), ...named])].map(String),
    }
  }
  const heldUntil = deadlineOf(ranking.rankedOn, policy.heldPlaceWd, world.calendar).day
  const { modelPerson = null, modelWindow = null } = ranking.decisions
  return {
    month,
    rankedOn: ranking.rankedOn,
    workedOutOn: ranking.workedOutOn,
    staff: people.map(({ id, number, departmentId }) => ({
      id: String(id),
      number,
      departmentId: String(departmentId),
      attendedDays:
        attended.find(({ staffId, confirmedBy }) => staffId === id && confirmedBy !== null)?.days ??
        0,
      ratings: NO_RATINGS,
    })),
    departments: inHall
      .filter(({ id }) => people.some(({ departmentId }) => departmentId === id))
      .map(({ id }) => ({
        id: String(id),
        ratings: ratingsOf(
          windows.filter(({ departmentId }) => departmentId === id).map((window) => window.id),
          counted,
          volumes,
        ),
      })),
    entries: await entriesOfMonth(db, hall.id, month, anci41.key),
    verifiedComplaints: cases.flatMap((about) => {
      const decision = verifiedIn(about, month, ranking.rankedOn)
      return decision ? [{ ...whom(about), decidedOn: decision.decidedOn }] : []
    }),
    complaintsAtRanking: complaintsAtRanking(cases, ranking, heldUntil).map(
      ({ about, outcome, heldUntil }) => ({ ...whom(about), outcome, heldUntil }),
    ),
    vetoes: await vetoesOf(db, hall.id, policy, ranking.rankedOn),
    pastAwards: await pastAwardsOf(db, hall.id, ranking.rankedOn),
    decisions: { modelPerson, modelWindow },
  }
}

async function caseIdsWithEntries(db: Reader, hallId: number): Promise<number[]> {
  const rows = await db
    .select({ caseId: scoreEntries.caseId })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        or(isNull(scoreEntries.confirmed), eq(scoreEntries.confirmed, true)),
      ),
    )
  return rows.flatMap(({ caseId }) => caseId ?? [])
}

/** All that a month in Bingcha is worked out from. */
export async function bingchaMonthOf(
  db: Reader,
  world: Pick<World, 'calendar'>,
  hall: MonthHall,
  policy: HallPolicy,
  month: Month,
  ranking: Ranking,
): Promise<BingchaMonth> {
  const windows = await windowsOfMonth(db, hall.id, month)
  const counted = await ratingsOfMonth(db, hall.id, month, policy.rating.levels)
  const volumes = await volumesOfMonth(db, hall.id, month)
  const cases = await casesOf(db, hall.id)
  const entries = await entriesOfMonth(db, hall.id, month, bingchaMonthly.key)
  const written = await caseIdsWithEntries(db, hall.id)
  const windowIds = ({ windowId }: CaseSubjects) => (windowId === null ? [] : [String(windowId)])
  const heldUntil = deadlineOf(ranking.rankedOn, policy.heldPlaceWd, world.calendar).day
  return {
    month,
    rankedOn: ranking.rankedOn,
    workedOutOn: ranking.workedOutOn,
    closesOn: nthWorkingDayAfter(month, policy.monthCloseWd, world.calendar),
    windows: windows.map(({ id }) => ({
      id: String(id),
      ratings: ratingsOf([id], counted, volumes),
    })),
    entries,
    peerMarks: await peerMarksOf(db, hall.id, month),
    directorMarks: await directorMarksOf(db, hall.id, month),
    casesWithoutPoints: cases
      .filter(
        (about) =>
          verifiedIn(about, month, ranking.rankedOn) !== undefined &&
          !SETTLED_STATES.includes(about.state) &&
          !written.includes(about.caseId),
      )
      .map(({ caseId }) => String(caseId)),
    verifiedComplaints: cases.flatMap((about) => {
      const decision = verifiedIn(about, month, ranking.rankedOn)
      return decision ? [{ windowIds: windowIds(about), decidedOn: decision.decidedOn }] : []
    }),
    complaintsAtRanking: complaintsAtRanking(cases, ranking, heldUntil).map(
      ({ about, outcome, heldUntil }) => ({ windowIds: windowIds(about), outcome, heldUntil }),
    ),
    vetoes: await vetoesOf(db, hall.id, policy, ranking.rankedOn),
    pastAwards: await pastAwardsOf(db, hall.id, ranking.rankedOn),
    decision: ranking.decisions.redFlagWindow ?? null,
  }
}

/** A window's month in Qingpu; cases are null while nobody has entered them. */
export type QingpuWindow = {
  windowId: number
  number: string
  business: string
  rated: Omit<RatedMonth, 'cases'> & { cases: number | null }
}

/**
 * What happened at each of Qingpu's windows in a month: every valid rating counts, breaches as far
 * as confirmed and not taken back.
 */
export async function qingpuMonthOf(
  db: Reader,
  hall: MonthHall,
  policy: HallPolicy,
  month: Month,
): Promise<QingpuWindow[]> {
  const windows = await windowsOfMonth(db, hall.id, month)
  const counted = await ratingsOfMonth(db, hall.id, month, policy.rating.levels)
  const volumes = await volumesOfMonth(db, hall.id, month)
  const confirmed = (await entriesOfMonth(db, hall.id, month, qingpuRating.key)).filter(
    ({ state }) => state === 'confirmed',
  )
  return windows.map(({ id, number, business }) => {
    const rating = counted.find(({ windowId }) => windowId === id)
    const volume = volumes.find(({ windowId }) => windowId === id)
    const own = confirmed.filter(({ windowId }) => windowId === String(id))
    const offs = own
      .filter(({ item }) => item === 'off')
      .map((entry) => ({
        day: entry.occurredOn,
        times: entry.quantity,
        takenBack: entry.reverses !== null,
      }))
    const breaches = {
      ...(Object.fromEntries(
        RATING_MISCONDUCT.map((kind) => [kind, timesFound(own, [kind])]),
      ) as Record<RatingMisconduct, number>),
      off: offTimes(offs, policy.eRating ?? undefined),
    }
    const satisfied = rating?.satisfied ?? 0
    return {
      windowId: id,
      number,
      business,
      rated: {
        cases: volume?.cases ?? null,
        casesDuringFault: volume?.duringFault ?? 0,
        satisfied,
        dissatisfied: (rating?.valid ?? 0) - satisfied,
        ...breaches,
      },
    }
  })
}
