import { and, asc, eq, sql } from 'drizzle-orm'
import { scoreEntries } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Month } from '../rules/day.ts'
import { type CountedEntry, type Scorecard, type Sheet, scoreOf } from '../rules/scorecard.ts'

/** One scorecard of a month: a person's or a window's, by the sheet. */
export type MonthCard = { month: Month; id: number; card: Scorecard }

/** What is earned beside the entries: marks of other windows. */
type Earned = (
  month: Month,
  subjects: readonly number[],
) => Promise<ReadonlyMap<number, CountedEntry>>

const NOTHING_EARNED: Earned = () => Promise.resolve(new Map())

/** Confirmed points of a month by subject and item, added up in whole hundredths. */
async function sumsOf(db: Reader, hallId: number, sheet: Sheet, month: Month) {
  const subject = sheet.per === 'staff' ? scoreEntries.staffId : scoreEntries.windowId
  return db
    .select({
      id: subject,
      item: scoreEntries.item,
      quantity: sql<number>`sum(case when ${scoreEntries.reverses} is null then ${scoreEntries.quantity} else -${scoreEntries.quantity} end)`,
      hundredths: sql<number>`cast(sum(round(${scoreEntries.points} * 100)) as integer)`,
    })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        eq(scoreEntries.period, month),
        eq(scoreEntries.confirmed, true),
        eq(scoreEntries.sheet, sheet.key),
      ),
    )
    .groupBy(subject, scoreEntries.item)
    .orderBy(asc(subject), asc(scoreEntries.item))
}

/**
 * The scorecards of a row of months, recomputed from the confirmed entries: of `subjects`, the
 * persons or windows the sheet is for. Each month is a piece of its own, so that others are served
 * in between. A card's lines are its items, each with all its entries together.
 */
export async function monthCards(
  db: Reader,
  hallId: number,
  sheet: Sheet,
  months: readonly { month: Month; subjects: readonly number[] }[],
  earned: Earned = NOTHING_EARNED,
): Promise<MonthCard[]> {
  const cards: MonthCard[] = []
  for (const { month, subjects } of months) {
    const sums = Map.groupBy(await sumsOf(db, hallId, sheet, month), ({ id }) => id)
    const marks = await earned(month, subjects)
    for (const id of subjects) {
      const lines = (sums.get(id) ?? []).map(({ item, quantity, hundredths }): CountedEntry => ({
        id: item,
        item,
        quantity,
        points: hundredths / 100,
        source: 'manual',
        state: 'confirmed',
        reverses: null,
      }))
      const mark = marks.get(id)
      cards.push({ month, id, card: scoreOf(sheet, mark ? [...lines, mark] : lines) })
    }
    await new Promise((next) => setImmediate(next))
  }
  return cards
}
