import { and, eq, isNull } from 'drizzle-orm'
import { invitations } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import { invitationDigest } from '../../reads/invitation-digest.ts'

const TOKEN_BYTES = 32
const LINK_LIVES_MS = 24 * 60 * 60 * 1000

/** An officer's next one-time link, which lives a day; an earlier one opens nothing any more. */
export async function invite(tx: Transaction, world: World, officerId: number): Promise<string> {
  await tx
    .update(invitations)
    .set({ usedAt: world.now() })
    .where(and(eq(invitations.officerId, officerId), isNull(invitations.usedAt)))
  const token = world.random.id(TOKEN_BYTES)
  await tx.insert(invitations).values({
    officerId,
    digest: invitationDigest(token),
    endsAt: new Date(world.now().getTime() + LINK_LIVES_MS),
  })
  return token
}
