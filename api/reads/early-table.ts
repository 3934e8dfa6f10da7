import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { scoreEntries } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { anci41, anciEarlyCompletion } from '../policies/sheets/anci-4-1.ts'
import { sheetsOfPolicy } from '../policies/sheets/by-key.ts'
import { Refused } from '../refused.ts'
import { lastDayOf, type Month } from '../rules/day.ts'
import { staffOfMonth } from './month-figures.ts'
import { stateOf } from './score-entries.ts'

/** The entries for promised cases done early in a month, those rejected or taken back left out. */
export const earlyEntries = (db: Reader, hallId: number, month: Month) =>
  db
    .select()
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        eq(scoreEntries.item, anciEarlyCompletion.item),
        eq(scoreEntries.occurredOn, lastDayOf(month)),
        or(isNull(scoreEntries.confirmed), ne(scoreEntries.confirmed, false)),
        isNull(scoreEntries.reverses),
      ),
    )

/** Everybody of a month, with what their promised cases done early earned, entered or not. */
export async function earlyTable(
  db: Reader,
  officer: { staffId: number | null },
  hall: { id: number; policy: string },
  month: Month,
) {
  if (!sheetsOfPolicy(hall.policy).includes(anci41)) throw new Refused('no-sheet-here')
  const written = await earlyEntries(db, hall.id, month)
  const people = await staffOfMonth(db, hall.id, month)
  return {
    month,
    percentStep: anciEarlyCompletion.percentStep,
    fewestCases: anciEarlyCompletion.fewestCases,
    rows: people.map(({ id, publicId, number, name }) => {
      const entry = written.find(({ staffId }) => staffId === id)
      return {
        staff: publicId,
        number,
        name,
        isSelf: id === officer.staffId,
        entry: entry ? { points: entry.points, reason: entry.reason, state: stateOf(entry) } : null,
      }
    }),
  }
}
