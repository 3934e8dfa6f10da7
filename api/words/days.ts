import { dayOf } from '../rules/day.ts'
import type { MonthDay } from '../rules/opening-hours.ts'
import { timeOf } from '../rules/time-of-day.ts'

/**
 * A day as people say it: 11月24日. Given the day it is read on, with the year where that is
 * another one: 2027年1月4日.
 */
export function spokenDay(day: MonthDay | string, readOn?: string): string {
  const [date, month, year] = day.split('-').map(Number).toReversed()
  const isOtherYear = readOn !== undefined && Number.parseInt(readOn, 10) !== year
  return `${isOtherYear ? `${year}年` : ''}${month}月${date}日`
}

/** A month as people say it: 2026年10月. */
export function spokenMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** A month, a quarter or a year as people say it: 2026年10月, 2026年第3季度, 2026年. */
export function spokenPeriod(period: string): string {
  const [year, rest] = period.split('-')
  if (rest === undefined) return `${year}年`
  return rest.startsWith('Q') ? `${year}年第${rest.slice(1)}季度` : spokenMonth(period)
}

/** The award of a period by its name, the stretch of time said once: 2026年第3季度服务明星. */
export const awardTitle = ({ period, name }: { period: string; name: string }): string =>
  `${spokenPeriod(period)}${name}`.replace('季度季度', '季度').replace('年年度', '年度')

/** A moment as it is written: 2026-11-20 16:02. */
export function writtenMoment(at: number): string {
  const moment = new Date(at)
  return `${dayOf(moment)} ${timeOf(moment)}`
}
