import { and, eq } from 'drizzle-orm'
import { officerRoles, officers } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { Refused } from '../../refused.ts'

/** An officer of this hall, by public id. */
export async function ownOfficer(tx: Transaction, hallId: number, publicId: string) {
  const [found] = await tx
    .select({ officer: officers })
    .from(officers)
    .innerJoin(
      officerRoles,
      and(eq(officerRoles.officerId, officers.id), eq(officerRoles.hallId, hallId)),
    )
    .where(eq(officers.publicId, publicId))
    .limit(1)
  if (!found) throw new Refused('no-such-officer')
  return found.officer
}

/** The same, for what nobody does to their own account or to one that has ended. */
export async function othersAccount(
  tx: Transaction,
  hallId: number,
  publicId: string,
  byId: number,
) {
  const officer = await ownOfficer(tx, hallId, publicId)
  if (officer.id === byId) throw new Refused('own-account')
  if (officer.disabledOn) throw new Refused('access-ended')
  return officer
}
