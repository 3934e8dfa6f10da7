import { and, eq, isNull } from 'drizzle-orm'
import { unsealings } from '../../../db/schema/index.ts'
import { type IdentityInBox, openIdentity } from '../../../db/sealing/identity.ts'
import type { Transaction } from '../../../db/store.ts'
import type { Officer, World } from '../../context.ts'
import type { OpeningForm } from '../../forms/custodian.ts'
import { custodianKeysOf } from '../../reads/custodian.ts'
import { unsealingFor } from '../../reads/unsealings.ts'
import { Refused } from '../../refused.ts'
import { knock, opened } from '../knock.ts'
import { record } from '../record.ts'

type Wish = Awaited<ReturnType<typeof unsealingFor>>

/** The answer stands: once, and by another person than the one who asked. */
async function answered(
  tx: Transaction,
  world: World,
  by: Officer,
  { unsealing, caseId }: Wish,
  yes: boolean,
): Promise<void> {
  const [settled] = await tx
    .update(unsealings)
    .set({ decidedBy: by.id, decidedAt: world.now(), opened: yes })
    .where(and(eq(unsealings.id, unsealing.id), isNull(unsealings.decidedBy)))
    .returning({ id: unsealings.id })
  if (!settled) throw new Refused('unsealing-answered-already')
  await record(tx, world, {
    hallId: by.hallId,
    kind: yes ? 'unsealing-opened' : 'unsealing-refused',
    object: `case:${caseId}`,
    officerId: by.id,
    particulars: { unsealing: unsealing.id, asker: unsealing.askedBy },
  })
}

async function wishBefore(world: World, by: Officer, publicId: string): Promise<Wish> {
  const wish = await unsealingFor(world.store.read, by, publicId)
  if (wish.unsealing.decidedBy !== null) throw new Refused('unsealing-answered-already')
  if (wish.unsealing.askedBy === by.id) throw new Refused('same-person')
  return wish
}

/** The custodian says no; the identity stays sealed. */
export async function refuseUnsealing(world: World, by: Officer, publicId: string) {
  const wish = await wishBefore(world, by, publicId)
  await world.store.write((tx) => answered(tx, world, by, wish, false))
}

/**
 * What the passphrase finds in a box. Boxes sealed under an earlier key open with the passphrase
 * of that time: `older-passphrase` says that this one is right, but for other boxes.
 */
async function contentOf(world: World, wish: Wish, passphrase: string): Promise<IdentityInBox> {
  let fitsAnother = false
  for (const { wrappedKey } of await custodianKeysOf(world.store.read, wish.hallId)) {
    try {
      const found = await openIdentity(wrappedKey, passphrase, wish.owner, wish.box)
      if (found) return found
    } catch {
      fitsAnother = true
    }
  }
  throw new Refused(fitsAnother ? 'older-passphrase' : 'wrong-passphrase')
}

/**
 * The custodian says yes, and with the passphrase reads the name and contact this once. A wrong
 * passphrase counts: after five, the box stays shut for 15 minutes.
 */
export async function openUnsealing(
  world: World,
  by: Officer,
  publicId: string,
  { passphrase }: OpeningForm,
): Promise<IdentityInBox> {
  const wish = await wishBefore(world, by, publicId)
  const knocked = await knock(world, 'passphrase', `${by.hallId}`)
  const identity = await contentOf(world, wish, passphrase)
  await world.store.write(async (tx) => {
    await opened(tx, knocked)
    await answered(tx, world, by, wish, true)
  })
  return identity
}
