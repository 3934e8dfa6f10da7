import { type Day, dayOf } from './day.ts'
import { closingTime, type OpeningHours } from './opening-hours.ts'
import { timeOf } from './time-of-day.ts'

/** Whether a day of a hall is over for the public: its closing time has come. */
export const isOver = (day: Day, hours: OpeningHours, now: Date): boolean =>
  day < dayOf(now) || (day === dayOf(now) && timeOf(now) >= closingTime(day, hours))
