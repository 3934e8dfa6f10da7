import { and, asc, eq, isNull, not } from 'drizzle-orm'
import { caseFiles, complaints, officerRoles, officers } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Role } from '../rules/roles.ts'
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

/** An officer who can sign in, or null. */
export async function enabledOfficer(db: Reader, id: number): Promise<Somebody | null> {
  const [officer] = await db
    .select({ id: officers.id, staffId: officers.staffId })
    .from(officers)
    .where(and(eq(officers.id, id), isNull(officers.disabledOn)))
  return officer ?? null
}

/** The officers of a hall who hold a role and can sign in, longest there first. */
export const holdersOf = (db: Reader, hallId: number, role: Role) =>
  db
    .select({ id: officers.id, staffId: officers.staffId })
    .from(officerRoles)
    .innerJoin(officers, eq(officers.id, officerRoles.officerId))
    .where(
      and(
        eq(officerRoles.hallId, hallId),
        eq(officerRoles.role, role),
        isNull(officers.disabledOn),
      ),
    )
    .orderBy(asc(officers.id))

/** Those who hold a role in a hall, can sign in, and are not kept away from a case. */
export const holdersFor = async (db: Reader, hallId: number, role: Role, caseId: number) =>
  unrecused(db, caseId, await holdersOf(db, hallId, role))
