import { isDeepStrictEqual } from 'node:util'
import { monthlyReports } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ReportReasonForm } from '../../forms/report.ts'
import { hallById } from '../../reads/halls.ts'
import { latestReport } from '../../reads/issued-reports.ts'
import { reportRows } from '../../reads/report-rows.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import { lastDayOf, type Month } from '../../rules/day.ts'
import { monthlyReport } from '../../rules/monthly-report.ts'
import { reportStretch } from '../../rules/report-month.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'
import { tellReportWaits } from './tell-report-waits.ts'

/**
 * An officer has a month counted again for the same days, with the reason: the earlier version
 * stays, the new one waits for somebody else's confirmation. Refused when nothing has changed,
 * unless the service indicators are to be entered again.
 */
export const correctReport = (
  world: World,
  officer: Officer,
  month: Month,
  form: ReportReasonForm,
): Promise<{ version: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'correct')
    const { hallId } = officer
    const before = await latestReport(tx, hallId, month)
    if (!before) throw new Refused('no-such-report')
    if (before.version !== form.version) throw new Refused('report-changed')
    const policy = policyOf(await hallById(tx, hallId), lastDayOf(month))
    const stretch = reportStretch(month, policy, world.calendar)
    const rows = await reportRows(tx, hallId, month, stretch)
    const figures = monthlyReport(rows, stretch, policy.clocks, world.calendar)
    const isSame = isDeepStrictEqual(figures, before.figures)
    if (isSame && (policy.indicators === null || before.confirmedBy === null))
      throw new Refused('report-unchanged')
    const version = before.version + 1
    await tx.insert(monthlyReports).values({
      hallId,
      month,
      version,
      figures,
      issuedOn: today(world),
      issuedAt: world.now(),
      correctedBy: officer.id,
      reason: form.reason,
    })
    await record(tx, world, {
      hallId,
      kind: 'monthly-report-corrected',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: { version },
    })
    await tellReportWaits(tx, world, { hallId, month, version })
    return { version }
  })
