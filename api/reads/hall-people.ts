import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import {
  departments,
  invitations,
  officerRoles,
  officers,
  postings,
  staff,
  windows,
} from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import type { Role } from '../rules/roles.ts'

/** The officers of a hall with their roles, and whether each can sign in. */
export async function officersOf(world: World, hallId: number) {
  const { read } = world.store
  const rows = await read
    .select({
      officer: officers,
      role: officerRoles.role,
      staff: staff.publicId,
      person: staff.name,
    })
    .from(officerRoles)
    .innerJoin(officers, eq(officers.id, officerRoles.officerId))
    .leftJoin(staff, eq(staff.id, officers.staffId))
    .where(eq(officerRoles.hallId, hallId))
    .orderBy(asc(officers.id))
  const waiting = await read
    .select({ officerId: invitations.officerId, endsAt: invitations.endsAt })
    .from(invitations)
    .where(and(isNull(invitations.usedAt), gt(invitations.endsAt, world.now())))
  const linkEnds = new Map(waiting.map(({ officerId, endsAt }) => [officerId, endsAt.getTime()]))
  const rolesOf = Map.groupBy(rows, ({ officer }) => officer.id)
  return [...rolesOf.values()].map((held) => {
    const { officer, staff: staffId, person } = held[0]!
    return {
      id: officer.publicId,
      login: officer.login,
      name: officer.name,
      email: officer.email,
      unit: officer.unit,
      staff: staffId === null ? null : { id: staffId, name: person },
      roles: held.map(({ role }): Role => role),
      hasPassword: officer.passwordHash !== null,
      linkEndsAt: linkEnds.get(officer.id) ?? null,
      endedOn: officer.disabledOn,
    }
  })
}

/** Everybody who serves or served in a hall, by number. */
export const staffOf = (world: World, hallId: number) =>
  world.store.read
    .select({
      id: staff.publicId,
      number: staff.number,
      name: staff.name,
      department: departments.name,
      assessed: staff.assessed,
      leftOn: staff.leftOn,
    })
    .from(staff)
    .innerJoin(departments, eq(departments.id, staff.departmentId))
    .where(eq(staff.hallId, hallId))
    .orderBy(asc(staff.number))

/** Who is or was posted where in a hall. */
export const postingsOf = (world: World, hallId: number) =>
  world.store.read
    .select({
      id: postings.id,
      staff: { number: staff.number, name: staff.name },
      window: { code: windows.code, number: windows.number, business: windows.business },
      head: postings.head,
      fromDay: postings.fromDay,
      toDay: postings.toDay,
    })
    .from(postings)
    .innerJoin(staff, eq(staff.id, postings.staffId))
    .innerJoin(windows, eq(windows.id, postings.windowId))
    .where(eq(postings.hallId, hallId))
    .orderBy(asc(windows.id), asc(postings.fromDay))

/** Every window a hall has or had. */
export const everyWindowOf = (world: World, hallId: number) =>
  world.store.read
    .select({
      code: windows.code,
      number: windows.number,
      business: windows.business,
      floor: windows.floor,
      department: departments.name,
      openedOn: windows.openedOn,
      retiredOn: windows.retiredOn,
      paused: windows.paused,
    })
    .from(windows)
    .innerJoin(departments, eq(departments.id, windows.departmentId))
    .where(eq(windows.hallId, hallId))
    .orderBy(asc(windows.id))
