import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { clauses } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Day } from '../rules/day.ts'

/** A clause in one of its versions. */
export type ClauseVersion = typeof clauses.$inferSelect

/** Every version that holds by a day, the newest of each clause first. */
export const clauseVersions = (db: Reader, hallId: number, on: Day, key?: string) =>
  db
    .select()
    .from(clauses)
    .where(
      and(
        eq(clauses.hallId, hallId),
        lte(clauses.effectiveFrom, on),
        key === undefined ? undefined : eq(clauses.key, key),
      ),
    )
    .orderBy(asc(clauses.key), desc(clauses.version))

/** The clauses of a hall in their versions in force on a day, in their order, retired ones too. */
export async function clausesInForce(
  db: Reader,
  hallId: number,
  on: Day,
): Promise<ClauseVersion[]> {
  const rows = await clauseVersions(db, hallId, on)
  return rows
    .filter((row, at) => row.key !== rows[at - 1]?.key)
    .toSorted((one, other) => one.sortOrder - other.sortOrder)
}

/** The clauses a complaint may cite on a day. */
export const citableClauses = async (db: Reader, hallId: number, on: Day) =>
  (await clausesInForce(db, hallId, on)).filter(({ active }) => active)

/** A clause of a hall as it may be cited on a day; undefined when it has none of that key. */
export async function clauseHere(
  db: Reader,
  hallId: number,
  key: string,
  on: Day,
): Promise<ClauseVersion | undefined> {
  const [inForce] = await clauseVersions(db, hallId, on, key)
  return inForce?.active ? inForce : undefined
}
