import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import { deadlines, halls } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { holidayNotices } from '../policies/calendar.ts'
import { calendarOf } from '../rules/calendar.ts'
import {
  boundsOf,
  noticeOf,
  noticesThatHold,
  recounted,
  yearSums,
} from '../rules/calendar-import.ts'
import type { DeadlineKind } from '../rules/case-file.ts'
import type { Day } from '../rules/day.ts'
import { knownYears } from './known-calendar.ts'
import { type PastedYear, typedYear } from './typed-year.ts'

/** Dates of one kind in one hall that move from a day to another; no case is named. */
type Moves = { hall: string; kind: DeadlineKind; from: Day; to: Day; count: number }

/**
 * What entering a year would do, without doing it: its sums, how many open dates it fixes or
 * moves in each hall, and from which day to which. The administrator sees no case.
 */
export async function calendarEffect(world: World, form: PastedYear) {
  const db = world.store.read
  const { year, days, before } = await typedYear(world, db, form)
  const entered = (await knownYears(db))
    .filter((one) => one.year !== year && one.version > 0)
    .map((one) => noticeOf({ year: one.year, number: one.number, date: one.date }, one.days))
  const typed = noticeOf({ year, number: null, date: today(world) }, days)
  const calendar = calendarOf(noticesThatHold(holidayNotices, [...entered, typed]))
  const open = await db
    .select({
      hall: halls.name,
      kind: deadlines.kind,
      dayZero: deadlines.dayZero,
      workingDays: deadlines.workingDays,
      dueOn: deadlines.dueOn,
      provisional: deadlines.provisional,
    })
    .from(deadlines)
    .innerJoin(halls, eq(halls.id, deadlines.hallId))
    .where(
      and(
        gte(deadlines.dueOn, boundsOf(year).first),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
      ),
    )
    .orderBy(asc(halls.id), asc(deadlines.dueOn))
  const perHall = new Map<string, { hall: string; open: number; moved: number; fixed: number }>()
  const moves = new Map<string, Moves>()
  for (const deadline of open) {
    const { hall, kind, dueOn } = deadline
    const now = recounted(deadline, calendar)
    const sums = perHall.get(hall) ?? { hall, open: 0, moved: 0, fixed: 0 }
    perHall.set(hall, sums)
    sums.open++
    if (deadline.provisional && !now.provisional) sums.fixed++
    if (now.dueOn === dueOn) continue
    sums.moved++
    const key = [hall, kind, dueOn, now.dueOn].join(' ')
    const move = moves.get(key) ?? { hall, kind, from: dueOn, to: now.dueOn, count: 0 }
    moves.set(key, move)
    move.count++
  }
  return {
    year,
    correction: before !== null,
    sums: yearSums(year, calendar),
    sumsBefore: before && yearSums(year, world.calendar),
    halls: [...perHall.values()],
    moves: [...moves.values()],
  }
}
