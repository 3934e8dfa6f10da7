import { clauses, halls } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { clauses as catalogue } from '../../policies/clauses/index.ts'
import type { PolicyKey } from '../../policies/index.ts'
import { record } from '../record.ts'

export type NewHall = {
  key: string
  name: string
  address: string
  phone: string
  policy: PolicyKey
}

/** A hall opens under a policy, and its clauses become citable in their present version. */
export const openHall = (world: World, by: number | null, hall: NewHall) =>
  world.store.write(async (tx) => {
    const [opened] = await tx
      .insert(halls)
      .values({ ...hall, createdAt: world.now() })
      .returning()
    const citable = (catalogue[hall.policy] ?? []).map((clause) => ({
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
      particulars: { policy: hall.policy, clauses: citable.length, on: today(world) },
    })
    return opened!
  })
