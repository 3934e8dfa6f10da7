import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { directorMarks, officers, peerMarks } from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import { peerMarkingOf } from '../policies/sheets/by-key.ts'
import { leastRaters } from '../rules/peer-marks.ts'
import { lastDayOf, type Month, monthOf } from '../rules/day.ts'
import { concernsOf } from './concerns.ts'
import { headedWindows, windowsOfMonth } from './month-figures.ts'
import { closedMonthsOf } from './months.ts'

const enterer = alias(officers, 'enterer')

/**
 * The mutual rating of a month: for a window's head the windows to mark, with the marks already
 * given; for the office how many marks each window received and which have given none, never who
 * gave which. Null where the hall's regulation knows no mutual rating.
 */
export async function peerTable(
  world: World,
  officer: Officer,
  hall: { id: number; policy: string },
  month: Month,
) {
  const marking = peerMarkingOf[hall.policy]
  if (!marking) return null
  const { read } = world.store
  const windows = await windowsOfMonth(read, hall.id, month)
  const given = await read
    .select()
    .from(peerMarks)
    .where(and(eq(peerMarks.hallId, hall.id), eq(peerMarks.month, month)))
  const directors = await read
    .select({ mark: directorMarks, enteredBy: enterer.name })
    .from(directorMarks)
    .innerJoin(enterer, eq(enterer.id, directorMarks.proposedBy))
    .where(and(eq(directorMarks.hallId, hall.id), eq(directorMarks.month, month)))
  const concernsYou = await concernsOf(read, officer)
  const isConcerned = (windowId: number) =>
    concernsYou({ caseId: null, windowId, staffIds: [], occurredOn: lastDayOf(month) })
  const closed = (await closedMonthsOf(read, hall.id)).includes(month)
  const now = monthOf(today(world))
  return {
    month,
    now,
    state: closed ? ('closed' as const) : month < now ? ('open' as const) : ('running' as const),
    topics: marking.topics,
    mostPerTopic: marking.mostPerTopic,
    yours: (await headedWindows(read, officer, today(world))).map((own) => ({
      window: own.code,
      number: own.number,
      business: own.business,
      others: windows
        .filter(({ id }) => id !== own.id && !isConcerned(id))
        .map(({ id, code, number, business }) => ({
          window: code,
          number,
          business,
          marks:
            given.find((row) => row.byWindowId === own.id && row.forWindowId === id)?.marks ?? null,
        })),
    })),
    rated: new Set(given.map(({ byWindowId }) => byWindowId)).size,
    needed: leastRaters(windows.length),
    windows: windows.map(({ id, code, number, business }) => {
      const director = directors.find(({ mark }) => mark.windowId === id)
      return {
        window: code,
        number,
        business,
        hasRated: given.some(({ byWindowId }) => byWindowId === id),
        received: given.filter(({ forWindowId }) => forWindowId === id).length,
        director: director
          ? {
              points: director.mark.points,
              reason: director.mark.reason,
              enteredBy: director.enteredBy,
              confirmed: director.mark.confirmedBy !== null,
              isOwn: director.mark.proposedBy === officer.id,
            }
          : null,
        concernsYou: isConcerned(id),
      }
    }),
  }
}
