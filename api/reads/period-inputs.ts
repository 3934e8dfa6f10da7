import { and, asc, eq, inArray } from 'drizzle-orm'
import { attendedDays, awards, starAwards } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { bingchaCircularItem, bingchaMonthly } from '../policies/sheets/bingcha-monthly.ts'
import type { BingchaResult } from '../rules/bingcha-month.ts'
import type { BingchaYear } from '../rules/bingcha-year.ts'
import type { Day, Month } from '../rules/day.ts'
import { monthsOfPeriod, spanOfPeriod, yearOf } from '../rules/period.ts'
import type { Nominee, StarYear, WindowYear } from '../rules/qingpu-stars.ts'
import { monthsOfYear, quarterOf, type Quarter } from '../rules/quarter.ts'
import { sumOf } from '../rules/rounding.ts'
import { timesFound } from '../rules/scorecard.ts'
import { dailyAppraisalsOf, qingpuKnownScores, sickDaysOf } from './appraisal-figures.ts'
import { chainFigures, type PeriodAward, servedIn } from './chain-figures.ts'
import { confirmedHonoursOf, nominationsOf, recommendationsOf } from './nominations.ts'

/** The quarters of a year, the first one first. */
export const quartersOfYear = (year: string): Quarter[] => [
  ...new Set(monthsOfYear(year).map(quarterOf)),
]

/** Confirmed attended days of some months by staff. */
async function attendedIn(db: Reader, hallId: number, months: readonly Month[]) {
  const rows = await db
    .select()
    .from(attendedDays)
    .where(and(eq(attendedDays.hallId, hallId), inArray(attendedDays.month, [...months])))
  const confirmed = rows.filter(({ confirmedBy }) => confirmedBy !== null)
  return (id: number) =>
    sumOf(confirmed.filter(({ staffId }) => staffId === id).map(({ days }) => days))
}

/**
 * Whose post a window is on a day: its head's (岗位责任人), or its only member's where nobody heads
 * it. By the windows' ids.
 */
export async function holdersOn(
  db: Reader,
  hallId: number,
  day: Day,
): Promise<ReadonlyMap<string, string>> {
  const served = await servedIn(db, hallId, { from: day, until: day })
  const holders = new Map<string, string>()
  for (const [windowId, own] of Map.groupBy(served, (row) => row.windowId)) {
    const holder = own.find(({ head }) => head) ?? (own.length === 1 ? own[0] : undefined)
    if (holder) holders.set(String(windowId), String(holder.staffId))
  }
  return holders
}

/** Qingpu: everybody who is proposed for a quarter, with their own daily appraisal of it. */
export async function nomineesOf(
  db: Reader,
  asked: PeriodAward & { period: Quarter },
): Promise<Nominee[]> {
  const { hall, period } = asked
  const span = spanOfPeriod(period)
  const chain = await chainFigures(db, asked)
  const daily = await dailyAppraisalsOf(db, hall.id, period)
  const attended = await attendedIn(db, hall.id, monthsOfPeriod(period))
  const served = await servedIn(db, hall.id, span)
  return (await nominationsOf(db, hall.id, period)).map(({ nomination: { staffId, windowId } }) => {
    const last = served.findLast((row) => row.staffId === staffId)
    const headed = served.findLast(
      ({ head, toDay, ...row }) =>
        row.staffId === staffId && head && (toDay === null || toDay >= span.until),
    )
    const at = headed?.windowId ?? last?.windowId ?? windowId
    return {
      standing: { ...chain.person(staffId), attendedDays: attended(staffId) },
      daily: daily.get(staffId) ?? null,
      windowId: at === null ? '' : String(at),
      isHead: headed !== undefined,
    }
  })
}

