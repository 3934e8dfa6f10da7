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

const WHOLE = /^\d{1,4}$/
const MOST_DAYS = 31

/** What a row of the table says, as typed; an empty figure is one not given. */
type TypedRow = Record<'days' | 'due' | 'present' | 'sick' | 'leave', string>

/** A table's rows by staff; rows whose days were left empty are left out. */
function rowsOf(form: AttendanceForm): Map<string, TypedRow> {
  return new Map(
    form.staff.flatMap((id, index) => {
      const at = (column: readonly string[]) => column[index]?.trim() ?? ''
      const row = {
        days: at(form.days),
        due: at(form.due),
        present: at(form.present),
        sick: at(form.sick),
        leave: at(form.leave),
      }
      return row.days === '' ? [] : [[id, row] as const]
    }),
  )
}

type Figures = Pick<
  typeof attendedDays.$inferSelect,
  'days' | 'dueMarks' | 'presentMarks' | 'sickDays' | 'leaveDays'
>

const figuresOf = ({ days, due, present, sick, leave }: TypedRow): Figures => ({
  days: Number(days),
  dueMarks: due === '' ? null : Number(due),
  presentMarks: present === '' ? null : Number(present),
  sickDays: Number(sick),
  leaveDays: Number(leave),
})

const areSame = (one: Figures | undefined, other: Figures): boolean =>
  one !== undefined &&
  one.days === other.days &&
  one.dueMarks === other.dueMarks &&
  one.presentMarks === other.presentMarks &&
  one.sickDays === other.sickDays &&
  one.leaveDays === other.leaveDays

/** What is wrong with a row, by its column. */
function rowProblems(row: TypedRow, most: number): Partial<Record<keyof TypedRow, Problem>> {
  const problems: Partial<Record<keyof TypedRow, Problem>> = {}
  for (const name of ['days', 'due', 'present', 'sick', 'leave'] as const) {
    if (row[name] !== '' && !WHOLE.test(row[name])) problems[name] = 'not-a-number'
  }
  if (!problems.days && Number(row.days) > most) problems.days = 'more-than-month-has'
  for (const name of ['sick', 'leave'] as const) {
    if (!problems[name] && Number(row[name]) > MOST_DAYS) problems[name] = 'out-of-range'
  }
  if ((row.due === '') !== (row.present === ''))
    problems[row.due === '' ? 'due' : 'present'] = 'needed'
  else if (!problems.due && !problems.present && Number(row.present) > Number(row.due))
    problems.present = 'more-than-due'
  return problems
}

/**
 * An officer enters how many working days each member of staff attended in a month, with marks due
 * and there, sick and personal leave where the hall keeps them. What another
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
    const entered = [...rowsOf(form)].map(([publicId, typed]) => {
      const person = people.find((each) => each.publicId === publicId)
      if (!person) throw new Refused('no-such-staff')
      for (const [name, problem] of Object.entries(rowProblems(typed, most)))
        problems[`${name}-${publicId}`] = [problem]
      return { staffId: person.id, ...figuresOf(typed) }
    })
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const changed = entered.filter(
      (row) =>
        !areSame(
          before.find(({ staffId }) => staffId === row.staffId),
          row,
        ),
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
    const seen = rowsOf(form)
    const waiting = (await attendanceOfMonth(tx, hallId, month)).filter(
      ({ confirmedBy }) => confirmedBy === null,
    )
    const isAsSeen = (row: Figures & { staffId: number }) => {
      const typed = seen.get(people.find(({ id }) => id === row.staffId)?.publicId ?? '')
      return typed !== undefined && areSame(row, figuresOf(typed))
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
