import { and, eq } from 'drizzle-orm'
import { departments } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { Invalid } from '../../refused.ts'
import { record } from '../record.ts'

/** A department comes into the hall (进驻). Refuses a name the hall has already. */
export const addDepartment = (world: World, by: number | null, hallId: number, name: string) =>
  world.store.write(async (tx) => {
    const [taken] = await tx
      .select({ id: departments.id })
      .from(departments)
      .where(and(eq(departments.hallId, hallId), eq(departments.name, name)))
    if (taken) throw new Invalid({ name: ['name-taken'] })
    const [added] = await tx.insert(departments).values({ hallId, name }).returning()
    await record(tx, world, {
      hallId,
      kind: 'department-added',
      object: `department:${added!.id}`,
      officerId: by,
    })
    return added!
  })
