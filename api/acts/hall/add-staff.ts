import { and, eq } from 'drizzle-orm'
import { staff } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { demandDepartment } from '../../reads/departments.ts'
import { Invalid } from '../../refused.ts'
import { record } from '../record.ts'

const ID_BYTES = 16

type NewStaff = {
  hallId: number
  departmentId: number
  number: string
  name: string
  /** False for an intern; everybody else is. */
  assessed?: boolean
}

/** Somebody begins to serve in the hall. A staff number belongs to one person for ever. */
export const addStaff = (world: World, by: number | null, person: NewStaff) =>
  world.store.write(async (tx) => {
    await demandDepartment(tx, person.hallId, person.departmentId)
    const [taken] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.hallId, person.hallId), eq(staff.number, person.number)))
    if (taken) throw new Invalid({ number: ['number-taken'] })
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
