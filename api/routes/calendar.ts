import { Hono } from 'hono'
import { enterYear } from '../acts/calendar/enter-year.ts'
import type { OfficerEnv } from '../context.ts'
import { CalendarYearForm } from '../forms/calendar.ts'
import { calendarEffect } from '../reads/calendar-effect.ts'
import { calendarPages } from '../reads/calendar-pages.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** The working calendar of the whole installation: its years, a look at a new one, entering it. */
export const calendar = new Hono<OfficerEnv>()
  .use(rolesOnly('systemAdministrator'))
  .get('/', async (c) => c.json(await calendarPages(c.var.world)))
  .post('/preview', valid(CalendarYearForm), async (c) =>
    c.json(await calendarEffect(c.var.world, c.req.valid('json'))),
  )
  .post('/years', valid(CalendarYearForm), async (c) =>
    c.json(await enterYear(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
