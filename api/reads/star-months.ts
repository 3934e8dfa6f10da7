import { and, asc, desc, eq, min } from 'drizzle-orm'
import {
  awards,
  departments,
  monthCloses,
  staff,
  starAwards,
  windows,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import { nthWorkingDayAfter } from '../rules/calendar.ts'
import { addMonths, type Day, type Month, monthOf } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { shownPerson } from '../rules/shown-person.ts'
import { areRatingsFrozen, ratingsFreezeOn } from '../rules/rating-month.ts'
import type { Period } from '../rules/period.ts'
import { type Lack, lackingToClose, lackingToRank, ranksOnOf } from './worksheets.ts'

/** The most months a list shows. */
const MONTHS_LISTED = 24

/** The latest month of a day's past and present: who an award went to, or where the month stands. */
type MonthStanding = {
  month: Month
  /**
   * running: its day of closing has not come. late: it has, but something is missing. closed: its
   * points are fixed, the award is not decided. published: worked out.
   */
  state: 'running' | 'late' | 'closed' | 'published'
  closesOn: Day
  closedOn: Day | null
  /** The day the award is decided; null where the hall gives none by the month. */
  ranksOn: Day | null
  rankedOn: Day | null
  /** The last day on which ratings count for the month, and whether it is over. */
  ratingsFreezeOn: Day
  ratingsFrozen: boolean
}

/** A hall row as the months need it. */
export type StarHall = { id: number; key: string; policy: string; createdAt: Date | null }

/** The first month a hall has anything to say about. */
export async function firstMonthOf(db: Reader, hall: StarHall): Promise<Month> {
  const [closed] = await db
    .select({ month: min(monthCloses.month) })
    .from(monthCloses)
    .where(eq(monthCloses.hallId, hall.id))
  const entered = monthOf(hall.createdAt!)
  return closed?.month && closed.month < entered ? (closed.month as Month) : entered
}

/** Where each month of a hall stands, the running one first. */
export async function monthsOfHall(
  world: World,
  db: Reader,
  hall: StarHall,
  policy: HallPolicy,
): Promise<MonthStanding[]> {
  const now = today(world)
  const first = await firstMonthOf(db, hall)
  const closes = await db.select().from(monthCloses).where(eq(monthCloses.hallId, hall.id))
  const worked = await db
    .select({ month: starAwards.period, computedOn: starAwards.computedOn })
    .from(starAwards)
    .where(eq(starAwards.hallId, hall.id))
  const standings: MonthStanding[] = []
  for (
    let month = monthOf(now);
    month >= first && standings.length < MONTHS_LISTED;
    month = addMonths(month, -1)
  ) {
    const closesOn = nthWorkingDayAfter(month, policy.monthCloseWd, world.calendar)
    const closedOn = closes.find((row) => row.month === month)?.closedOn ?? null
    const rankedOn = worked.find((row) => row.month === month)?.computedOn ?? null
    standings.push({
      month,
      state: rankedOn ? 'published' : closedOn ? 'closed' : closesOn < now ? 'late' : 'running',
      closesOn,
      closedOn,
      ranksOn: ranksOnOf(policy, { month, closedOn: closedOn ?? closesOn }, world),
      rankedOn,
      ratingsFreezeOn: ratingsFreezeOn(month, policy, world.calendar),
      ratingsFrozen: areRatingsFrozen(month, policy, world.calendar, world.now()),
    })
  }
  return standings
}

/** Where one month stands, or a refusal when the hall has no such month. */
export async function standingOf(
  world: World,
  db: Reader,
  hall: StarHall,
  policy: HallPolicy,
  month: Month,
): Promise<MonthStanding> {
  const found = (await monthsOfHall(world, db, hall, policy)).find((each) => each.month === month)
  if (!found) throw new Refused('no-such-month')
  return found
}

/** What a month that is not published still lacks, in counts only. */
export async function lackOf(
  world: World,
  db: Reader,
  hall: StarHall,
  policy: HallPolicy,
  standing: MonthStanding,
): Promise<Lack[]> {
  const asked = { hall, policy, month: standing.month }
  if (standing.state === 'published') return []
  return standing.state === 'closed'
    ? lackingToRank(db, asked)
    : lackingToClose(db, world, asked, today(world))
}

/** A place of an award as anybody may see it: somebody held stays unnamed. */
export type PublicPlace = {
  title: AwardKind
  name: string
  place: number
  state: 'awarded' | 'held' | 'undecided'
  winner: { person: { number: string; name: string | null } | null; label: string } | null
  heldUntil: Day | null
  /** Why the deciding body chose, where it had to. */
  reason: string | null
}

/** The places of a hall's awards, the latest period first; windows before persons. */
export async function placesOf(
  db: Reader,
  hall: StarHall,
  policy: HallPolicy,
  period?: Period,
): Promise<(PublicPlace & { period: Period })[]> {
  const rows = await db
    .select({
      award: awards,
      person: { number: staff.number, name: staff.name },
      window: { number: windows.number, business: windows.business },
      department: departments.name,
    })
    .from(awards)
    .leftJoin(staff, eq(staff.id, awards.staffId))
    .leftJoin(windows, eq(windows.id, awards.windowId))
    .leftJoin(departments, eq(departments.id, awards.departmentId))
    .where(and(eq(awards.hallId, hall.id), period ? eq(awards.period, period) : undefined))
    .orderBy(desc(awards.period), asc(awards.title), asc(awards.place))
  const isWindows = (kind: string) =>
    policy.awards.find((rule) => rule.kind === kind)?.recipient === 'window'
  const windowsFirst = rows.toSorted(
    (one, other) => Number(isWindows(other.award.title)) - Number(isWindows(one.award.title)),
  )
  return windowsFirst.map(({ award, person, window, department }) => {
    const { title, place, state, heldUntil, reason } = award
    const named = person && shownPerson(person, policy.publish.namesOfWinners)
    const winner = named
      ? { person: { number: named.number, name: named.name }, label: named.label }
      : { person: null, label: department ?? (window ? `${window.number} ${window.business}` : '') }
    return {
      period: award.period,
      title: title as AwardKind,
      name: policy.awards.find(({ kind }) => kind === title)?.nameZh ?? title,
      place,
      state,
      winner: state === 'awarded' ? winner : null,
      heldUntil: state === 'held' ? heldUntil : null,
      reason: state === 'awarded' ? reason : null,
    }
  })
}
