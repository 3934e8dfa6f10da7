import { and, eq, not } from 'drizzle-orm'
import { negativeFilings } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Day } from '../rules/day.ts'
import { keptFromFiling } from './filings-seen.ts'
import { headsOf } from './negative-filings.ts'
import { accountsOf, enabledOfficer, holdersOf } from './office-people.ts'

type Filing = Pick<typeof negativeFilings.$inferSelect, 'id' | 'hallId' | 'filedBy' | 'windowId'>

/** The section's people who may deal with a filing: those it does not concern. */
export async function sectionOf(db: Reader, { id, hallId }: Filing) {
  const free = []
  for (const officer of await holdersOf(db, hallId, ['complaintDesk', 'officeHead'])) {
    const [may] = await db
      .select({ id: negativeFilings.id })
      .from(negativeFilings)
      .where(and(eq(negativeFilings.id, id), not(keptFromFiling(officer))))
    if (may) free.push(officer)
  }
  return free
}

/** Who may review a filing: the section's people, but for whoever filed it. */
export const reviewersOf = async (db: Reader, filing: Filing) =>
  (await sectionOf(db, filing)).filter(({ id }) => id !== filing.filedBy)

/** Who tells the applicant: whoever filed, and the heads of the window. */
export async function tellersOf(db: Reader, { filedBy, windowId }: Filing, day: Day) {
  const filer = await enabledOfficer(db, filedBy)
  const heads = await accountsOf(db, await headsOf(db, windowId, day))
  const all = [...(filer ? [filer] : []), ...heads]
  return all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at)
}
