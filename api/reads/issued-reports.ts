import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { monthlyReports } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Month } from '../rules/day.ts'

/** The newest version of a month's report, or undefined before the first. */
export async function latestReport(db: Reader, hallId: number, month: Month) {
  const [latest] = await versionsOf(db, hallId, month)
  return latest
}

/** Every version of a month's report, the newest first. */
export const versionsOf = (db: Reader, hallId: number, month: Month) =>
  db
    .select()
    .from(monthlyReports)
    .where(and(eq(monthlyReports.hallId, hallId), eq(monthlyReports.month, month)))
    .orderBy(desc(monthlyReports.version))

/** The newest version of every month of a hall that was issued, the newest month first. */
export async function latestReports(db: Reader, hallId: number) {
  const all = await db
    .select()
    .from(monthlyReports)
    .where(eq(monthlyReports.hallId, hallId))
    .orderBy(desc(monthlyReports.month), desc(monthlyReports.version))
  return all.filter(({ month }, at) => month !== all[at - 1]?.month)
}

/** The newest confirmed version of every month of a hall, the oldest month first. */
export async function confirmedReports(db: Reader, hallId: number) {
  const all = await db
    .select()
    .from(monthlyReports)
    .where(and(eq(monthlyReports.hallId, hallId), isNotNull(monthlyReports.confirmedOn)))
    .orderBy(asc(monthlyReports.month), asc(monthlyReports.version))
  return all.filter(({ month }, at) => month !== all[at + 1]?.month)
}
