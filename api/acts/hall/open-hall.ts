import { eq } from 'drizzle-orm'
import { clauses, halls } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { clauses as catalogue } from '../../policies/clauses/index.ts'
import type { PolicyKey } from '../../policies/index.ts'
import { Invalid } from '../../refused.ts'
import { record } from '../record.ts'

type NewHall = {
  key: string
  name: string
  address: string
  phone: string
  policy: PolicyKey
}

/** The same as `openHall`, in the transaction of an act that does more. Refuses a key in use. */
export async function hallOpened(
  tx: Transaction,
  world: World,
  by: number | null,
  { key, name, address, phone, policy }: NewHall,
) {
  const [taken] = await tx.select({ id: halls.id }).from(halls).where(eq(halls.key, key))
  if (taken) throw new Invalid({ key: ['key-taken'] })
  const [opened] = await tx
    .insert(halls)
    .values({ key, name, address, phone, policy, createdAt: world.now() })
    .returning()
  const citable = (catalogue[policy] ?? []).map((clause) => ({
    hallId: opened!.id,
    key: clause.key,
    version: clause.version,
    effectiveFrom: clause.effectiveFrom,
    system: clause.system,
    label: clause.label,
    plain: clause.plain,
    category: clause.category,
    pointsItem: clause.pointsItem,
    common: clause.common,
    sortOrder: clause.sortOrder,
    active: true,
  }))
  await tx.insert(clauses).values(citable)
  await record(tx, world, {
    hallId: opened!.id,
    kind: 'hall-opened',
    object: `hall:${opened!.id}`,
    officerId: by,
    particulars: { policy, clauses: citable.length, on: today(world) },
  })
  return opened!
}

/** A hall opens under a policy, and its clauses become citable in their present version. */
export const openHall = (world: World, by: number | null, hall: NewHall) =>
  world.store.write((tx) => hallOpened(tx, world, by, hall))
