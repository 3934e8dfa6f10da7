import { and, eq } from 'drizzle-orm'
import { accountabilityActions } from '../../db/schema/index.ts'
import { openField } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import type { World } from '../context.ts'
import type { Day } from '../rules/day.ts'
import type { Sanction } from '../rules/ladder.ts'

/**
 * What was decided on accountability in a case: how many sanctions, and why none. Null while
 * nothing is decided, or anything proposed still waits.
 */
export async function decidedIn(
  db: Reader,
  world: Pick<World, 'keys'>,
  caseId: number,
): Promise<{ sanctions: number; reason: string | null } | null> {
  const rows = await db
    .select()
    .from(accountabilityActions)
    .where(and(eq(accountabilityActions.caseId, caseId)))
    .orderBy(accountabilityActions.id)
  if (rows.some(({ outcome }) => outcome === null)) return null
  const decided = rows.filter(({ outcome }) => outcome !== 'returned')
  const last = decided.at(-1)
  if (!last) return null
  const open = (place: 'deviation' | 'reason', sealed: string) =>
    openField(world.keys, `accountability_actions.${place}`, caseId, sealed)
  return {
    sanctions: decided.reduce((sum, row) => sum + (row.decidedSanctions ?? []).length, 0),
    reason:
      last.deviation === null ? open('reason', last.reason) : open('deviation', last.deviation),
  }
}

/**
 * What followed from a case for whoever is responsible, as its complainant is told: each measure
 * once, and the day of the last decision. No name, no number of people, no reasons. Null until
 * nothing waits any more.
 */
export async function consequenceOf(
  db: Reader,
  caseId: number,
): Promise<{ on: Day; measures: Sanction[] } | null> {
  const rows = await db
    .select()
    .from(accountabilityActions)
    .where(eq(accountabilityActions.caseId, caseId))
  const decided = rows.filter(({ outcome }) => outcome === 'agreed' || outcome === 'deviated')
  if (decided.length === 0 || rows.some(({ outcome }) => outcome === null)) return null
  const measures = decided.flatMap(({ decidedSanctions }) => decidedSanctions ?? [])
  const on = decided.map(({ decidedOn }) => decidedOn!).reduce((a, b) => (a > b ? a : b))
  return { on, measures: [...new Set(measures)] }
}

/** Whether a circular that was decided in a case is about the complaint itself. */
export async function circularsOf(db: Reader, caseId: number) {
  const rows = await db
    .select({ on: accountabilityActions.circularOn, about: accountabilityActions.circularAbout })
    .from(accountabilityActions)
    .where(eq(accountabilityActions.caseId, caseId))
  return rows.map(({ on, about }) => ({ sent: on !== null, aboutComplaint: about === true }))
}
