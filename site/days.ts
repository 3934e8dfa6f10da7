import { type Day, dayOf, TIME_ZONE } from '../api/rules/day.ts'

/** A day as people say it: 11月24日. */
export const spokenDay = (day: Day | string): string => {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

const clockTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment as it is written: 2026-11-20 16:02. */
export const writtenMoment = (at: number): string => {
  const moment = new Date(at)
  return `${dayOf(moment)} ${clockTime.format(moment)}`
}

/** A month as people say it: 2026年10月. */
export const spokenMonth = (month: string): string => {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}
