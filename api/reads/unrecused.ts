import { and, eq, not } from 'drizzle-orm'
import { caseFiles, complaints } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { recusedFrom } from './recused.ts'

type Somebody = { id: number; staffId: number | null }

/** Those of some officers who are not kept away from a case (回避). */
export async function unrecused<O extends Somebody>(
  db: Reader,
  caseId: number,
  some: readonly O[],
): Promise<O[]> {
  const free: O[] = []
  for (const officer of some) {
    const [may] = await db
      .select({ id: caseFiles.id })
      .from(caseFiles)
      .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
      .where(and(eq(caseFiles.id, caseId), not(recusedFrom(officer))))
    if (may) free.push(officer)
  }
  return free
}
