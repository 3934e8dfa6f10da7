import { Hono } from 'hono'
import { type OfficerEnv, today } from '../context.ts'
import { windowsWithDepartments } from '../reads/hall-doors.ts'
import { hallById } from '../reads/halls.ts'
import { policyOf } from '../reads/policies.ts'
import { officersOnly } from '../session.ts'

/** What the printed QR sheets need: the windows of the officer's hall that are in use. */
export const posters = new Hono<OfficerEnv>().use(officersOnly).get('/', async (c) => {
  const { world, officer } = c.var
  const hall = await hallById(world.store.read, officer.hallId)
  const windows = await windowsWithDepartments(world, hall.id)
  return c.json({
    hall: { key: hall.key, name: hall.name, phone: hall.phone },
    channels: policyOf(hall, today(world)).channels,
    day: today(world),
    windows: windows
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ code, number, business, floor, department }) => ({
        code,
        number,
        business,
        floor,
        department,
      })),
  })
})
