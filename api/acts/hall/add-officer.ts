import { and, eq } from 'drizzle-orm'
import { officerRoles, officers, staff } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import { Invalid } from '../../refused.ts'
import { areCompatible, type Role } from '../../rules/roles.ts'
import { record } from '../record.ts'
import { invite } from './invite.ts'

const ID_BYTES = 16

type NewOfficer = {
  hallId: number
  login: string
  name: string
  email: string | null
  /** The superior unit the officer belongs to, if not to the hall. */
  unit?: string | null
  staffId: number | null
  roles: readonly Role[]
}

/**
 * Refuses roles that one officer may not hold together, an account that has none, and somebody of
 * the superior unit who is anything but the hall's second person.
 */
export function settledRoles(roles: readonly Role[], unit: string | null = null): Role[] {
  if (roles.length === 0) throw new Invalid({ roles: ['needed'] })
  if (!areCompatible(roles)) throw new Invalid({ roles: ['roles-apart'] })
  if (unit !== null && roles.some((role) => role !== 'secondPerson')) {
    throw new Invalid({ roles: ['second-person-only'] })
  }
  return [...new Set(roles)]
}

/** The same as `addOfficer`, in the transaction of an act that does more. Makes no link. */
export async function officerAdded(
  tx: Transaction,
  world: World,
  by: number | null,
  officer: NewOfficer & { passwordHash?: string },
) {
  const { hallId, roles, ...account } = officer
  const settled = settledRoles(roles, account.unit)
  const [taken] = await tx
    .select({ id: officers.id })
    .from(officers)
    .where(eq(officers.login, account.login))
  if (taken) throw new Invalid({ login: ['login-taken'] })
  if (account.staffId !== null) {
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.id, account.staffId), eq(staff.hallId, hallId)))
    if (!person) throw new Invalid({ staff: ['staff-not-here'] })
  }
  const [added] = await tx
    .insert(officers)
    .values({ ...account, publicId: world.random.id(ID_BYTES), createdAt: world.now() })
    .returning()
  await tx
    .insert(officerRoles)
    .values(settled.map((role) => ({ hallId, officerId: added!.id, role })))
  await record(tx, world, {
    hallId,
    kind: 'officer-added',
    object: `officer:${added!.id}`,
    officerId: by,
    particulars: { roles: settled.join(' ') },
  })
  return added!
}

/**
 * An officer is given an account and a one-time link that lives a day; nobody but the officer
 * ever knows the password. A role that excludes others is given alone.
 */
export const addOfficer = (world: World, by: number | null, officer: NewOfficer) =>
  world.store.write(async (tx) => {
    const added = await officerAdded(tx, world, by, officer)
    return { officer: added, token: await invite(tx, world, added.id) }
  })
