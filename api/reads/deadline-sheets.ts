import { asc, eq, inArray } from 'drizzle-orm'
import { calendarYears, deadlineMoves, deadlines, extensions } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { kindOf, worksheetOf } from '../rules/calendar.ts'
import type { DeadlineKind } from '../rules/case-file.ts'
import { basisOf } from '../rules/deadline-basis.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'

/**
 * Every date of a case with the whole of its counting: day zero, each day counted or passed over
 * and why, what it rests on, the later date that took its place and the moves of the calendar.
 * `shown` picks the kinds that the reader may see.
 */
export async function deadlineSheets(
  world: World,
  caseId: number,
  policy: Pick<HallPolicy, 'clocks' | 'source'>,
  shown: (kind: DeadlineKind) => boolean = () => true,
) {
  const db = world.store.read
  const rows = await db
    .select()
    .from(deadlines)
    .where(eq(deadlines.caseId, caseId))
    .orderBy(asc(deadlines.dueOn), asc(deadlines.id))
  const ids = rows.map(({ id }) => id)
  const [moves, putOff] = await Promise.all([
    db
      .select({
        deadlineId: deadlineMoves.deadlineId,
        from: deadlineMoves.fromDay,
        to: deadlineMoves.toDay,
        on: deadlineMoves.movedOn,
        year: calendarYears.year,
        version: calendarYears.version,
      })
      .from(deadlineMoves)
      .innerJoin(calendarYears, eq(calendarYears.id, deadlineMoves.yearId))
      .where(inArray(deadlineMoves.deadlineId, ids))
      .orderBy(asc(deadlineMoves.id)),
    db
      .select({
        deadlineId: extensions.deadlineId,
        to: extensions.toDay,
        on: extensions.grantedOn,
      })
      .from(extensions)
      .where(inArray(extensions.deadlineId, ids)),
  ])
  return rows
    .filter(({ kind }) => shown(kind))
    .map(({ id, kind, dayZero, workingDays, dueOn, provisional, metOn, replacedBy }) => {
      const extension = putOff.find(({ deadlineId }) => deadlineId === id)
      const successor = rows.find((row) => row.id === replacedBy)
      return {
        kind,
        dayZero,
        dayZeroKind: kindOf(dayZero, world.calendar),
        workingDays,
        dueOn,
        provisional: provisional && metOn === null && replacedBy === null,
        metOn,
        basis: basisOf(policy, { kind, workingDays }),
        /** The regulation the hall's complaint path comes from. */
        title: policy.source.titleZh,
        /** The date that took its place, and the day it was put off; no day where the track changed. */
        replacedBy: successor
          ? { dueOn: extension?.to ?? successor.dueOn, on: extension?.on ?? null }
          : null,
        moves: moves
          .filter(({ deadlineId }) => deadlineId === id)
          .map(({ from, to, on, year, version }) => ({ from, to, on, year, version })),
        days: workingDays === null ? [] : worksheetOf(dayZero, workingDays, world.calendar).days,
      }
    })
}

/** One date with its counting, as pages show it. */
export type DeadlineSheet = Awaited<ReturnType<typeof deadlineSheets>>[number]
