import { and, count, desc, eq, isNull } from 'drizzle-orm'
import {
  calendarYears,
  deadlineMoves,
  deadlines,
  halls,
  officers,
  tasks,
} from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { ENTER_YEAR, linesOf, yearOf, yearOfDuty, yearSums } from '../rules/calendar-import.ts'
import { knownYears } from './known-calendar.ts'

/** How many lines of the ledger a page shows. */
const MOST = 200

/** The years that an administrator still has to enter, the earliest first. */
export async function wantedYears({ store }: World): Promise<number[]> {
  const rows = await store.read
    .select({ key: tasks.key })
    .from(tasks)
    .where(and(eq(tasks.kind, ENTER_YEAR), isNull(tasks.doneOn)))
  return [...new Set(rows.map(({ key }) => yearOfDuty(key)))].sort((one, other) => one - other)
}

/** What moved when years were entered, newest first; counted, no case is named. */
const ledger = ({ store }: World) =>
  store.read
    .select({
      year: calendarYears.year,
      version: calendarYears.version,
      movedOn: deadlineMoves.movedOn,
      hall: halls.name,
      kind: deadlines.kind,
      from: deadlineMoves.fromDay,
      to: deadlineMoves.toDay,
      count: count(),
    })
    .from(deadlineMoves)
    .innerJoin(calendarYears, eq(calendarYears.id, deadlineMoves.yearId))
    .innerJoin(deadlines, eq(deadlines.id, deadlineMoves.deadlineId))
    .innerJoin(halls, eq(halls.id, deadlineMoves.hallId))
    .groupBy(
      calendarYears.id,
      deadlineMoves.movedOn,
      halls.id,
      deadlines.kind,
      deadlineMoves.fromDay,
      deadlineMoves.toDay,
    )
    .orderBy(desc(calendarYears.id), halls.id, deadlineMoves.fromDay)
    .limit(MOST)

/** Every version that was entered: which year, by whom, when, and whether all is counted anew. */
const versions = ({ store }: World) =>
  store.read
    .select({
      year: calendarYears.year,
      version: calendarYears.version,
      enteredOn: calendarYears.enteredOn,
      by: officers.name,
      recountedOn: calendarYears.recountedOn,
    })
    .from(calendarYears)
    .innerJoin(officers, eq(officers.id, calendarYears.enteredBy))
    .orderBy(desc(calendarYears.id))
    .limit(MOST)

/** The known years with their days, what is still wanted, and the ledger of what moved. */
export async function calendarPages(world: World) {
  const known = await knownYears(world.store.read)
  return {
    knownUntil: world.calendar.knownUntil,
    next: yearOf(world.calendar.knownUntil) + 1,
    wanted: await wantedYears(world),
    years: known.map(({ days, ...year }) => ({
      ...year,
      sums: yearSums(year.year, world.calendar),
      lines: linesOf(days),
    })),
    versions: await versions(world),
    ledger: await ledger(world),
  }
}
