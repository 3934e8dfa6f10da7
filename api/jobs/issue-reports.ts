import { issueReport } from '../acts/report/issue-report.ts'
import type { World } from '../context.ts'
import { hallById } from '../reads/halls.ts'
import { latestReports } from '../reads/issued-reports.ts'
import { addMonths, type Day, type Month, monthOf } from '../rules/day.ts'
import type { DueJob } from '../rules/due-jobs.ts'

/**
 * Issue every report of a hall that is due and was not issued, up to the month of a day; begins
 * with the month in which the hall was entered. Gives the months issued now.
 */
export async function issueReportsDue(world: World, hallId: number, day: Day): Promise<Month[]> {
  const { read } = world.store
  const { createdAt } = await hallById(read, hallId)
  const known = new Set((await latestReports(read, hallId)).map(({ month }) => month))
  const issued: Month[] = []
  for (let month = monthOf(createdAt); month <= monthOf(day); month = addMonths(month, 1)) {
    if (!known.has(month) && (await issueReport(world, hallId, month))) issued.push(month)
  }
  return issued
}

/** The reports of one hall, every night at the hall's time: on the month's day there is one more. */
export async function issueReports(world: World, { hallId, day }: DueJob): Promise<string> {
  const issued = hallId === null ? [] : await issueReportsDue(world, hallId, day)
  return `issued ${issued.length}`
}
