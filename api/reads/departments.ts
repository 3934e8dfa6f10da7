import { and, asc, eq } from 'drizzle-orm'
import { departments } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { Invalid } from '../refused.ts'

/** A hall's departments, as they came in. */
export const departmentsOf = (db: Reader, hallId: number) =>
  db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.hallId, hallId))
    .orderBy(asc(departments.id))

/** Refuses, at the field `department`, one that is not this hall's. */
export async function demandDepartment(db: Reader, hallId: number, id: number): Promise<void> {
  const [found] = await db
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.hallId, hallId), eq(departments.id, id)))
  if (!found) throw new Invalid({ department: ['department-not-here'] })
}
