import { Hono } from 'hono'
import type { Env } from '../context.ts'
import { publicReportMonths, publishedReport } from '../reads/public-reports.ts'
import { Refused } from '../refused.ts'
import { isMonth } from '../rules/day.ts'

type Hall = { key: string; name: string; phone: string }
const doorOf = ({ key, name, phone }: Hall): Hall => ({ key, name, phone })

/** Monthly statistics as the public reads them, once the office has confirmed them. */
export const publishedReports = new Hono<Env>()
  .get('/:hall', async (c) => {
    const { hall, months } = await publicReportMonths(c.var.world, c.req.param('hall'))
    return c.json({ hall: doorOf(hall), months })
  })
  .get('/:hall/:month', async (c) => {
    const { hall: key, month } = c.req.param()
    if (!isMonth(month)) throw new Refused('no-such-report')
    const { hall, ...report } = await publishedReport(c.var.world, key, month)
    return c.json({ hall: doorOf(hall), ...report })
  })
