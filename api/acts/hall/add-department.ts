import { departments } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { record } from '../record.ts'

/** A department comes into the hall (进驻). */
export const addDepartment = (world: World, by: number | null, hallId: number, name: string) =>
  world.store.write(async (tx) => {
    const [added] = await tx.insert(departments).values({ hallId, name }).returning()
    await record(tx, world, {
      hallId,
      kind: 'department-added',
      object: `department:${added!.id}`,
      officerId: by,
    })
    return added!
  })
