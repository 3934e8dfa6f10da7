import { and, asc, eq, isNull, lte, or, gte } from 'drizzle-orm'
import type { Officer, World } from '../../api/context.ts'
import type { Day } from '../../api/rules/day.ts'
import type { Role } from '../../api/rules/roles.ts'
import { halls, officerRoles, officers, postings, staff, windows } from '../schema/index.ts'

export type Cast = Awaited<ReturnType<typeof castOf>>

/** The people of a demonstration hall as its story needs them. */
export async function castOf(world: World, hallKey: string) {
  const { read } = world.store
  const [hall] = await read.select().from(halls).where(eq(halls.key, hallKey))
  const rows = await read
    .select({ officer: officers, role: officerRoles.role })
    .from(officerRoles)
    .innerJoin(officers, eq(officers.id, officerRoles.officerId))
    .where(eq(officerRoles.hallId, hall!.id))
    .orderBy(asc(officers.id))
  const rolesOf = (id: number) =>
    rows.filter(({ officer }) => officer.id === id).map(({ role }) => role)
  const actor = (officer: (typeof rows)[number]['officer']): Officer & { publicId: string } => ({
    id: officer.id,
    publicId: officer.publicId,
    name: officer.name,
    staffId: officer.staffId,
    hallId: hall!.id,
    roles: rolesOf(officer.id),
    sessionId: 0,
  })
  const withRole = (role: Role) =>
    rows.filter((row) => row.role === role).map(({ officer }) => actor(officer))
  const places = await read
    .select()
    .from(windows)
    .where(eq(windows.hallId, hall!.id))
    .orderBy(asc(windows.id))
  return {
    hall: hall!,
    desk: withRole('complaintDesk'),
    handlers: withRole('handler'),
    heads: withRole('officeHead'),
    seconds: withRole('secondPerson'),
    patrols: withRole('patrolOfficer'),
    assessors: withRole('assessmentGroup'),
    custodians: withRole('custodian'),
    windowHeads: withRole('windowHead'),
    everybody: [...new Map(rows.map(({ officer }) => [officer.id, actor(officer)])).values()],
    windows: places,
    people: await read
      .select()
      .from(staff)
      .where(eq(staff.hallId, hall!.id))
      .orderBy(asc(staff.id)),
    /** Who served at a window on a day. */
    servingAt: (windowId: number, day: Day) =>
      read
        .select({ person: staff })
        .from(postings)
        .innerJoin(staff, eq(staff.id, postings.staffId))
        .where(
          and(
            eq(postings.windowId, windowId),
            lte(postings.fromDay, day),
            or(isNull(postings.toDay), gte(postings.toDay, day)),
          ),
        )
        .orderBy(asc(postings.id)),
  }
}
