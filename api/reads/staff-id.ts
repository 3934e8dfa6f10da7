import { and, eq } from 'drizzle-orm'
import { staff } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { Invalid } from '../refused.ts'

/** The person of a hall that a form names by public id, or null for none; refused elsewhere. */
export async function staffId(
  db: Reader,
  hallId: number,
  publicId: string,
): Promise<number | null> {
  if (publicId === '') return null
  const [person] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.hallId, hallId), eq(staff.publicId, publicId)))
  if (!person) throw new Invalid({ staff: ['staff-not-here'] })
  return person.id
}
