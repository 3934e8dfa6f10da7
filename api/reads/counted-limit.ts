import type { World } from '../context.ts'
import { Invalid } from '../refused.ts'
import { kindOf } from '../rules/calendar.ts'
import { addDays, type Day, isDay } from '../rules/day.ts'
import { worksheetIn } from '../rules/day-unit.ts'
import { limitsOf } from '../rules/deadline-basis.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'

/** The most working days anybody may have counted. */
const MOST_WORKING_DAYS = 60
/** Nobody asks further back than the first known year, or further on than this. */
const MOST_DAYS_AHEAD = 3650

/** What is asked of the calculator, as it was typed; nothing asks for the limits only. */
type Question = { from?: string; limit?: string; days?: string }

/**
 * A date counted for anybody: from a day, by a limit of the hall or by a number of working days
 * from 1 to 60. Bad input is refused at its field; nothing asked gives the hall's limits alone.
 */
export function countedLimit(
  world: World,
  policy: Pick<HallPolicy, 'clocks' | 'negativeFiling' | 'source'>,
  { from = '', limit = '', days = '' }: Question,
) {
  const limits = limitsOf(policy)
  if (from === '' && limit === '' && days === '') return { limits, result: null }
  const dayZero = from.normalize('NFKC').trim()
  const typed = days.normalize('NFKC').trim()
  const named = limits.find((one) => one.limit === limit)
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : null
  const count = typed === '' ? (named?.count ?? null) : number
  const earliest = '2025-01-01'
  const latest = addDays(world.calendar.knownUntil, MOST_DAYS_AHEAD)
  const problems: ConstructorParameters<typeof Invalid>[0] = {}
  if (dayZero === '') problems.from = ['needed']
  else if (!isDay(dayZero)) problems.from = ['not-a-day']
  else if (dayZero < earliest) problems.from = ['day-too-long-ago']
  else if (dayZero > latest) problems.from = ['out-of-range']
  if (typed !== '' && number === null) problems.days = ['not-a-number']
  else if (number !== null && (number < 1 || number > MOST_WORKING_DAYS)) {
    problems.days = ['out-of-range']
  } else if (count === null) problems.limit = ['limit-not-here']
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  const counted = typed === '' ? named : undefined
  const unit = counted?.unit ?? 'workingDays'
  return {
    limits,
    result: {
      from: dayZero as Day,
      fromKind: kindOf(dayZero as Day, world.calendar),
      limit: counted?.limit ?? null,
      basis: counted?.basis ?? null,
      count: count!,
      unit,
      knownUntil: world.calendar.knownUntil,
      ...worksheetIn(unit, dayZero as Day, count!, world.calendar),
    },
  }
}
