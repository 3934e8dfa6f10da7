import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { type OfficerEnv, today } from '../context.ts'
import { hallById } from '../reads/halls.ts'
import { yearTable } from '../reads/score-year-table.ts'
import { Refused } from '../refused.ts'
import { officersOnly } from '../session.ts'
import { ENTRY, may } from './score-rights.ts'

const ofYear = validator('query', ({ year }): { year?: string } => {
  const asked = Array.isArray(year) ? year[0] : year
  if (asked === undefined || asked === '') return {}
  if (!/^20\d{2}$/.test(asked)) throw new Refused('no-such-month')
  return { year: asked }
})

/** A hall's closed months of a year in one table, for the officers who may read points. */
export const scoreYears = new Hono<OfficerEnv>().use(officersOnly).get('/', ofYear, async (c) => {
  const { officer, world } = c.var
  if (!may(officer, 'read', ENTRY)) throw new Refused('not-yours')
  const [now = ''] = today(world).split('-')
  const year = c.req.valid('query').year ?? now
  const hall = await hallById(world.store.read, officer.hallId)
  return c.json({
    year,
    now,
    table: await yearTable(world.store.read, hall, year),
  })
})
