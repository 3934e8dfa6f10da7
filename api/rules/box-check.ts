import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'

/** The task of looking into comment book and box on one day in one hall (开箱检查). */
export const BOX_CHECK = 'boxCheck'

/** Its key: one task a day and hall. */
export const boxCheckKey = (hallId: number, day: string) => `${hallId}:${day}`

/** Whether a hall has a comment book or a box at all. */
export const hasBox = ({ channels, clocks }: HallPolicy): boolean =>
  clocks.boxCheck || channels.includes('commentBox') || channels.includes('commentBook')

/**
 * How a day stands. checked: somebody looked. open: it is today and owed. missed: it was owed and
 * nobody looked. free: no working day, or before the hall was there.
 */
type BoxDay = { day: Day; stands: 'checked' | 'open' | 'missed' | 'free' }

/**
 * The last days, today first. Anci 巡查办法, task five: book and box are looked through every
 * working day, make-up days too; a day that passed without a look stays a gap for good.
 */
export function boxDays(
  { clocks }: Pick<HallPolicy, 'clocks'>,
  { today, days, openedOn }: { today: Day; days: number; openedOn: Day },
  checked: ReadonlySet<Day>,
  calendar: Calendar,
): BoxDay[] {
  return Array.from({ length: days }, (_, back): BoxDay => {
    const day = addDays(today, -back)
    if (checked.has(day)) return { day, stands: 'checked' }
    const owed = clocks.boxCheck && day >= openedOn && isWorkingDay(day, calendar)
    if (!owed) return { day, stands: 'free' }
    return { day, stands: day === today ? 'open' : 'missed' }
  })
}
