import { eq } from 'drizzle-orm'
import { postings, recusals } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { isRecused, type RecusalFacts } from '../rules/recusal.ts'
import { holdersOf } from './office-people.ts'

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
    const told = (await holdersOf(db, hallId, [role])).filter(
      (officer) => !isRecused(officer, facts, serving, relations),
    )
    if (told.length > 0) return told
  }
  return []
}
