import { and, between, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import {
  attendedDays,
  caseVolumes,
  departments,
  officers,
  postings,
  ratingCounts,
  starAwards,
  staff,
  windows,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Day, firstDayOf, lastDayOf, type Month } from '../rules/day.ts'
import type { RatingLevel } from '../rules/rating-level.ts'

/** Everybody who served at a window of the hall on some day of the month, by staff number. */
export async function staffOfMonth(db: Reader, hallId: number, month: Month) {
  return db
    .selectDistinct({
      id: staff.id,
      publicId: staff.publicId,
      number: staff.number,
      name: staff.name,
      departmentId: staff.departmentId,
      department: departments.name,
    })
    .from(staff)
    .innerJoin(departments, eq(departments.id, staff.departmentId))
    .innerJoin(postings, eq(postings.staffId, staff.id))
    .where(
      and(
        eq(staff.hallId, hallId),
        or(isNull(staff.leftOn), gte(staff.leftOn, firstDayOf(month))),
        lte(postings.fromDay, lastDayOf(month)),
        or(isNull(postings.toDay), gte(postings.toDay, firstDayOf(month))),
      ),
    )
    .orderBy(staff.number)
}

/** The windows that were open on some day of the month, in the order they were opened. */
export const windowsOfMonth = (db: Reader, hallId: number, month: Month) =>
  db
    .select({
      id: windows.id,
      code: windows.code,
      number: windows.number,
      business: windows.business,
      departmentId: windows.departmentId,
      department: departments.name,
    })
    .from(windows)
    .innerJoin(departments, eq(departments.id, windows.departmentId))
    .where(
      and(
        eq(windows.hallId, hallId),
        lte(windows.openedOn, lastDayOf(month)),
        or(isNull(windows.retiredOn), gte(windows.retiredOn, firstDayOf(month))),
      ),
    )
    .orderBy(windows.id)

/** The windows an officer heads on a day, by the postings. */
export async function headedWindows(
  db: Reader,
  { staffId, hallId }: { staffId: number | null; hallId: number },
  day: Day,
) {
  if (staffId === null) return []
  return db
    .select({
      id: windows.id,
      code: windows.code,
      number: windows.number,
      business: windows.business,
    })
    .from(postings)
    .innerJoin(windows, eq(windows.id, postings.windowId))
    .where(
      and(
        eq(postings.hallId, hallId),
        eq(postings.staffId, staffId),
        eq(postings.head, true),
        lte(postings.fromDay, day),
        or(isNull(postings.toDay), gte(postings.toDay, day)),
      ),
    )
    .orderBy(windows.id)
}

/** The attended days entered for a month, confirmed or not. */
export const attendanceOfMonth = (db: Reader, hallId: number, month: Month) =>
  db
    .select({
      id: attendedDays.id,
      staffId: attendedDays.staffId,
      days: attendedDays.days,
      dueMarks: attendedDays.dueMarks,
      presentMarks: attendedDays.presentMarks,
      sickDays: attendedDays.sickDays,
      leaveDays: attendedDays.leaveDays,
      enteredBy: attendedDays.enteredBy,
      enteredByName: officers.name,
      enteredOn: attendedDays.enteredOn,
      confirmedBy: attendedDays.confirmedBy,
      confirmedOn: attendedDays.confirmedOn,
    })
    .from(attendedDays)
    .innerJoin(officers, eq(officers.id, attendedDays.enteredBy))
    .where(and(eq(attendedDays.hallId, hallId), eq(attendedDays.month, month)))
    .orderBy(attendedDays.id)

/** The cases each window accepted in a month, as far as entered. */
export const volumesOfMonth = (db: Reader, hallId: number, month: Month) =>
  db
    .select({
      windowId: caseVolumes.windowId,
      cases: caseVolumes.cases,
      duringFault: caseVolumes.duringFault,
      enteredBy: officers.name,
      enteredOn: caseVolumes.enteredOn,
    })
    .from(caseVolumes)
    .innerJoin(officers, eq(officers.id, caseVolumes.enteredBy))
    .where(and(eq(caseVolumes.hallId, hallId), eq(caseVolumes.month, month)))
    .orderBy(caseVolumes.windowId)

/** A window's valid ratings of a month. */
export type CountedRatings = { windowId: number; satisfied: number; valid: number }

/** How many ratings each window got in a month, and how many of them were satisfied. */
export async function ratingsOfMonth(
  db: Reader,
  hallId: number,
  month: Month,
  levels: readonly RatingLevel[],
): Promise<CountedRatings[]> {
  const rows = await db
    .select({
      windowId: ratingCounts.windowId,
      level: ratingCounts.level,
      count: sql<number>`sum(${ratingCounts.count})`.mapWith(Number),
    })
    .from(ratingCounts)
    .where(
      and(
        eq(ratingCounts.hallId, hallId),
        between(ratingCounts.day, firstDayOf(month), lastDayOf(month)),
      ),
    )
    .groupBy(ratingCounts.windowId, ratingCounts.level)
    .orderBy(ratingCounts.windowId)
  const isSatisfied = (level: number) =>
    levels.some((each) => each.level === level && each.satisfied)
  return [...Map.groupBy(rows, ({ windowId }) => windowId)].map(([windowId, counted]) => ({
    windowId,
    satisfied: counted.reduce((sum, row) => sum + (isSatisfied(row.level) ? row.count : 0), 0),
    valid: counted.reduce((sum, row) => sum + row.count, 0),
  }))
}

/** Whether a month's result was worked out: its figures can no longer change. */
export async function isWorkedOut(db: Reader, hallId: number, month: Month): Promise<boolean> {
  const [row] = await db
    .select({ id: starAwards.id })
    .from(starAwards)
    .where(and(eq(starAwards.hallId, hallId), eq(starAwards.period, month)))
    .limit(1)
  return row !== undefined
}
