import { and, asc, eq, isNull } from 'drizzle-orm'
import { officerRoles, officers, postings, recusals } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { isRecused, type RecusalFacts } from '../rules/recusal.ts'
import type { Role } from '../rules/roles.ts'

async function holdersOf(db: Reader, hallId: number, role: Role) {
  const rows = await db
    .select({ id: officers.id, staffId: officers.staffId })
    .from(officerRoles)
    .innerJoin(officers, and(eq(officers.id, officerRoles.officerId), isNull(officers.disabledOn)))
    .where(and(eq(officerRoles.hallId, hallId), eq(officerRoles.role, role)))
    .orderBy(asc(officers.id))
  return rows
}

/**
 * Who is told of a new case: the office head, or, where it concerns every head, the second
 * person. Nobody it concerns is told that it exists.
 */
export async function headsToTell(db: Reader, hallId: number, facts: RecusalFacts) {
  const [serving, relations] = await Promise.all([
    db.select().from(postings).where(eq(postings.hallId, hallId)),
    db.select().from(recusals).where(eq(recusals.hallId, hallId)),
  ])
  for (const role of ['officeHead', 'secondPerson'] as const) {
    const told = (await holdersOf(db, hallId, role)).filter(
      (officer) => !isRecused(officer, facts, serving, relations),
    )
    if (told.length > 0) return told
  }
  return []
}
