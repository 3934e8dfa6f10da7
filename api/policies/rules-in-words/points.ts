import type { Sheet } from '../../rules/scorecard.ts'

/** What an item of a hall's sheets is worth: 5 分, 2 到 5 分; where none is settled, 若干分. */
export function pointsSaid(sheets: readonly Sheet[], code: string): string {
  const item = sheets.flatMap(({ items }) => items).find((one) => one.code === code)
  if (!item || item.points === null) return '若干分'
  const { points } = item
  return typeof points === 'number' ? `${points} 分` : `${points.from} 到 ${points.to} 分`
}

/** What a sheet begins with: its sections together. */
export const baseOf = (sheets: readonly Sheet[], key: string): number =>
  sumOf(sheets, key, ({ startsAt }) => startsAt)

/** The most a sheet can come to, or one section of it. */
export const mostOf = (sheets: readonly Sheet[], key: string, section?: string): number =>
  sumOf(sheets, key, ({ code, most }) =>
    section === undefined || code === section ? (most ?? 0) : 0,
  )

const sumOf = (
  sheets: readonly Sheet[],
  key: string,
  of: (section: Sheet['sections'][number]) => number,
): number =>
  (sheets.find((sheet) => sheet.key === key)?.sections ?? []).reduce(
    (sum, section) => sum + of(section),
    0,
  )
