import { type Day, isDay } from './day.ts'

const CENTURY = '20'

/**
 * The day that year, month and day make as people type them: `26`, `3`, `２` is 2026-03-02. Null
 * when there is no such day.
 */
export function typedDay(year: string, month: string, date: string): Day | null {
  const [y, m, d] = [year, month, date].map((part) =>
    part
      .normalize('NFKC')
      .replace(/[年月日号]$/, '')
      .trim(),
  ) as [string, string, string]
  const whole = y.length === CENTURY.length ? CENTURY + y : y
  const day = [whole, m.padStart(CENTURY.length, '0'), d.padStart(CENTURY.length, '0')].join('-')
  return isDay(day) ? day : null
}
