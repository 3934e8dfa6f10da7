import { Hono } from 'hono'
import { confirmReport } from '../acts/report/confirm-report.ts'
import { correctReport } from '../acts/report/correct-report.ts'
import { confirmServiceCounts, enterServiceCounts } from '../acts/report/enter-service-counts.ts'
import { type Officer, type OfficerEnv, today } from '../context.ts'
import { ReportNoteForm, ReportReasonForm, ServiceCountsForm } from '../forms/report.ts'
import { hallById } from '../reads/halls.ts'
import { latestReport } from '../reads/issued-reports.ts'
import { reportList, reportPage } from '../reads/monthly-reports.ts'
import { countsOfMonth } from '../reads/service-counts.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { type ActOn, can } from '../rules/can.ts'
import { csvOf } from '../rules/csv.ts'
import { addMonths, isMonth, lastDayOf, type Month, monthOf } from '../rules/day.ts'
import { indicatorResults } from '../rules/service-indicators.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'
import { reportFile } from '../words/report-file.ts'
import { ofMonth } from './of-month.ts'
import { may, MONTH } from './score-rights.ts'

const mayReport = (
  officer: Officer,
  act: ActOn<'monthlyReport'>,
  correctedById: number | null = null,
) => can({ ...officer, relation: null }, act, { kind: 'monthlyReport', correctedById })

const monthIn = (text: string): Month => {
  if (!isMonth(text)) throw new Refused('no-such-report')
  return text
}

/** A month's statistics at the desk: made by the night, read, analysed and confirmed here. */
export const monthlyReports = new Hono<OfficerEnv>()
  .use(rolesOnly('complaintDesk', 'handler', 'officeHead', 'secondPerson', 'assessmentGroup'))
  .get('/', async (c) => c.json(await reportList(c.var.world, c.var.officer.hallId)))
  .get('/counts', ofMonth, async (c) => {
    const { officer, world } = c.var
    const { read } = world.store
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? addMonths(now, -1)
    const { indicators } = policyOf(await hallById(read, officer.hallId), lastDayOf(month))
    if (!indicators) throw new Refused('no-indicators-here')
    const counts = await countsOfMonth(read, officer.hallId, month)
    const report = await latestReport(read, officer.hallId, month)
    return c.json({
      month,
      now,
      required: indicators,
      counts,
      results: counts && indicatorResults(indicators, counts),
      fixed: report?.confirmedBy != null,
      isOwn: counts?.enteredBy === officer.id,
      may: {
        enter: may(officer, 'enterFigures', MONTH),
        confirm: may(officer, 'confirmFigures', MONTH),
      },
    })
  })
  .post('/counts', valid(ServiceCountsForm), async (c) =>
    c.json(await enterServiceCounts(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/counts/confirmation', valid(ServiceCountsForm), async (c) => {
    await confirmServiceCounts(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .get('/:month', async (c) => {
    const { officer, world } = c.var
    const page = await reportPage(world, officer.hallId, monthIn(c.req.param('month')))
    const { correctedById, ...shown } = page
    return c.json({
      ...shown,
      isOwnCorrection: correctedById === officer.id,
      may: {
        confirm: mayReport(officer, 'confirm', correctedById),
        correct: mayReport(officer, 'correct'),
      },
    })
  })
  .get('/:month/file', async (c) => {
    const { officer, world } = c.var
    const page = await reportPage(world, officer.hallId, monthIn(c.req.param('month')))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${page.hall.key}-${page.month}.csv"`)
    return c.body(csvOf(reportFile(page)))
  })
  .post('/:month/confirmation', valid(ReportNoteForm), async (c) => {
    const { officer, world } = c.var
    const month = monthIn(c.req.param('month'))
    return c.json(await confirmReport(world, officer, month, c.req.valid('json')), 201)
  })
  .post('/:month/correction', valid(ReportReasonForm), async (c) => {
    const { officer, world } = c.var
    const month = monthIn(c.req.param('month'))
    return c.json(await correctReport(world, officer, month, c.req.valid('json')), 201)
  })
