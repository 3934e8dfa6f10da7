import { and, asc, eq } from 'drizzle-orm'
import { monthCloses, starAwards } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { World } from '../context.ts'
import {
  bingchaCircularItem,
  bingchaMonthly,
  bingchaPeerMarking,
} from '../policies/sheets/bingcha-monthly.ts'
import { anci41 } from '../policies/sheets/anci-4-1.ts'
import { type AnciStars, anciStars } from '../rules/anci-stars.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import { bingchaMonth, type BingchaResult, type Missing } from '../rules/bingcha-month.ts'
import { workingDaysBetween } from '../rules/calendar.ts'
import type { Day, Month } from '../rules/day.ts'
import { decisionDayOf } from '../rules/decision-day.ts'
import {
  type ElectronicRating,
  electronicRating,
  type RatedMonth,
} from '../rules/electronic-rating.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { ratingsFreezeOn } from '../rules/rating-month.ts'
import type { AwardResult } from '../rules/star-award.ts'
import { attendanceOfMonth, staffOfMonth } from './month-figures.ts'
import {
  anciMonthOf,
  bingchaMonthOf,
  type MonthHall,
  qingpuMonthOf,
  type QingpuWindow,
  type Ranking,
} from './month-inputs.ts'

/** Qingpu's month: every window's electronic rating with what it was worked out from. */
export type QingpuSheet = {
  hall: 'qingpu'
  month: Month
  workedOutOn: Day
  /** The last day on which ratings of the month were taken. */
  frozenOn: Day
  sheet: 'qingpuRating'
  windows: {
    windowId: number
    number: string
    business: string
    rated: RatedMonth
    rating: ElectronicRating
  }[]
}

/** A month's result as it is stored: plain data with the whole arithmetic. */
export type Worksheet = AnciStars | Extract<BingchaResult, { state: 'closed' }> | QingpuSheet

/** The stored result of a month, or null. */
export async function worksheetOf(
  db: Reader,
  hallId: number,
  month: Month,
): Promise<Worksheet | null> {
  const [row] = await db
    .select({ worksheet: starAwards.worksheet })
    .from(starAwards)
    .where(and(eq(starAwards.hallId, hallId), eq(starAwards.period, month)))
    .orderBy(asc(starAwards.id))
    .limit(1)
  return row ? (row.worksheet as Worksheet) : null
}

/** The day a month was closed on, or null. */
export async function closedOnOf(db: Reader, hallId: number, month: Month): Promise<Day | null> {
  const [row] = await db
    .select({ closedOn: monthCloses.closedOn })
    .from(monthCloses)
    .where(and(eq(monthCloses.hallId, hallId), eq(monthCloses.month, month)))
  return row?.closedOn ?? null
}

/** The awards a worksheet gives, by kind. */
export const awardsIn = (worksheet: Worksheet): [kind: AwardKind, result: AwardResult][] => {
  if (worksheet.hall === 'anci')
    return [
      ['modelWindow', worksheet.modelWindow],
      ['modelPerson', worksheet.modelPerson],
    ]
  return worksheet.hall === 'bingcha' ? [['redFlagWindow', worksheet.redFlags]] : []
}

/** The day a closed month's award is decided, null where the hall gives none by the month. */
export function ranksOnOf(
  policy: HallPolicy,
  { month, closedOn }: { month: Month; closedOn: Day },
  { calendar }: Pick<World, 'calendar'>,
): Day | null {
  const rule = policy.awards.find(({ period }) => period === 'month')
  return rule ? decisionDayOf(rule, { period: month, closedOn }, calendar) : null
}

/** What a month lacks, with how many of it. */
export type Lack = {
  what: Missing['what'] | 'no-case-volume' | 'no-attendance' | 'ratings-open'
  count: number
  needed?: number
}

function grouped(missing: readonly Missing[]): Lack[] {
  return [...Map.groupBy(missing, ({ what }) => what)].map(([what, all]) => {
    const [first] = all
    return first?.what === 'too-few-raters'
      ? { what, count: first.rated, needed: first.needed }
      : { what, count: all.length }
  })
}

