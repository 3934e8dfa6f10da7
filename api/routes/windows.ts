import { Hono } from 'hono'
import { type Env, today } from '../context.ts'
import { guidesOfWindow } from '../reads/guides.ts'
import { hoursToday } from '../reads/opening.ts'
import { policyOf } from '../reads/policies.ts'
import { windowByCode } from '../reads/windows.ts'

/** What a window's QR leads to; a retired window says since when. Asking changes nothing. */
export const windows = new Hono<Env>().get('/:code', async (c) => {
  const { world } = c.var
  const { window, hall, department } = await windowByCode(world.store.read, c.req.param('code'))
  const policy = policyOf(hall, today(world))
  return c.json({
    code: window.code,
    number: window.number,
    business: window.business,
    floor: window.floor,
    paused: window.paused,
    retiredOn: window.retiredOn,
    today: window.retiredOn ? null : await hoursToday(world, hall, window.id),
    department: department.name,
    hall: { key: hall.key, name: hall.name, phone: hall.phone },
    levels: policy.rating.levels,
    guides: await guidesOfWindow(world, window.id),
  })
})
