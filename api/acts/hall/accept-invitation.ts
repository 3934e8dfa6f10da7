import { and, eq, gt, isNull } from 'drizzle-orm'
import { invitations, officers } from '../../../db/schema/index.ts'
import { hashPassword } from '../../../db/sealing/slow-hash.ts'
import type { World } from '../../context.ts'
import type { AcceptForm } from '../../forms/session.ts'
import { invitedBy } from '../../reads/invitations.ts'
import { invitationDigest } from '../../reads/invitation-digest.ts'
import { Refused } from '../../refused.ts'
import { openSession } from '../open-session.ts'
import { record } from '../record.ts'
import { endSessions } from '../end-sessions.ts'
import { demandGoodPassword } from '../good-password.ts'

/**
 * An officer follows the one-time link, sets a password and is signed in; sessions under an
 * earlier password end. A link that was used or is a day old is refused as `link-used-up`.
 */
export async function acceptInvitation(world: World, form: AcceptForm) {
  const { officer, hall } = await invitedBy(world, form.invitation)
  demandGoodPassword(form, [hall.name, hall.key, officer.login, officer.name])
  const passwordHash = await hashPassword(form.password)
  return world.store.write(async (tx) => {
    const [used] = await tx
      .update(invitations)
      .set({ usedAt: world.now() })
      .where(
        and(
          eq(invitations.digest, invitationDigest(form.invitation)),
          isNull(invitations.usedAt),
          gt(invitations.endsAt, world.now()),
        ),
      )
      .returning()
    if (!used) throw new Refused('link-used-up')
    await tx.update(officers).set({ passwordHash }).where(eq(officers.id, officer.id))
    await endSessions(tx, world, officer.id)
    await record(tx, world, {
      hallId: hall.id,
      kind: 'password-set',
      object: `officer:${officer.id}`,
      officerId: officer.id,
    })
    return openSession(tx, world, officer.id)
  })
}
