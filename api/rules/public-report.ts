import type { ComplaintCategory, ComplaintChannel } from './complaint.ts'
import type { ReportFigures } from './monthly-report.ts'
import { type Count, shownCount, shownTable } from './small-counts.ts'

type Shown<Name extends string, T> = { [K in Name]: T } & { count: Count }

/** A month's report as everybody reads it; null where a small count is left out. */
export type PublicReport = {
  accepted: Count
  byChannel: Shown<'channel', ComplaintChannel>[]
  byCategory: Shown<'category', ComplaintCategory>[]
  byDepartment: Shown<'department', string | null>[]
  outcomes: {
    outcome: ReportFigures['timeliness'][number]['outcome']
    onTime: Count
    late: Count
    total: Count
  }[]
  onTime: Count
  late: Count
  /** In whole days, halves going up: decimals would tell how many were answered. */
  workingDays: { mean: number; median: number } | null
}

/**
 * The report without its small counts. The tables share nothing but their total, so what is left
 * out of one cannot be reckoned from another; windows, the kinds of delay and what became of staff
 * are left out altogether, because they are parts of what is shown.
 */
export function publicReport(figures: ReportFigures, least: number): PublicReport {
  const listed = <T extends { count: number }>(rows: readonly T[]) => {
    const { cells } = shownTable([rows.map(({ count }) => count)], least)
    return rows.map((row, column) => ({ ...row, count: cells[0]?.[column] ?? null }))
  }
  const table = shownTable(
    figures.timeliness.map(({ onTime, late }) => [onTime, late]),
    least,
  )
  const [onTime = null, late = null] = table.columnTotals
  return {
    accepted: shownCount(figures.accepted, least),
    byChannel: listed(figures.byChannel),
    byCategory: listed(figures.byCategory),
    byDepartment: listed(figures.byDepartment),
    outcomes: figures.timeliness.map(({ outcome }, row) => ({
      outcome,
      onTime: table.cells[row]![0]!,
      late: table.cells[row]![1]!,
      total: table.rowTotals[row]!,
    })),
    onTime,
    late,
    workingDays:
      figures.answered < least || figures.workingDays === null
        ? null
        : {
            mean: Math.round(figures.workingDays.mean),
            median: Math.round(figures.workingDays.median),
          },
  }
}
