import { and, eq } from 'drizzle-orm'
import { staff } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { Refused } from '../../refused.ts'

/** Somebody who serves in this hall, by public id. */
export async function ownStaff(tx: Transaction, hallId: number, publicId: string) {
  const [person] = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.hallId, hallId), eq(staff.publicId, publicId)))
  if (!person) throw new Refused('no-such-staff')
  return person
}