type Asked = { hall: MonthHall; policy: HallPolicy; month: Month }

/** Bingcha's month as it stands: closed, or what is missing. */
const bingchaMonthAsOf = async (
  db: Reader,
  world: Pick<World, 'calendar'>,
  { hall, policy, month }: Asked,
  ranking: Ranking,
): Promise<BingchaResult> =>
  bingchaMonth(await bingchaMonthOf(db, world, hall, policy, month, ranking), policy, {
    sheet: bingchaMonthly,
    peer: bingchaPeerMarking,
    circularItem: bingchaCircularItem,
  })

/**
 * What keeps a month from being closed on a day: in Bingcha whatever its regulation asks for, in
 * Qingpu ratings that are still taken and a window whose cases nobody has entered. Anci closes
 * with what is confirmed.
 */
export async function lackingToClose(
  db: Reader,
  world: Pick<World, 'calendar'>,
  asked: Asked,
  on: Day,
): Promise<Lack[]> {
  const { hall, policy, month } = asked
  if (hall.policy === 'bingcha') {
    const result = await bingchaMonthAsOf(db, world, asked, {
      rankedOn: on,
      workedOutOn: on,
      decisions: {},
    })
    return result.state === 'closed' ? [] : grouped(result.missing)
  }
  if (hall.policy !== 'qingpu') return []
  const unknown = (await qingpuMonthOf(db, hall, policy, month)).filter(
    ({ rated }) => rated.cases === null,
  )
  const freezesOn = ratingsFreezeOn(month, policy, world.calendar)
  const open = on < freezesOn ? workingDaysBetween(on, freezesOn, world.calendar) : 0
  return [
    ...(open > 0 ? [{ what: 'ratings-open' as const, count: open }] : []),
    ...(unknown.length > 0 ? [{ what: 'no-case-volume' as const, count: unknown.length }] : []),
  ]
}

/** What keeps a closed month from being ranked: in Anci attended days that nobody has confirmed. */
export async function lackingToRank(
  db: Reader,
  { hall, month }: Pick<Asked, 'hall' | 'month'>,
): Promise<Lack[]> {
  if (hall.policy !== 'anci') return []
  const people = await staffOfMonth(db, hall.id, month)
  const attended = await attendanceOfMonth(db, hall.id, month)
  const confirmed = attended.filter(({ confirmedBy }) => confirmedBy !== null)
  const open = people.filter(({ id }) => !confirmed.some(({ staffId }) => staffId === id))
  return open.length > 0 ? [{ what: 'no-attendance', count: open.length }] : []
}

/** Work a closed month's award out of the database; null where the hall gives none by the month. */
export async function workOut(
  db: Reader,
  world: Pick<World, 'calendar'>,
  asked: Asked,
  ranking: Ranking,
): Promise<Exclude<Worksheet, QingpuSheet> | null> {
  const { hall, policy, month } = asked
  if (hall.policy === 'anci')
    return anciStars(await anciMonthOf(db, world, hall, policy, month, ranking), policy, anci41)
  if (hall.policy !== 'bingcha') return null
  const result = await bingchaMonthAsOf(db, world, asked, ranking)
  return result.state === 'closed' ? result : null
}

const isKnown = (window: QingpuWindow): window is QingpuWindow & { rated: RatedMonth } =>
  window.rated.cases !== null

/** Work Qingpu's electronic ratings of a month out of the database. */
export async function workOutRatings(
  db: Reader,
  world: Pick<World, 'calendar'>,
  { hall, policy, month }: Asked,
  workedOutOn: Day,
): Promise<QingpuSheet> {
  const windows = await qingpuMonthOf(db, hall, policy, month)
  return {
    hall: 'qingpu',
    month,
    workedOutOn,
    frozenOn: ratingsFreezeOn(month, policy, world.calendar),
    sheet: 'qingpuRating',
    windows: windows.filter(isKnown).map((window) => ({
      ...window,
      rating: electronicRating(window.rated, policy.eRating ?? undefined),
    })),
  }
}
