import { Hono } from 'hono'
import type { Env } from '../context.ts'
import { publishedMonth, publishedMonths } from '../reads/published-outcomes.ts'
import { Refused } from '../refused.ts'
import { isMonth } from '../rules/day.ts'

type Hall = { key: string; name: string; phone: string }
const doorOf = ({ key, name, phone }: Hall): Hall => ({ key, name, phone })

/** Outcomes as the public reads them: by hall and month, with nothing personal in them. */
export const published = new Hono<Env>()
  .get('/:hall', async (c) => {
    const { hall, publish, batches, next } = await publishedMonths(c.var.world, c.req.param('hall'))
    return c.json({ hall: doorOf(hall), least: publish.leastComplaints, batches, next })
  })
  .get('/:hall/:month', async (c) => {
    const { hall: key, month } = c.req.param()
    if (!isMonth(month)) throw new Refused('no-such-batch')
    const { hall, publish, ...rest } = await publishedMonth(c.var.world, key, month)
    const { leastComplaints, minStaff, minComplaints, overMonths } = publish
    return c.json({
      hall: doorOf(hall),
      least: leastComplaints,
      naming: { minStaff, minComplaints, overMonths },
      ...rest,
    })
  })
