import { Hono } from 'hono'
import { closeDays, takeBackClosing } from '../acts/hall/close-days.ts'
import { setWindowHours } from '../acts/hall/set-window-hours.ts'
import type { OfficerEnv } from '../context.ts'
import { ClosingDaysForm, WindowHoursForm } from '../forms/calendar.ts'
import { openingOf } from '../reads/opening.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

const numberIn = (path: string): number => (/^\d{1,9}$/.test(path) ? Number(path) : 0)

/** When the hall and its windows serve people, apart from the legal calendar. */
export const opening = new Hono<OfficerEnv>()
  .use(rolesOnly('systemAdministrator', 'officeHead'))
  .get('/', async (c) => c.json(await openingOf(c.var.world, c.var.officer)))
  .post('/closings', valid(ClosingDaysForm), async (c) =>
    c.json(await closeDays(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .delete('/closings/:id', async (c) => {
    await takeBackClosing(c.var.world, c.var.officer, numberIn(c.req.param('id')))
    return c.json({})
  })
  .post('/windows/:code/hours', valid(WindowHoursForm), async (c) => {
    await setWindowHours(c.var.world, c.var.officer, c.req.param('code'), c.req.valid('json'))
    return c.json({}, 201)
  })
