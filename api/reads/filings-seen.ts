import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm'
import { negativeFilings, postings, recusals } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import type { Day } from '../rules/day.ts'

const NEVER = sql`0 = 1`

type Somebody = { id: number; staffId: number | null }

/** Whether a filing concerns a member of staff: who refused, or who served or heads that window. */
const concerns = (staffId: SQL | AnyColumn): SQL => sql`(
  ${negativeFilings.staffId} = ${staffId}
  or exists (select 1 from ${postings}
    where ${postings.staffId} = ${staffId} and ${postings.windowId} = ${negativeFilings.windowId}
    and (${postings.toDay} is null or ${postings.toDay} >= ${negativeFilings.refusedOn})
    and (${postings.head} or ${postings.fromDay} <= ${negativeFilings.refusedOn})))`

/**
 * Whether an officer is kept away from reviewing the filing of this row (回避): as one of the people
 * it concerns, or by a relation declared with one of them or with its window.
 */
export const keptFromFiling = ({ id, staffId }: Somebody): SQL => sql`(
  ${staffId === null ? NEVER : concerns(sql`${staffId}`)}
  or exists (select 1 from ${recusals} where ${recusals.officerId} = ${id} and (
    ${recusals.windowId} = ${negativeFilings.windowId}
    or (${recusals.staffId} is not null and ${concerns(recusals.staffId)}))))`

/** Whether an officer is kept away from reviewing a filing. */
export async function isKeptFromFiling(
  db: Reader,
  officer: Somebody,
  filingId: number,
): Promise<boolean> {
  const [kept] = await db
    .select({ id: negativeFilings.id })
    .from(negativeFilings)
    .where(and(eq(negativeFilings.id, filingId), keptFromFiling(officer)))
  return kept !== undefined
}

/**
 * Which filings an officer may know of: of the own window or the own filing, and for the section
 * that reviews them all of the hall but those it is kept away from. Says what `can` says of reading.
 */
export function filingsSeenBy(
  officer: Pick<Officer, 'id' | 'staffId' | 'hallId' | 'roles'>,
  today: Day,
): SQL {
  const { id, staffId, hallId, roles } = officer
  const ofSection = roles.includes('complaintDesk') || roles.includes('officeHead')
  const own =
    staffId === null
      ? NEVER
      : sql`(${negativeFilings.staffId} = ${staffId} or exists (select 1 from ${postings}
          where ${postings.staffId} = ${staffId} and ${postings.windowId} = ${negativeFilings.windowId}
          and ${postings.head} and ${postings.fromDay} <= ${today}
          and (${postings.toDay} is null or ${postings.toDay} >= ${today})))`
  return sql`(${negativeFilings.hallId} = ${hallId} and (
    ${negativeFilings.filedBy} = ${id} or ${own}
    or ${ofSection ? sql`not ${keptFromFiling(officer)}` : NEVER}))`
}
