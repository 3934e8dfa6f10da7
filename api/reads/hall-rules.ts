import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { clauses } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { ruleSystems } from '../policies/clauses/index.ts'

/**
 * A hall's rules (制度) with the clauses a complaint may cite, each in the version in force today
 * and in the portal's plain words.
 */
export async function rulesOfHall(world: World, hall: { id: number; policy: string }) {
  const rows = await world.store.read
    .select()
    .from(clauses)
    .where(and(eq(clauses.hallId, hall.id), lte(clauses.effectiveFrom, today(world))))
    .orderBy(asc(clauses.key), desc(clauses.version))
  const newest = rows
    .filter((row, at) => row.key !== rows[at - 1]?.key)
    .toSorted((one, other) => one.sortOrder - other.sortOrder)
  const bySystem = Map.groupBy(
    newest.filter(({ active }) => active),
    ({ system }) => system,
  )
  return (ruleSystems[hall.policy] ?? []).map(({ key, titleZh, purposeZh, role, outReasonZh }) => ({
    key,
    title: titleZh,
    purpose: purposeZh,
    role,
    outReason: outReasonZh,
    clauses: (bySystem.get(key) ?? []).map((clause) => ({
      key: clause.key,
      label: clause.label,
      plain: clause.plain,
      category: clause.category,
      version: clause.version,
      effectiveFrom: clause.effectiveFrom,
    })),
  }))
}
