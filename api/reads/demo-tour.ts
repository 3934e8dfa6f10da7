import { and, asc, eq, isNull } from 'drizzle-orm'
import { halls, officerRoles, officers, windows } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { Refused } from '../refused.ts'
import { ROLES } from '../rules/roles.ts'

/** What the tour of the demonstration shows: each hall's windows, and one officer of each kind. */
export async function demoTour(world: World) {
  if (!world.settings.demo) throw new Refused('not-found')
  const { read } = world.store
  const all = await read.select().from(halls).orderBy(asc(halls.id))
  return Promise.all(
    all.map(async (hall) => {
      const codes = await read
        .select({ code: windows.code, number: windows.number, business: windows.business })
        .from(windows)
        .where(and(eq(windows.hallId, hall.id), isNull(windows.retiredOn)))
        .orderBy(asc(windows.id))
      const people = await read
        .select({ login: officers.login, name: officers.name, role: officerRoles.role })
        .from(officerRoles)
        .innerJoin(officers, eq(officers.id, officerRoles.officerId))
        .where(and(eq(officerRoles.hallId, hall.id), isNull(officers.disabledOn)))
        .orderBy(asc(officers.id))
      const kinds = ROLES.flatMap((role) => {
        const first = people.find((person) => person.role === role)
        return first ? [first] : []
      })
      return { key: hall.key, name: hall.name, windows: codes, people: kinds }
    }),
  )
}
