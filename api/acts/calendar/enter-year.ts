import { calendarDays, calendarYears } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { CalendarYearForm } from '../../forms/calendar.ts'
import { typedYear } from '../../reads/typed-year.ts'
import { record } from '../record.ts'
import { recountDeadlines } from './recount-deadlines.ts'

/**
 * A year's working days are entered for the whole installation, or entered again, corrected: a
 * new version. Every open date that hangs on the year is counted anew, in pieces; when that is
 * done the duty to enter the year is done too. Refused line by line, with nothing half entered.
 */
export async function enterYear(world: World, officer: Officer, form: CalendarYearForm) {
  const entered = await world.store.write(async (tx) => {
    const { year, days, before } = await typedYear(world, tx, form)
    const version = (before?.version ?? 0) + 1
    const [row] = await tx
      .insert(calendarYears)
      .values({
        year,
        version,
        number: form.number || null,
        announcedOn: form.announcedOn,
        enteredBy: officer.id,
        enteredOn: today(world),
      })
      .returning({ id: calendarYears.id })
    await tx
      .insert(calendarDays)
      .values(days.map(({ day, mark, nameZh }) => ({ yearId: row!.id, day, mark, name: nameZh })))
    await record(tx, world, {
      hallId: officer.hallId,
      kind: before ? 'calendar-year-corrected' : 'calendar-year-entered',
      object: `calendar-year:${year}`,
      officerId: officer.id,
      particulars: { version, days: days.length },
    })
    return { year, version }
  })
  const moved = await recountDeadlines(world)
  return { ...entered, moved }
}
