import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { officerRoles, officers } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { OFFICE_ROLES, type Role } from '../rules/roles.ts'
import { unrecused } from './unrecused.ts'

/** Somebody of a hall who signs in, with every role held there. */
type OfficePerson = {
  id: number
  publicId: string
  name: string
  staffId: number | null
  roles: Role[]
}

/** The officers of a hall who can sign in and hold any of these roles, longest there first. */
export async function holdersOf(
  db: Reader,
  hallId: number,
  roles: readonly Role[],
): Promise<OfficePerson[]> {
  const rows = await db
    .select({ officer: officers, role: officerRoles.role })
    .from(officerRoles)
    .innerJoin(officers, and(eq(officers.id, officerRoles.officerId), isNull(officers.disabledOn)))
    .where(eq(officerRoles.hallId, hallId))
    .orderBy(asc(officers.id))
  const people = new Map<number, OfficePerson>()
  for (const { officer, role } of rows) {
    const { id, publicId, name, staffId } = officer
    const person = people.get(id) ?? { id, publicId, name, staffId, roles: [] }
    person.roles.push(role)
    people.set(id, person)
  }
  return [...people.values()].filter((person) => person.roles.some((role) => roles.includes(role)))
}

/** Who is told of the hall's own duties: the office, or its head where the office is empty. */
export async function officeOf(db: Reader, hallId: number): Promise<OfficePerson[]> {
  const desk = await holdersOf(db, hallId, ['complaintDesk'])
  return desk.length > 0 ? desk : holdersOf(db, hallId, ['officeHead'])
}

/** Those who hold a role in a hall, can sign in, and are not kept away from a case. */
export const holdersFor = async (db: Reader, hallId: number, role: Role, caseId: number) =>
  unrecused(db, caseId, await holdersOf(db, hallId, [role]))

/** An officer who can sign in, or null. */
export async function enabledOfficer(db: Reader, id: number) {
  const [officer] = await db
    .select({ id: officers.id, staffId: officers.staffId })
    .from(officers)
    .where(and(eq(officers.id, id), isNull(officers.disabledOn)))
  return officer ?? null
}

/** To whom a case can be given: the office's people who are not kept away from it. */
export const possibleHandlers = async (db: Reader, hallId: number, caseId: number) =>
  unrecused(db, caseId, await holdersOf(db, hallId, OFFICE_ROLES))

/** Who may approve a decision: heads and second persons, kept away from nothing, not its proposer. */
export const possibleApprovers = async (
  db: Reader,
  hallId: number,
  caseId: number,
  proposerId: number,
) =>
  (await unrecused(db, caseId, await holdersOf(db, hallId, ['officeHead', 'secondPerson']))).filter(
    ({ id }) => id !== proposerId,
  )

/** The officers who sign in for members of staff. */
export const accountsOf = (db: Reader, staffIds: readonly number[]) =>
  db
    .select({ id: officers.id, staffId: officers.staffId })
    .from(officers)
    .where(and(inArray(officers.staffId, [...staffIds]), isNull(officers.disabledOn)))