/** Qingpu: everybody who was star of a quarter or honoured in the year, with its daily appraisals. */
export async function starYearsOf(db: Reader, asked: PeriodAward): Promise<StarYear[]> {
  const { hall, period } = asked
  const year = yearOf(period)
  const quarters = quartersOfYear(year)
  const chain = await chainFigures(db, asked)
  const stars = await quarterStarsIn(db, hall.id, quarters)
  const honoured = await confirmedHonoursOf(db, hall.id, year)
  const attended = await attendedIn(db, hall.id, monthsOfYear(year))
  const dailies = await Promise.all(quarters.map((each) => dailyAppraisalsOf(db, hall.id, each)))
  const ids = [...new Set([...stars.keys(), ...honoured.keys()])].toSorted((a, b) => a - b)
  return ids.map((id) => ({
    standing: { ...chain.person(id), attendedDays: attended(id) },
    dailies: dailies.flatMap((daily) => daily.get(id) ?? []),
    honours: honoured.get(id) ?? 0,
    quarterStars: stars.get(id) ?? 0,
  }))
}

/** Qingpu: the windows recommended for a year, with the scores of its quarters. */
export async function recommendedWindowsOf(db: Reader, asked: PeriodAward): Promise<WindowYear[]> {
  const { hall, policy, period } = asked
  const year = yearOf(period)
  const chain = await chainFigures(db, asked)
  const quarters = await Promise.all(
    quartersOfYear(year).map((each) => qingpuKnownScores(db, hall, policy, each)),
  )
  return (await recommendationsOf(db, hall.id, year)).map(({ recommendation: { windowId } }) => ({
    standing: chain.window(windowId),
    scores: quarters.flatMap(
      (known) => known.find((each) => each.windowId === windowId)?.score ?? [],
    ),
  }))
}

type ClosedMonth = Extract<BingchaResult, { state: 'closed' }>

/** Bingcha: every window's year from its published months, and those a circular went round about. */
export async function bingchaYearOf(
  db: Reader,
  asked: PeriodAward,
): Promise<{ windows: BingchaYear[]; circulars: string[] }> {
  const { hall, period } = asked
  const months = monthsOfPeriod(period)
  const chain = await chainFigures(db, asked)
  const sheets = (
    await db
      .select({ worksheet: starAwards.worksheet })
      .from(starAwards)
      .where(
        and(
          eq(starAwards.hallId, hall.id),
          eq(starAwards.sheet, bingchaMonthly.key),
          inArray(starAwards.period, months),
        ),
      )
      .orderBy(asc(starAwards.period))
  ).map(({ worksheet }) => worksheet as ClosedMonth)
  const flags = await db
    .select({ windowId: awards.windowId })
    .from(awards)
    .where(
      and(
        eq(awards.hallId, hall.id),
        eq(awards.title, 'redFlagWindow'),
        eq(awards.state, 'awarded'),
        inArray(awards.period, months),
      ),
    )
  const holders = await holdersOn(db, hall.id, spanOfPeriod(period).until)
  const sick = await sickDaysOf(db, hall.id, yearOf(period))
  const ids = [...new Set(sheets.flatMap(({ windows }) => windows.map((each) => each.windowId)))]
  const cardsOf = (id: string) =>
    sheets.flatMap(({ windows }) => windows.find((each) => each.windowId === id)?.card ?? [])
  return {
    windows: ids
      .toSorted((a, b) => Number(a) - Number(b))
      .map((id) => ({
        standing: {
          ...chain.window(Number(id)),
          redFlags: flags.filter(({ windowId }) => String(windowId) === id).length,
        },
        monthlyTotals: cardsOf(id).map(({ score }) => score),
        sickDays: sick.get(Number(holders.get(id) ?? 0)) ?? 0,
      })),
    circulars: ids.filter((id) =>
      cardsOf(id).some(({ lines }) => timesFound(lines, [bingchaCircularItem]) > 0),
    ),
  }
}

/** How many quarterly stars everybody got in a year. */
async function quarterStarsIn(
  db: Reader,
  hallId: number,
  quarters: readonly Quarter[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .select({ staffId: awards.staffId })
    .from(awards)
    .where(
      and(
        eq(awards.hallId, hallId),
        eq(awards.title, 'quarterStar'),
        eq(awards.state, 'awarded'),
        inArray(awards.period, [...quarters]),
      ),
    )
  return new Map(
    [...Map.groupBy(rows, ({ staffId }) => staffId!)].map(([id, { length }]) => [id, length]),
  )
}
