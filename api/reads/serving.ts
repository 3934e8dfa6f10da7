import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { postings, staff } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Day } from '../rules/day.ts'
import { shownPerson } from '../rules/shown-person.ts'

/**
 * Who serves at these windows on a day, heads first. Names only where the hall makes them public
 * (`names`); the number is public everywhere.
 */
export async function servingAt(
  db: Reader,
  windowIds: readonly number[],
  day: Day,
  names: boolean,
): Promise<{ windowId: number; number: string; name: string | null; head: boolean }[]> {
  const rows = await db
    .select({
      windowId: postings.windowId,
      number: staff.number,
      name: staff.name,
      head: postings.head,
    })
    .from(postings)
    .innerJoin(staff, eq(staff.id, postings.staffId))
    .where(
      and(
        inArray(postings.windowId, [...windowIds]),
        lte(postings.fromDay, day),
        or(isNull(postings.toDay), gte(postings.toDay, day)),
        or(isNull(staff.leftOn), gte(staff.leftOn, day)),
      ),
    )
    .orderBy(desc(postings.head), asc(staff.number))
  return rows.map((row) => ({ ...row, name: shownPerson(row, names).name }))
}
