import { eq } from 'drizzle-orm'
import { monthlyReports } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ReportNoteForm } from '../../forms/report.ts'
import { confirmedIndicators } from '../../reads/service-counts.ts'
import { hallById } from '../../reads/halls.ts'
import { latestReport } from '../../reads/issued-reports.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import { lastDayOf, type Month } from '../../rules/day.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'

/**
 * The office confirms the newest version of a month's report with its analysis (分析说明); then
 * everybody can read it. Refused while the hall's service indicators of the month are not
 * confirmed, and to whoever corrected that version.
 */
export const confirmReport = (
  world: World,
  officer: Officer,
  month: Month,
  form: ReportNoteForm,
): Promise<{ version: number }> =>
  world.store.write(async (tx) => {
    const { hallId } = officer
    const report = await latestReport(tx, hallId, month)
    insist(officer, 'confirm', report?.correctedBy)
    if (!report) throw new Refused('no-such-report')
    const { version } = report
    if (version !== form.version) throw new Refused('report-changed')
    if (report.confirmedBy !== null) throw new Refused('report-confirmed')
    const policy = policyOf(await hallById(tx, hallId), lastDayOf(month))
    const indicators = await confirmedIndicators(tx, hallId, policy, month)
    if (policy.indicators && !indicators) throw new Refused('indicators-missing', { month })
    await tx
      .update(monthlyReports)
      .set({ confirmedBy: officer.id, confirmedOn: today(world), note: form.note, indicators })
      .where(eq(monthlyReports.id, report.id))
    await record(tx, world, {
      hallId,
      kind: 'monthly-report-confirmed',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: { version },
    })
    return { version }
  })
