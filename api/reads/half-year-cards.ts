import { and, asc, eq, inArray } from 'drizzle-orm'
import { scoreEntries } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import {
  bingchaHalfYearFigures,
  bingchaHalfYearly,
} from '../policies/sheets/bingcha-half-yearly.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { itemsFromFigures } from '../rules/half-year-sheet.ts'
import { type HalfYear, monthsOfHalf, monthsOfYear, spanOf } from '../rules/quarter.ts'
import { type Scorecard, scoreOf } from '../rules/scorecard.ts'
import { leaveDaysOf } from './appraisal-figures.ts'
import { timesLateOrEarly } from './attendance-findings.ts'
import { staffOfMonth } from './month-figures.ts'
import { entryOf, stateOf } from './score-entries.ts'

/** One person's half year: the sheet, and what their figures would put on it. */
export type HalfYearCard = {
  staffId: number
  staff: string
  number: string
  name: string
  card: Scorecard
  waiting: number
  leaveDaysOfYear: number
  timesLateOrEarly: number
  /** Items the figures bring that nobody has proposed yet, with how many of each. */
  fromFigures: { item: string; quantity: number }[]
}

/**
 * Bingcha 考核办法: everybody's half year, recomputed from the confirmed entries whose months lie in
 * it. Leave is added up over the whole year, and put on the sheet once a year.
 */
export async function halfYearCards(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  half: HalfYear,
): Promise<HalfYearCard[]> {
  const months = monthsOfHalf(half)
  const year = half.split('-')[0]!
  const ofYear = monthsOfYear(year)
  const people = new Map<number, Awaited<ReturnType<typeof staffOfMonth>>[number]>()
  for (const month of months)
    for (const person of await staffOfMonth(db, hallId, month)) people.set(person.id, person)
  const rows = await db
    .select()
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        eq(scoreEntries.sheet, bingchaHalfYearly.key),
        inArray(scoreEntries.period, ofYear),
      ),
    )
    .orderBy(asc(scoreEntries.id))
  const leave = await leaveDaysOf(db, hallId, year)
  const times = await timesLateOrEarly(db, hallId, policy, spanOf(months))
  return [...people.values()]
    .toSorted((one, other) => (one.number < other.number ? -1 : 1))
    .map(({ id, publicId, number, name }) => {
      const ofPerson = rows.filter(({ staffId }) => staffId === id)
      const own = ofPerson.filter(({ period }) => months.includes(period!))
      const leaveDaysOfYear = leave.get(id) ?? 0
      const often = times.get(id) ?? 0
      const brought = itemsFromFigures(
        { leaveDaysOfYear, timesLateOrEarly: often, cases: null },
        bingchaHalfYearFigures,
      )
      return {
        staffId: id,
        staff: publicId,
        number,
        name,
        card: scoreOf(bingchaHalfYearly, own.map(entryOf)),
        waiting: own.filter((row) => stateOf(row) === 'proposed').length,
        leaveDaysOfYear,
        timesLateOrEarly: often,
        fromFigures: brought.flatMap(({ item, quantity }) => {
          const among = item === bingchaHalfYearFigures.leave.item ? ofPerson : own
          const written = among
            .filter((row) => row.item === item && stateOf(row) !== 'rejected')
            .reduce(
              (sum, row) => sum + (row.reverses === null ? row.quantity : 0 - row.quantity),
              0,
            )
          return written >= quantity ? [] : [{ item, quantity: quantity - written }]
        }),
      }
    })
}
