import { type Calendar, nextWorkingDay } from './calendar.ts'
import { type Day, dayOf } from './day.ts'
import { closingTime, type OpeningHours } from './opening-hours.ts'
import { timeOf } from './time-of-day.ts'

/**
 * The day on which something counts as done: the day itself until the hall closes, afterwards the
 * next working day, so that a reply on its due day in the evening is one working day late.
 */
export function countedDay(moment: Date, hours: OpeningHours, calendar: Calendar): Day {
  const day = dayOf(moment)
  return timeOf(moment) > closingTime(day, hours) ? nextWorkingDay(day, calendar) : day
}
