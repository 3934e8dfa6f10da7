import { and, eq, inArray } from 'drizzle-orm'
import { attendedDays } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { AttendanceForm } from '../../forms/score.ts'
import { attendanceOfMonth, isWorkedOut, staffOfMonth } from '../../reads/month-figures.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { workingDaysBetween } from '../../rules/calendar.ts'
import { addDays, firstDayOf, lastDayOf, type Month } from '../../rules/day.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'

/** How many working days a month has. */
const workingDaysOf = (month: Month, world: World): number =>
  workingDaysBetween(addDays(firstDayOf(month), -1), lastDayOf(month), world.calendar)

const WHOLE = /^\d{1,2}$/

/** A table's rows by the first column; rows whose figure was left empty are left out. */
function rowsOf(ids: readonly string[], figures: readonly string[]): Map<string, string> {
  return new Map(
    ids.flatMap((id, index) => {
      const figure = figures[index]?.trim() ?? ''
      return figure === '' ? [] : [[id, figure] as const]
    }),
  )
}

/**
 * An officer enters how many working days each member of staff attended in a month. What another
 * person confirmed before and is changed now has to be confirmed again. Refused once the month's
 * result is worked out.
 */
export const enterAttendedDays = (
  world: World,
  officer: Officer,
  form: AttendanceForm,
): Promise<{ changed: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const { hallId } = officer
    const { month } = form
    if (await isWorkedOut(tx, hallId, month)) throw new Refused('figures-fixed', { month })
    const people = await staffOfMonth(tx, hallId, month)
    const before = await attendanceOfMonth(tx, hallId, month)
    const most = workingDaysOf(month, world)
    const problems: Partial<Record<string, Problem[]>> = {}
    const rows = rowsOf(form.staff, form.days)
    const entered = [...rows].flatMap(([publicId, typed]) => {
      const person = people.find((each) => each.publicId === publicId)
      if (!person) throw new Refused('no-such-staff')
      const days = Number(typed)
      if (!WHOLE.test(typed)) problems[`days-${publicId}`] = ['not-a-number']
      else if (days > most) problems[`days-${publicId}`] = ['more-than-month-has']
      return [{ staffId: person.id, days }]
    })
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const changed = entered.filter(
      ({ staffId, days }) => before.find((row) => row.staffId === staffId)?.days !== days,
    )
    if (changed.length === 0) return { changed: 0 }
    await tx.delete(attendedDays).where(
      and(
        eq(attendedDays.month, month),
        inArray(
          attendedDays.staffId,
          changed.map(({ staffId }) => staffId),
        ),
      ),
    )
    await tx.insert(attendedDays).values(
      changed.map((row) => ({
        ...row,
        hallId,
        month,
        enteredBy: officer.id,
        enteredOn: today(world),
      })),
    )
    await record(tx, world, {
      hallId,
      kind: 'attended-days-entered',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: { count: changed.length },
    })
    return { changed: changed.length }
  })

/**
 * A second person confirms the attended days they have seen; only confirmed ones count. Figures
 * this person entered, and their own, wait for somebody else.
 */
export const confirmAttendedDays = (
  world: World,
  officer: Officer,
  form: AttendanceForm,
): Promise<{ confirmed: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'confirmFigures', { kind: 'monthClose' })
    const { hallId } = officer
    const { month } = form
    if (await isWorkedOut(tx, hallId, month)) throw new Refused('figures-fixed', { month })
    const people = await staffOfMonth(tx, hallId, month)
    const seen = rowsOf(form.staff, form.days)
    const waiting = (await attendanceOfMonth(tx, hallId, month)).filter(
      ({ confirmedBy }) => confirmedBy === null,
    )
    const isAsSeen = (row: { staffId: number; days: number }) => {
      const person = people.find(({ id }) => id === row.staffId)
      return person !== undefined && seen.get(person.publicId) === String(row.days)
    }
    if (!waiting.every(isAsSeen)) throw new Refused('figures-changed')
    const mine = waiting.filter(
      ({ enteredBy, staffId }) => enteredBy !== officer.id && staffId !== officer.staffId,
    )
    if (mine.length === 0) {
      if (waiting.length > 0) throw new Refused('figures-same-person')
      return { confirmed: 0 }
    }
    await tx
      .update(attendedDays)
      .set({ confirmedBy: officer.id, confirmedOn: today(world) })
      .where(
        inArray(
          attendedDays.id,
          mine.map(({ id }) => id),
        ),
      )
    await record(tx, world, {
      hallId,
      kind: 'attended-days-confirmed',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: { count: mine.length },
    })
    return { confirmed: mine.length }
  })
