import { staff } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { record } from '../record.ts'

const ID_BYTES = 16

export type NewStaff = { hallId: number; departmentId: number; number: string; name: string }

/** Somebody begins to serve in the hall. */
export const addStaff = (world: World, by: number | null, person: NewStaff) =>
  world.store.write(async (tx) => {
    const [added] = await tx
      .insert(staff)
      .values({ ...person, publicId: world.random.id(ID_BYTES) })
      .returning()
    await record(tx, world, {
      hallId: person.hallId,
      kind: 'staff-added',
      object: `staff:${added!.id}`,
      officerId: by,
    })
    return added!
  })
