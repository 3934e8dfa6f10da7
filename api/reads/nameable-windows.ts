import { and, count, countDistinct, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { complaints, postings, staff, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { windowOrDepartment } from '../rules/closing.ts'
import type { Day } from '../rules/day.ts'
import type { PublishPolicy } from '../rules/hall-policy.ts'
import { monthsBefore } from '../rules/outcome-release.ts'

/** A hall's windows, each with whether a published outcome may name it on a day. */
export async function windowsToName(
  db: Reader,
  hallId: number,
  publish: PublishPolicy,
  today: Day,
) {
  const all = await db
    .select({ id: windows.id, number: windows.number })
    .from(windows)
    .where(eq(windows.hallId, hallId))
  const ids = all.map(({ id }) => id)
  const [serving, complained] = await Promise.all([
    db
      .select({ windowId: postings.windowId, staff: countDistinct(postings.staffId) })
      .from(postings)
      .innerJoin(staff, eq(staff.id, postings.staffId))
      .where(
        and(
          inArray(postings.windowId, ids),
          lte(postings.fromDay, today),
          or(isNull(postings.toDay), gte(postings.toDay, today)),
          or(isNull(staff.leftOn), gte(staff.leftOn, today)),
        ),
      )
      .groupBy(postings.windowId),
    db
      .select({ windowId: complaints.windowId, complaints: count() })
      .from(complaints)
      .where(
        and(
          inArray(complaints.windowId, ids),
          gte(complaints.receivedOn, monthsBefore(today, publish.overMonths)),
          lte(complaints.receivedOn, today),
        ),
      )
      .groupBy(complaints.windowId),
  ])
  return all.map(({ id, number }) => ({
    id,
    number,
    nameable:
      windowOrDepartment(publish, {
        staff: serving.find(({ windowId }) => windowId === id)?.staff ?? 0,
        complaints: complained.find(({ windowId }) => windowId === id)?.complaints ?? 0,
      }) === 'window',
  }))
}
