import { asc, eq } from 'drizzle-orm'
import { monthCloses } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { monthlySheetOf, peerMarkingOf } from '../policies/sheets/by-key.ts'
import type { Month } from '../rules/day.ts'
import { peerEarning } from '../rules/peer-marks.ts'
import { roundHalfUp, sumOf } from '../rules/rounding.ts'
import type { CountedEntry, Sheet } from '../rules/scorecard.ts'
import { staffOfMonth, windowsOfMonth } from './month-figures.ts'
import { monthCards } from './score-year.ts'
import { directorMarksOf, peerMarksOf } from './window-marks.ts'
import { worksheetOf } from './worksheets.ts'

/** One person's or window's scores of a year; null in a month without one. */
type YearRow = {
  name: string
  scores: (number | null)[]
  /** The mean of the months that have a score, to two decimals. */
  mean: number | null
}

/** The closed months of a year, each recomputed from its entries; null where a hall has no sheet. */
export type YearTable = { months: Month[]; rows: YearRow[] }

const meanOf = (scores: readonly (number | null)[]): number | null => {
  const known = scores.filter((score) => score !== null)
  return known.length === 0 ? null : roundHalfUp(sumOf(known), known.length)
}

const windowName = ({ number, business }: { number: string; business: string }) =>
  `${number} ${business}`

/** Qingpu's electronic ratings, as each month's worksheet holds them. */
async function ratedYear(db: Reader, hallId: number, months: Month[]): Promise<YearTable> {
  const found = new Map<number, { name: string; scores: Map<Month, number | null> }>()
  for (const month of months) {
    const worksheet = await worksheetOf(db, hallId, month)
    if (worksheet?.hall !== 'qingpu') continue
    for (const window of worksheet.windows) {
      const row = found.get(window.windowId) ?? { name: windowName(window), scores: new Map() }
      row.scores.set(month, window.rating.score)
      found.set(window.windowId, row)
    }
  }
  return tableOf(months, found)
}

function tableOf(
  months: Month[],
  found: ReadonlyMap<number, { name: string; scores: ReadonlyMap<Month, number | null> }>,
): YearTable {
  return {
    months,
    rows: [...found.values()].map(({ name, scores }) => {
      const ordered = months.map((month) => scores.get(month) ?? null)
      return { name, scores: ordered, mean: meanOf(ordered) }
    }),
  }
}

/** Everybody a month's sheet is for, by the name the desk shows. */
async function subjectsOf(db: Reader, hallId: number, per: 'staff' | 'window', month: Month) {
  if (per === 'window') {
    const windows = await windowsOfMonth(db, hallId, month)
    return windows.map((window) => ({ id: window.id, name: windowName(window) }))
  }
  const people = await staffOfMonth(db, hallId, month)
  return people.map(({ id, number, name }) => ({ id, name: `${number} ${name}` }))
}

/** What each window of a month earned by the marks of the others, where a hall's windows mark. */
const earnedIn = (db: Reader, hall: { id: number; policy: string }, sheet: Sheet) => {
  const marking = peerMarkingOf[hall.policy]
  return async (month: Month, ids: readonly number[]): Promise<Map<number, CountedEntry>> => {
    if (!marking) return new Map()
    const marked = {
      windows: ids.map((id) => ({ id: String(id) })),
      peerMarks: await peerMarksOf(db, hall.id, month),
      directorMarks: await directorMarksOf(db, hall.id, month),
    }
    return new Map(
      ids.flatMap((id) => {
        const { entry } = peerEarning(String(id), marked, sheet, marking)
        return entry ? [[id, entry] as const] : []
      }),
    )
  }
}

/**
 * The year of a hall, month by month, as far as closed. What is still open is left out: its
 * entries may come from cases that whoever looks is kept away from.
 */
export async function yearTable(
  db: Reader,
  hall: { id: number; policy: string },
  year: string,
): Promise<YearTable | null> {
  const sheet = monthlySheetOf[hall.policy]
  if (!sheet) return null
  const closed = await db
    .select({ month: monthCloses.month })
    .from(monthCloses)
    .where(eq(monthCloses.hallId, hall.id))
    .orderBy(asc(monthCloses.month))
  const months = closed.flatMap(({ month }) => (month!.startsWith(`${year}-`) ? [month!] : []))
  if (hall.policy === 'qingpu') return ratedYear(db, hall.id, months)
  const found = new Map<number, { name: string; scores: Map<Month, number | null> }>()
  const asked: { month: Month; subjects: number[] }[] = []
  for (const month of months) {
    const subjects = await subjectsOf(db, hall.id, sheet.per, month)
    asked.push({ month, subjects: subjects.map(({ id }) => id) })
    for (const { id, name } of subjects) found.set(id, { name, scores: new Map() })
  }
  const cards = await monthCards(db, hall.id, sheet, asked, earnedIn(db, hall, sheet))
  for (const { month, id, card } of cards) {
    found.get(id)?.scores.set(month, card.score)
  }
  return tableOf(months, found)
}
