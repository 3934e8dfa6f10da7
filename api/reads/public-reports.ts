import type { World } from '../context.ts'
import { Refused } from '../refused.ts'
import { lastDayOf, type Month } from '../rules/day.ts'
import { publicReport } from '../rules/public-report.ts'
import { hallByKey } from './halls.ts'
import { confirmedReports } from './issued-reports.ts'
import { policyOf } from './policies.ts'

/** The months of a hall whose reports everybody may read, the newest first. */
export async function publicReportMonths(world: World, hallKey: string) {
  const db = world.store.read
  const hall = await hallByKey(db, hallKey)
  const months = (await confirmedReports(db, hall.id)).map(({ month }) => month)
  return { hall, months: months.toReversed() }
}

/** A month's report without its small counts, in its newest confirmed version. */
export async function publishedReport(world: World, hallKey: string, month: Month) {
  const db = world.store.read
  const hall = await hallByKey(db, hallKey)
  const { leastComplaints } = policyOf(hall, lastDayOf(month)).publish
  const found = (await confirmedReports(db, hall.id)).find((report) => report.month === month)
  if (!found) throw new Refused('no-such-report')
  const { figures, version, confirmedOn, indicators } = found
  return {
    hall,
    month,
    version,
    confirmedOn,
    least: leastComplaints,
    from: figures.from,
    until: figures.until,
    report: publicReport(figures, leastComplaints),
    indicators,
  }
}
