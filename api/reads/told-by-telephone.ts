import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { complainants } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'

/** Whether a named complainant left a telephone number and no e-mail address for letters. */
export async function toldByTelephone(db: Reader, complaintId: number): Promise<boolean> {
  const [found] = await db
    .select({ id: complainants.id })
    .from(complainants)
    .where(
      and(
        eq(complainants.complaintId, complaintId),
        isNotNull(complainants.phone),
        isNull(complainants.email),
      ),
    )
  return found !== undefined
}
