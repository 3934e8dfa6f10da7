import { and, eq, gte, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import {
  appraisals,
  attendedDays,
  hygieneInspections,
  postings,
  scoreEntries,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { qingpuHygiene, qingpuKnown } from '../policies/sheets/qingpu-known.ts'
import { attendanceRate, quarterlyRate } from '../rules/attendance-rate.ts'
import { firstDayOf, lastDayOf, type Month } from '../rules/day.ts'
import { electronicRating, type RatedMonth } from '../rules/electronic-rating.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { hygieneScore, knownScore } from '../rules/hygiene.ts'
import { isQuarter, monthsOfQuarter, monthsOfYear, type Quarter } from '../rules/quarter.ts'
import { scoreOf } from '../rules/scorecard.ts'
import { sumOf } from '../rules/rounding.ts'
import { dailyPartOf } from '../rules/yearly-appraisal.ts'
import { type MonthHall, qingpuMonthOf } from './month-inputs.ts'
import { entryOf } from './score-entries.ts'

/** The hygiene inspection of a quarter, confirmed or not, or null. */
export async function inspectionOf(db: Reader, hallId: number, quarter: Quarter) {
  const [row] = await db
    .select()
    .from(hygieneInspections)
    .where(and(eq(hygieneInspections.hallId, hallId), eq(hygieneInspections.quarter, quarter)))
  return row ?? null
}

/**
 * What a quarter's hygiene comes to for a window: the inspection's confirmed deductions and those
 * found on patrols of the quarter off a hundred, folded to five; all five without any. Null while no inspection is confirmed.
 */
export async function hygieneScoresOf(
  db: Reader,
  hallId: number,
  quarter: Quarter,
): Promise<((windowId: number) => number) | null> {
  const inspection = await inspectionOf(db, hallId, quarter)
  if (inspection?.confirmedBy == null) return null
  const rows = await db
    .select()
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        eq(scoreEntries.sheet, qingpuKnown.key),
        eq(scoreEntries.confirmed, true),
        or(
          and(eq(scoreEntries.source, 'hygiene'), eq(scoreEntries.sourceId, inspection.id)),
          and(
            ne(scoreEntries.source, 'hygiene'),
            inArray(scoreEntries.period, monthsOfQuarter(quarter)),
          ),
        ),
      ),
    )
  return (windowId) => {
    const card = scoreOf(qingpuKnown, rows.filter((row) => row.windowId === windowId).map(entryOf))
    const section = card.sections.find(({ code }) => code === qingpuHygiene.section)
    return hygieneScore(section?.deductions ?? 0, qingpuHygiene)
  }
}

/** What is known of a window's quarter in Qingpu. */
export type KnownScore = {
  windowId: number
  /** The three months' electronic ratings; null where one has none. */
  ratings: (number | null)[]
  /** Null while the quarter's inspection is not confirmed. */
  hygiene: number | null
  /** The mean of the ratings and the hygiene, 0 to 10; null while a part is missing. */
  score: number | null
}

/**
 * Qingpu: every window's known score of a quarter. A window without cases in a month has no rating
 * for it, so none for the quarter either.
 */
export async function qingpuKnownScores(
  db: Reader,
  hall: MonthHall,
  policy: HallPolicy,
  quarter: Quarter,
): Promise<KnownScore[]> {
  const hygiene = await hygieneScoresOf(db, hall.id, quarter)
  const rated = new Map<number, (number | null)[]>()
  const months = monthsOfQuarter(quarter)
  for (const [index, month] of months.entries()) {
    for (const window of await qingpuMonthOf(db, hall, policy, month)) {
      const ratings = rated.get(window.windowId) ?? months.map(() => null)
      const { cases } = window.rated
      ratings[index] =
        cases === null
          ? null
          : electronicRating({ ...window.rated, cases } as RatedMonth, policy.eRating ?? undefined)
              .score
      rated.set(window.windowId, ratings)
    }
  }
  return [...rated].map(([windowId, ratings]) => {
    const own = hygiene === null ? null : hygiene(windowId)
    return { windowId, ratings, hygiene: own, score: knownScore(ratings, own) }
  })
}

/**
 * The daily parts (平时考核) of a period by staff: of a quarter as confirmed, of a year the mean of
 * its confirmed quarters.
 */
