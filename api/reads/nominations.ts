import { and, asc, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import {
  honours,
  nominations,
  officers,
  passedOver,
  postings,
  recommendations,
  staff,
  windows,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import type { Day } from '../rules/day.ts'
import type { AssessedStaff } from '../rules/nominations.ts'
import type { Period } from '../rules/period.ts'
import type { Quarter } from '../rules/quarter.ts'

const byWindow = alias(windows, 'by_window')

/** The proposals of a quarter that stand, in the order they were made. */
export const nominationsOf = (db: Reader, hallId: number, quarter: Quarter) =>
  db
    .select({
      nomination: nominations,
      person: { publicId: staff.publicId, number: staff.number, name: staff.name },
      window: { code: windows.code, number: windows.number, business: windows.business },
      by: officers.name,
    })
    .from(nominations)
    .innerJoin(staff, eq(staff.id, nominations.staffId))
    .innerJoin(officers, eq(officers.id, nominations.nominatedBy))
    .leftJoin(windows, eq(windows.id, nominations.windowId))
    .where(
      and(
        eq(nominations.hallId, hallId),
        eq(nominations.quarter, quarter),
        isNull(nominations.withdrawnOn),
      ),
    )
    .orderBy(asc(nominations.id))

/** The recommendations of a year that stand, in the order they were made. */
export const recommendationsOf = (db: Reader, hallId: number, year: `${number}`) =>
  db
    .select({
      recommendation: recommendations,
      window: { code: windows.code, number: windows.number, business: windows.business },
      byWindow: { code: byWindow.code, number: byWindow.number, business: byWindow.business },
      by: officers.name,
    })
    .from(recommendations)
    .innerJoin(windows, eq(windows.id, recommendations.windowId))
    .innerJoin(officers, eq(officers.id, recommendations.recommendedBy))
    .leftJoin(byWindow, eq(byWindow.id, recommendations.byWindowId))
    .where(
      and(
        eq(recommendations.hallId, hallId),
        eq(recommendations.year, year),
        isNull(recommendations.withdrawnOn),
      ),
    )
    .orderBy(asc(recommendations.id))

/** The honours of a year, confirmed or not, in the order they were entered. */
export const honoursOf = (db: Reader, hallId: number, year: `${number}`) =>
  db
    .select({
      honour: honours,
      person: { number: staff.number, name: staff.name },
      by: officers.name,
    })
    .from(honours)
    .innerJoin(staff, eq(staff.id, honours.staffId))
    .innerJoin(officers, eq(officers.id, honours.enteredBy))
    .where(and(eq(honours.hallId, hallId), eq(honours.year, year)))
    .orderBy(asc(honours.id))

/** How many confirmed honours of a year each member of staff has. */
export async function confirmedHonoursOf(
  db: Reader,
  hallId: number,
  year: `${number}`,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .select({ staffId: honours.staffId })
    .from(honours)
    .where(and(eq(honours.hallId, hallId), eq(honours.year, year), isNotNull(honours.confirmedBy)))
  return new Map(
    [...Map.groupBy(rows, ({ staffId }) => staffId)].map(([id, { length }]) => [id, length]),
  )
}

/** Whom the assessment group passes over for an award, by the id the award knows them by. */
export async function passedOverIn(
  db: Reader,
  hallId: number,
  { kind, period }: { kind: AwardKind; period: Period },
): Promise<{ id: string; reason: string }[]> {
  const rows = await db
    .select()
    .from(passedOver)
    .where(
      and(eq(passedOver.hallId, hallId), eq(passedOver.period, period), eq(passedOver.title, kind)),
    )
    .orderBy(asc(passedOver.id))
  return rows.map(({ staffId, windowId, reason }) => ({ id: String(staffId ?? windowId), reason }))
}

/** Those who serve in a hall on a day, with the window; as a proposal counts them. */
export async function assessedStaffOn(
  db: Reader,
  hallId: number,
  day: Day,
): Promise<
  (AssessedStaff & {
    staffId: number
    windowId: number
    publicId: string
    number: string
    name: string
  })[]
> {
  const rows = await db
    .select({ person: staff, windowId: postings.windowId })
    .from(postings)
    .innerJoin(staff, eq(staff.id, postings.staffId))
    .where(
      and(
        eq(postings.hallId, hallId),
        lte(postings.fromDay, day),
        or(isNull(postings.toDay), gte(postings.toDay, day)),
        or(isNull(staff.leftOn), gte(staff.leftOn, day)),
      ),
    )
    .orderBy(asc(staff.number), asc(postings.id))
  return rows.map(({ person, windowId }) => ({
    id: String(person.id),
    staffId: person.id,
    isAssessed: person.assessed,
    windowId,
    publicId: person.publicId,
    number: person.number,
    name: person.name,
  }))
}
