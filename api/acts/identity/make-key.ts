import { and, eq, isNull } from 'drizzle-orm'
import { custodianKeys } from '../../../db/schema/index.ts'
import { makeCustodianKey } from '../../../db/sealing/identity.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { CustodianKeyForm } from '../../forms/custodian.ts'
import { hallById } from '../../reads/halls.ts'
import { demandGoodPassphrase } from '../good-password.ts'
import { record } from '../record.ts'

/**
 * The custodian sets a passphrase, and from then on names given in confidence are sealed under
 * it. The key before it seals nothing more and still opens, with its own passphrase, what it sealed.
 */
export async function makeKey(world: World, by: Officer, form: CustodianKeyForm) {
  const hall = await hallById(world.store.read, by.hallId)
  demandGoodPassphrase(form, [hall.name, hall.key, by.name])
  const pair = await makeCustodianKey(form.passphrase)
  await world.store.write(async (tx) => {
    const madeOn = today(world)
    await tx
      .update(custodianKeys)
      .set({ retiredOn: madeOn })
      .where(and(eq(custodianKeys.hallId, by.hallId), isNull(custodianKeys.retiredOn)))
    const [made] = await tx
      .insert(custodianKeys)
      .values({ hallId: by.hallId, ...pair, madeBy: by.id, madeOn })
      .returning({ id: custodianKeys.id })
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'custodian-key-made',
      object: `custodian-key:${made!.id}`,
      officerId: by.id,
    })
  })
}