export async function dailyAppraisalsOf(
  db: Reader,
  hallId: number,
  period: string,
): Promise<ReadonlyMap<number, number>> {
  const quarters = isQuarter(period) ? [period] : [1, 2, 3, 4].map((nth) => `${period}-Q${nth}`)
  const rows = await db
    .select()
    .from(appraisals)
    .where(
      and(
        eq(appraisals.hallId, hallId),
        eq(appraisals.part, 'daily'),
        inArray(appraisals.period, quarters),
        isNotNull(appraisals.confirmedBy),
      ),
    )
  return new Map(
    [...Map.groupBy(rows, ({ staffId }) => staffId)].map(([staffId, own]) => [
      staffId,
      dailyPartOf(own.map(({ marks }) => sumOf(marks)))!,
    ]),
  )
}

const confirmedOf = (db: Reader, hallId: number, months: readonly Month[]) =>
  db
    .select()
    .from(attendedDays)
    .where(
      and(
        eq(attendedDays.hallId, hallId),
        inArray(attendedDays.month, [...months]),
        isNotNull(attendedDays.confirmedBy),
      ),
    )

/** Attendance rates of a quarter in percent; null while a month's marks are not confirmed. */
export type AttendanceRates = {
  staff: ReadonlyMap<number, number | null>
  windows: ReadonlyMap<number, number | null>
}

/**
 * Qingpu 窗口工作人员考勤办法: the attendance rates of a quarter, of each person and of each window,
 * whose marks are those of everybody who served there in the month.
 */
export async function attendanceRatesOf(
  db: Reader,
  hallId: number,
  quarter: Quarter,
): Promise<AttendanceRates> {
  const months = monthsOfQuarter(quarter)
  const rows = await confirmedOf(db, hallId, months)
  const served = await db
    .select()
    .from(postings)
    .where(
      and(
        eq(postings.hallId, hallId),
        lte(postings.fromDay, lastDayOf(months.at(-1)!)),
        or(isNull(postings.toDay), gte(postings.toDay, firstDayOf(months[0]!))),
      ),
    )
  const marksIn = (month: Month, staffIds: readonly number[]) =>
    rows.flatMap((row) =>
      row.month === month && staffIds.includes(row.staffId) && row.dueMarks !== null
        ? [{ due: row.dueMarks, present: row.presentMarks ?? 0 }]
        : [],
    )
  const rateOf = (staffIdsIn: (month: Month) => readonly number[]) =>
    quarterlyRate(months.map((month) => attendanceRate(marksIn(month, staffIdsIn(month)))))
  const people = [...new Set(served.map(({ staffId }) => staffId))]
  const windowIds = [...new Set(served.map(({ windowId }) => windowId))]
  const servedIn = (windowId: number, month: Month) =>
    served
      .filter(
        (row) =>
          row.windowId === windowId &&
          row.fromDay <= lastDayOf(month) &&
          (row.toDay === null || row.toDay >= firstDayOf(month)),
      )
      .map(({ staffId }) => staffId)
  return {
    staff: new Map(people.map((id) => [id, rateOf(() => [id])])),
    windows: new Map(windowIds.map((id) => [id, rateOf((month) => servedIn(id, month))])),
  }
}

/** Confirmed days of sick leave in a year by staff; whoever had none is left out. */
export async function sickDaysOf(
  db: Reader,
  hallId: number,
  year: string,
): Promise<ReadonlyMap<number, number>> {
  const rows = await confirmedOf(db, hallId, monthsOfYear(year))
  return sumsBy(rows, ({ sickDays }) => sickDays)
}

/** Confirmed days of sick and personal leave in a year by staff; whoever had none is left out. */
export async function leaveDaysOf(
  db: Reader,
  hallId: number,
  year: string,
): Promise<ReadonlyMap<number, number>> {
  const rows = await confirmedOf(db, hallId, monthsOfYear(year))
  return sumsBy(rows, ({ sickDays, leaveDays }) => sickDays + leaveDays)
}

type AttendedMonth = typeof attendedDays.$inferSelect

function sumsBy(rows: readonly AttendedMonth[], daysOf: (row: AttendedMonth) => number) {
  const sums = new Map<number, number>()
  for (const row of rows) {
    const days = daysOf(row)
    if (days > 0) sums.set(row.staffId, (sums.get(row.staffId) ?? 0) + days)
  }
  return sums
}
