import { and, count, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { attendedDays, awards, monthCloses, starAwards } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { bingchaMonthly } from '../policies/sheets/bingcha-monthly.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import { nthWorkingDayAfter } from '../rules/calendar.ts'
import { type Day, firstDayOf, type Month } from '../rules/day.ts'
import { decisionDayOf } from '../rules/decision-day.ts'
import type { AwardRule, HallPolicy } from '../rules/hall-policy.ts'
import { monthsOfPeriod, type Period, quarterOfDay, spanOfPeriod, yearOf } from '../rules/period.ts'
import { isQuarter, type Quarter, quarterOf } from '../rules/quarter.ts'
import { dailyAppraisalsOf, inspectionOf } from './appraisal-figures.ts'
import { staffOfMonth } from './month-figures.ts'
import { nominationsOf } from './nominations.ts'
import { holdersOn, quartersOfYear } from './period-inputs.ts'
import { type PolicyHall, policyOf } from './policies.ts'
import { firstMonthOf, type StarHall } from './star-months.ts'

/** The award of a quarter or a year, and where it stands. */
export type PeriodStanding = {
  title: AwardKind
  name: string
  period: Period
  /**
   * running: the period is not over. over: its day of decision is to come. late: that day has come
   * and something is missing. published: decided.
   */
  state: 'running' | 'over' | 'late' | 'published'
  /** Expected, while the months it counts from are not closed. */
  decidesOn: Day
  decidedOn: Day | null
}

/** What the award of a quarter or a year still lacks, with how many of it. */
export type PeriodLack = {
  what:
    | 'month-open'
    | 'month-unranked'
    | 'no-appraisal'
    | 'no-attendance'
    | 'no-inspection'
    | 'quarter-undecided'
    | 'places-open'
  count: number
}

/** The awards of a hall that are not given by the month. */
export const periodAwardsOf = ({ awards: rules }: Pick<HallPolicy, 'awards'>): AwardRule[] =>
  rules.filter(({ period }) => period !== 'month')

/** The quarters or years a hall gives an award for, the running one first: quarters it saw whole. */
async function periodsOf(
  db: Reader,
  hall: StarHall,
  period: AwardRule['period'],
  now: Day,
): Promise<Period[]> {
  const first = await firstMonthOf(db, hall)
  const periods: Period[] = []
  for (let year = Number(yearOf(now)); year >= Number(yearOf(first)); year--)
    periods.push(...(period === 'year' ? [String(year) as `${number}`] : quartersBack(year)))
  return periods.filter((each) =>
    isQuarter(each)
      ? each <= quarterOfDay(now) && spanOfPeriod(each).from >= firstDayOf(first)
      : true,
  )
}

const quartersBack = (year: number): Quarter[] => quartersOfYear(String(year)).toReversed()

/** The day a hall closed the last month of a period, or null. */
async function closedOnOf(db: Reader, hallId: number, period: Period): Promise<Day | null> {
  const [row] = await db
    .select({ closedOn: monthCloses.closedOn })
    .from(monthCloses)
    .where(and(eq(monthCloses.hallId, hallId), eq(monthCloses.month, lastMonthOf(period))))
  return row?.closedOn ?? null
}

const lastMonthOf = (period: Period): Month => monthsOfPeriod(period).at(-1)!

/** The day an award is decided, null while the month it counts from is open. */
export const decidesOnOf = async (
  db: Reader,
  { calendar }: Pick<World, 'calendar'>,
  hallId: number,
  rule: AwardRule,
  period: Period,
): Promise<Day | null> =>
  decisionDayOf(rule, { period, closedOn: await closedOnOf(db, hallId, period) }, calendar)

/** Where the awards of a hall's quarters and years stand, those running first. */
export async function periodStandings(
  world: World,
  db: Reader,
  hall: StarHall & PolicyHall,
): Promise<PeriodStanding[]> {
  const now = today(world)
  const decided = await db
    .select({
      period: starAwards.period,
      sheet: starAwards.sheet,
      computedOn: starAwards.computedOn,
    })
    .from(starAwards)
    .where(eq(starAwards.hallId, hall.id))
  const standings: PeriodStanding[] = []
  for (const { kind, period: each } of periodAwardsOf(policyOf(hall, now))) {
    for (const period of await periodsOf(db, hall, each, now)) {
      const policy = policyOf(hall, spanOfPeriod(period).until)
      const rule = policy.awards.find((of) => of.kind === kind)
      if (!rule) continue
      const closesOn = nthWorkingDayAfter(lastMonthOf(period), policy.monthCloseWd, world.calendar)
      const decidesOn =
        (await decidesOnOf(db, world, hall.id, rule, period)) ??
        decisionDayOf(rule, { period, closedOn: closesOn }, world.calendar)!
      const row = decided.find((each) => each.period === period && each.sheet === rule.kind)
      const waits = decidesOn < now ? 'late' : 'over'
      standings.push({
        title: rule.kind,
        name: rule.nameZh,
        period,
        state: row ? 'published' : spanOfPeriod(period).until >= now ? 'running' : waits,
        decidesOn,
        decidedOn: row?.computedOn ?? null,
      })
    }
  }
  return standings.toSorted(byEnd)
}

/** The latest end first; of those that end together the year before its last quarter. */
const byEnd = (one: PeriodStanding, other: PeriodStanding): number => {
  const [first, second] = [one, other].map(({ period }) => spanOfPeriod(period).until)
  if (first !== second) return first! < second! ? 1 : -1
  return one.period.length - other.period.length
}

type Asked = { hall: StarHall; kind: AwardKind; period: Period }

const lack = (what: PeriodLack['what'], number: number): PeriodLack[] =>
  number > 0 ? [{ what, count: number }] : []

/** The months of a period that the hall was there for. */
async function monthsSeen(db: Reader, { hall, period }: Asked): Promise<Month[]> {
  const first = await firstMonthOf(db, hall)
  return monthsOfPeriod(period).filter((month) => month >= first)
}

async function withoutAttendance(
  db: Reader,
  hallId: number,
  months: readonly Month[],
  people: readonly number[],
): Promise<number> {
  const rows = await db
    .select({ staffId: attendedDays.staffId, month: attendedDays.month })
    .from(attendedDays)
    .where(and(eq(attendedDays.hallId, hallId), isNotNull(attendedDays.confirmedBy)))
  const lacking = new Set<number>()
  for (const month of months) {
    for (const { id } of await staffOfMonth(db, hallId, month)) {
      const entered = rows.some((row) => row.staffId === id && row.month === month)
      if (people.includes(id) && !entered) lacking.add(id)
    }
  }
  return lacking.size
}

async function openPlaces(
  db: Reader,
  hallId: number,
  title: AwardKind,
  periods: readonly Period[],
): Promise<number> {
  const [row] = await db
    .select({ number: count() })
    .from(awards)
    .where(
      and(
        eq(awards.hallId, hallId),
        eq(awards.title, title),
        ne(awards.state, 'awarded'),
        inArray(awards.period, [...periods]),
      ),
    )
  return row?.number ?? 0
}

async function decidedOf(
  db: Reader,
  hallId: number,
  sheet: string,
  periods: readonly Period[],
): Promise<number> {
  const [row] = await db
    .select({ number: count() })
    .from(starAwards)
    .where(
      and(
        eq(starAwards.hallId, hallId),
        eq(starAwards.sheet, sheet),
        inArray(starAwards.period, [...periods]),
      ),
    )
  return row?.number ?? 0
}

async function lackOfQuarter(
  db: Reader,
  { hall }: Asked,
  quarter: Quarter,
  months: readonly Month[],
): Promise<PeriodLack[]> {
  const nominees = (await nominationsOf(db, hall.id, quarter)).map(
    ({ nomination }) => nomination.staffId,
  )
  if (nominees.length === 0) return []
  const daily = await dailyAppraisalsOf(db, hall.id, quarter)
  const inspection = await inspectionOf(db, hall.id, quarter)
  return [
    ...lack('no-appraisal', nominees.filter((id) => !daily.has(id)).length),
    ...lack('no-attendance', await withoutAttendance(db, hall.id, months, nominees)),
    ...lack('no-inspection', inspection?.confirmedBy == null ? 1 : 0),
  ]
}

async function lackOfQingpuYear(
  db: Reader,
  { hall, kind }: Asked,
  months: readonly Month[],
): Promise<PeriodLack[]> {
  const quarters = [...new Set(months.map(quarterOf))].filter((quarter) =>
    monthsOfPeriod(quarter).every((month) => months.includes(month)),
  )
  const decided = await decidedOf(db, hall.id, 'quarterStar', quarters)
  return [
    ...lack('quarter-undecided', quarters.length - decided),
    ...(kind === 'yearStar'
      ? lack('places-open', await openPlaces(db, hall.id, 'quarterStar', quarters))
      : []),
  ]
}

async function lackOfBingchaYear(
  db: Reader,
  { hall, period }: Asked,
  months: readonly Month[],
): Promise<PeriodLack[]> {
  const holders = await holdersOn(db, hall.id, spanOfPeriod(period).until)
  const people = [...new Set(holders.values())].map(Number)
  const ranked = await decidedOf(db, hall.id, bingchaMonthly.key, months)
  return [
    ...lack('month-unranked', months.length - ranked),
    ...lack('no-attendance', await withoutAttendance(db, hall.id, months, people)),
    ...lack('places-open', await openPlaces(db, hall.id, 'redFlagWindow', months)),
  ]
}

/**
 * What keeps an award from being decided, though its day has come: months that are not closed; in
 * Qingpu marks and days of those proposed that nobody confirmed, the hygiene inspection, and for
 * the year its quarters; in Bingcha a month without its red flags, and the days of those whose
 * posts the windows are.
 */
export async function lackOfPeriod(db: Reader, asked: Asked): Promise<PeriodLack[]> {
  const { hall, kind, period } = asked
  const months = await monthsSeen(db, asked)
  const closed = await db
    .select({ month: monthCloses.month })
    .from(monthCloses)
    .where(and(eq(monthCloses.hallId, hall.id), inArray(monthCloses.month, months)))
  return [
    ...lack('month-open', months.length - closed.length),
    ...(isQuarter(period)
      ? await lackOfQuarter(db, asked, period, months)
      : kind === 'postStar'
        ? await lackOfBingchaYear(db, asked, months)
        : await lackOfQingpuYear(db, asked, months)),
  ]
}
