import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { departments, postings, staff, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import type { Day } from '../rules/day.ts'
import { hallById } from './halls.ts'
import { filingPolicyOf } from './negative-filings.ts'

/** A refusal that is not yet on file. */
export const NEW_FILING = {
  kind: 'negativeFiling',
  state: 'filed',
  filedById: null,
  reviewedById: null,
  staffId: null,
  headStaffIds: [],
} as const

/** Whether an officer may put a refusal on file at all. */
export const mayFile = (officer: Officer): boolean =>
  can({ ...officer, relation: null }, 'file', NEW_FILING)

/** Who serves where on a day, in windows that are there. */
const servingOn = (db: Reader, hallId: number, day: Day) =>
  db
    .select({
      windowId: windows.id,
      code: windows.code,
      number: windows.number,
      business: windows.business,
      department: departments.name,
      staffId: staff.id,
      publicId: staff.publicId,
      staffNumber: staff.number,
      name: staff.name,
    })
    .from(postings)
    .innerJoin(windows, eq(windows.id, postings.windowId))
    .innerJoin(departments, eq(departments.id, windows.departmentId))
    .innerJoin(staff, eq(staff.id, postings.staffId))
    .where(
      and(
        eq(postings.hallId, hallId),
        lte(postings.fromDay, day),
        or(isNull(postings.toDay), gte(postings.toDay, day)),
        isNull(windows.retiredOn),
      ),
    )
    .orderBy(asc(windows.id), asc(staff.number))

/**
 * Who serves at the windows an officer may put refusals on file for: the own ones of that day; of
 * an account that belongs to nobody who serves, all of the hall.
 */
export async function servingWith(db: Reader, { staffId, hallId }: Officer, day: Day) {
  const rows = await servingOn(db, hallId, day)
  const own = new Set(rows.filter((row) => row.staffId === staffId).map((row) => row.windowId))
  return rows.filter(({ windowId }) => staffId === null || own.has(windowId))
}

/** What an officer chooses from when putting a refusal on file. */
export async function filingChoices(world: World, officer: Officer) {
  const { read } = world.store
  const policy = filingPolicyOf(await hallById(read, officer.hallId), today(world))
  const rows = mayFile(officer) ? await servingWith(read, officer, today(world)) : []
  if (rows.length === 0) throw new Refused('no-window-to-file-for')
  const byWindow = Map.groupBy(rows, ({ code }) => code)
  const people = [...new Map(rows.map((row) => [row.publicId, row])).values()]
  return {
    today: today(world),
    formKey: world.random.id(16),
    section: policy.sectionZh,
    reportTo: policy.reportToZh,
    windows: [...byWindow].map(([code, [row]]) => ({
      code,
      number: row!.number,
      business: row!.business,
      department: row!.department,
    })),
    people: people.map(({ publicId, staffNumber, name, staffId }) => ({
      id: publicId,
      number: staffNumber,
      name,
      self: staffId === officer.staffId,
    })),
  }
}
