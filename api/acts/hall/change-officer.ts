import { and, eq } from 'drizzle-orm'
import { officerRoles, officers } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import type { OfficerChangeForm } from '../../forms/administration.ts'
import { endSessions } from '../end-sessions.ts'
import { record } from '../record.ts'
import { settledRoles } from './add-officer.ts'
import { othersAccount } from './own-officer.ts'
import { ownStaff } from './own-staff.ts'

/**
 * An officer's name, address, unit, link to a person at a window, or roles change. New roles or a new
 * link end every session, so that nothing is done under rights that were taken away.
 */
export const changeOfficer = (
  world: World,
  by: Officer,
  publicId: string,
  { name, email, unit, staff, roles }: OfficerChangeForm,
) =>
  world.store.write(async (tx) => {
    const officer = await othersAccount(tx, by.hallId, publicId, by.id)
    const settled = settledRoles(roles, unit)
    const staffId = staff === '' ? null : (await ownStaff(tx, by.hallId, staff)).id
    const held = and(eq(officerRoles.officerId, officer.id), eq(officerRoles.hallId, by.hallId))
    const before = await tx.select({ role: officerRoles.role }).from(officerRoles).where(held)
    const sameRoles =
      before.length === settled.length && before.every(({ role }) => settled.includes(role))

    await tx.update(officers).set({ name, email, unit, staffId }).where(eq(officers.id, officer.id))
    if (!sameRoles) {
      await tx.delete(officerRoles).where(held)
      await tx
        .insert(officerRoles)
        .values(settled.map((role) => ({ hallId: by.hallId, officerId: officer.id, role })))
    }
    if (!sameRoles || staffId !== officer.staffId) await endSessions(tx, world, officer.id)
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'officer-changed',
      object: `officer:${officer.id}`,
      officerId: by.id,
      particulars: { roles: settled.join(' '), staff: staffId },
    })
  })
