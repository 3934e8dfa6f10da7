import { monthlyReports } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { hallById } from '../../reads/halls.ts'
import { latestReport } from '../../reads/issued-reports.ts'
import { reportRows } from '../../reads/report-rows.ts'
import { policyOf } from '../../reads/policies.ts'
import { dayOf, lastDayOf, type Month } from '../../rules/day.ts'
import { monthlyReport } from '../../rules/monthly-report.ts'
import { isReportDue, reportStretch } from '../../rules/report-month.ts'
import { record } from '../record.ts'
import { tellReportWaits } from './tell-report-waits.ts'

/**
 * Issue a hall's statistics of a month (统计月报) on its day, once: what was issued is never issued
 * again. The office is told that they wait for its confirmation. Says whether it was issued now.
 */
export const issueReport = (world: World, hallId: number, month: Month): Promise<boolean> =>
  world.store.write(async (tx) => {
    const { calendar } = world
    const hall = await hallById(tx, hallId)
    const policy = policyOf(hall, lastDayOf(month))
    const stretch = reportStretch(month, policy, calendar)
    if (dayOf(hall.createdAt) > stretch.until) return false
    if (!isReportDue(month, policy, calendar, world.now())) return false
    if (await latestReport(tx, hallId, month)) return false
    const rows = await reportRows(tx, hallId, month, stretch)
    await tx.insert(monthlyReports).values({
      hallId,
      month,
      version: 1,
      figures: monthlyReport(rows, stretch, policy.clocks, calendar),
      issuedOn: today(world),
      issuedAt: world.now(),
    })
    await record(tx, world, {
      hallId,
      kind: 'monthly-report-issued',
      object: `month:${month}`,
      officerId: null,
      particulars: { version: 1 },
    })
    await tellReportWaits(tx, world, { hallId, month, version: 1 })
    return true
  })
