import { and, eq, gt, isNull } from 'drizzle-orm'
import { deadlines, halls, tasks } from '../../db/schema/index.ts'
import { askForYear } from '../acts/calendar/ask-for-year.ts'
import { recountDeadlines } from '../acts/calendar/recount-deadlines.ts'
import { record } from '../acts/record.ts'
import { writeLetter } from '../acts/write-letter.ts'
import { today, type World } from '../context.ts'
import { ASK_FOR_NEXT_YEAR_FROM } from '../policies/calendar.ts'
import { isLetterWritten } from '../reads/letters.ts'
import { holdersOf } from '../reads/office-people.ts'
import { ENTER_YEAR, enterYearKey, yearOf } from '../rules/calendar-import.ts'

/**
 * The year after the last known one is asked for: in a hall as soon as one of its open dates lies
 * in it, in every hall from December on, then with a letter to its administrators. A recount that
 * was cut short goes on.
 */
export async function keepCalendar(world: World): Promise<string> {
  const moved = await recountDeadlines(world)
  const year = yearOf(world.calendar.knownUntil) + 1
  const everywhere = today(world) >= `${year - 1}-${ASK_FOR_NEXT_YEAR_FROM}`
  const waiting = everywhere ? await allHallIds(world) : await hallsWithProvisionalDates(world)
  const asked = await askedHalls(world, year)
  const fresh = waiting.filter((hallId) => !asked.has(enterYearKey(year, hallId)))
  if (fresh.length > 0) await ask(world, year, fresh)
  if (everywhere) await writeToAdministrators(world, year, waiting)
  return `${fresh.length} asked, ${moved} moved`
}

const ask = (world: World, year: number, hallIds: readonly number[]) =>
  world.store.write(async (tx) => {
    for (const hallId of hallIds) {
      const [opened] = await askForYear(tx, year, [hallId])
      if (opened === undefined) continue
      await record(tx, world, {
        hallId,
        kind: 'calendar-year-wanted',
        object: `task:${opened}`,
        officerId: null,
        particulars: { year },
      })
    }
  })

async function writeToAdministrators(world: World, year: number, hallIds: readonly number[]) {
  const { read } = world.store
  const open = await read
    .select({ hallId: tasks.hallId })
    .from(tasks)
    .where(and(eq(tasks.kind, ENTER_YEAR), isNull(tasks.doneOn)))
  for (const hallId of hallIds) {
    if (!open.some((task) => task.hallId === hallId)) continue
    const key = `${year}-01:${hallId}`
    if (await isLetterWritten(read, 'calendar-year-wanted', key)) continue
    const administrators = await holdersOf(read, hallId, ['systemAdministrator'])
    await world.store.write(async (tx) => {
      for (const { id } of administrators) {
        await writeLetter(tx, world, {
          hallId,
          kind: 'calendar-year-wanted',
          key: `${key}:${id}`,
          caseId: null,
          officerId: id,
        })
      }
    })
  }
}

const allHallIds = async ({ store }: World): Promise<number[]> =>
  (await store.read.select({ id: halls.id }).from(halls)).map(({ id }) => id)

async function hallsWithProvisionalDates({ store, calendar }: World): Promise<number[]> {
  const rows = await store.read
    .selectDistinct({ hallId: deadlines.hallId })
    .from(deadlines)
    .where(
      and(
        gt(deadlines.dueOn, calendar.knownUntil),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
        eq(deadlines.provisional, true),
      ),
    )
  return rows.map(({ hallId }) => hallId)
}

async function askedHalls({ store }: World, year: number): Promise<Set<string>> {
  const rows = await store.read
    .select({ key: tasks.key })
    .from(tasks)
    .where(eq(tasks.kind, ENTER_YEAR))
  return new Set(rows.map(({ key }) => key).filter((key) => key.startsWith(`${year}:`)))
}
