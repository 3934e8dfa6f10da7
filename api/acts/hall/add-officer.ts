import { createHash } from 'node:crypto'
import { invitations, officerRoles, officers } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { Invalid } from '../../refused.ts'
import { EXCLUSIVE_ROLES, type Role } from '../../rules/roles.ts'
import { record } from '../record.ts'

const ID_BYTES = 16
const TOKEN_BYTES = 32
const LINK_LIVES_MS = 24 * 60 * 60 * 1000

export type NewOfficer = {
  hallId: number
  login: string
  name: string
  email: string | null
  staffId: number | null
  roles: readonly Role[]
}

/** An invitation as it is stored. */
export const invitationDigest = (token: string) =>
  createHash('sha256').update(token).digest('base64url')

/**
 * An officer is given an account and a one-time link that lives a day; nobody but the officer
 * ever knows the password. A role that excludes others is given alone.
 */
export const addOfficer = (world: World, by: number | null, officer: NewOfficer) =>
  world.store.write(async (tx) => {
    const alone = officer.roles.some((role) => EXCLUSIVE_ROLES.includes(role))
    if (officer.roles.length === 0 || (alone && officer.roles.length > 1)) {
      throw new Invalid({ roles: ['unknown-choice'] })
    }
    const { hallId, roles, ...account } = officer
    const [added] = await tx
      .insert(officers)
      .values({ ...account, publicId: world.random.id(ID_BYTES), createdAt: world.now() })
      .returning()
    await tx
      .insert(officerRoles)
      .values(roles.map((role) => ({ hallId, officerId: added!.id, role })))
    const token = world.random.id(TOKEN_BYTES)
    await tx.insert(invitations).values({
      officerId: added!.id,
      digest: invitationDigest(token),
      endsAt: new Date(world.now().getTime() + LINK_LIVES_MS),
    })
    await record(tx, world, {
      hallId,
      kind: 'officer-added',
      object: `officer:${added!.id}`,
      officerId: by,
      particulars: { roles: roles.join(' ') },
    })
    return { officer: added!, token }
  })
