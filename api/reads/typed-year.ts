import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { Invalid, type Problem } from '../refused.ts'
import {
  linesOf,
  type NoticeDay,
  readNotice,
  yearOf,
  yearProblem,
} from '../rules/calendar-import.ts'
import { type KnownYear, knownYears } from './known-calendar.ts'

/** A year's notice as it was pasted, a line each. */
export type PastedYear = { year: number; lines: string }

/** A year as it was typed, with the version that holds so far; null for a new year. */
type TypedYear = { year: number; days: NoticeDay[]; before: KnownYear | null }

/**
 * The days of a pasted year. Refused as a whole when anything is wrong: the year under `year`,
 * each line under `line-` and its number, so that nothing is half imported.
 */
export async function typedYear(
  world: World,
  db: Reader,
  { year, lines }: PastedYear,
): Promise<TypedYear> {
  const known = await knownYears(db)
  const { days, bad } = readNotice(lines, year)
  const wrongYear = yearProblem(year, {
    lastKnown: known.at(-1)!.year,
    thisYear: yearOf(today(world)),
  })
  const problems: Record<string, Problem[]> = {
    ...(wrongYear === null ? {} : { year: [wrongYear] }),
    ...Object.fromEntries(bad.map(({ line, problem }) => [`line-${line}`, [problem]])),
  }
  if (bad.length === 0 && !days.some(({ mark }) => mark === 'closed')) {
    problems.lines = ['notice-no-holiday']
  }
  const before = known.find((one) => one.year === year) ?? null
  if (before && bad.length === 0 && linesOf(before.days) === linesOf(days)) {
    problems.lines = ['notice-unchanged']
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  return { year, days, before }
}
