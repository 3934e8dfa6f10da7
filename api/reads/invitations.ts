import { and, eq, gt, isNull } from 'drizzle-orm'
import { halls, invitations, officerRoles, officers } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { Refused } from '../refused.ts'
import { invitationDigest } from './invitation-digest.ts'

/** Whom a one-time link invites, and into which hall; refused when it was used or is a day old. */
export async function invitedBy(world: World, token: string) {
  const [found] = await world.store.read
    .select({ officer: officers, hall: halls })
    .from(invitations)
    .innerJoin(officers, and(eq(officers.id, invitations.officerId), isNull(officers.disabledOn)))
    .innerJoin(officerRoles, eq(officerRoles.officerId, officers.id))
    .innerJoin(halls, eq(halls.id, officerRoles.hallId))
    .where(
      and(
        eq(invitations.digest, invitationDigest(token)),
        isNull(invitations.usedAt),
        gt(invitations.endsAt, world.now()),
      ),
    )
    .orderBy(halls.id)
    .limit(1)
  if (!found) throw new Refused('link-used-up')
  return found
}
