import { WITHHOLDING_REASONS, type WithholdingReason } from './closing.ts'
import type { ComplaintCategory } from './complaint.ts'
import { type Count, shownCount, shownTable } from './small-counts.ts'

/** What a month of a hall came to, before anything is left out. */
export type RawFigures = {
  /** Complaints received in the month. */
  received: number
  /** Complaints accepted in the month, whenever received: not a part of `received`. */
  accepted: number
  /** Cases decided in the month, for everything they may be about: a missing row would tell. */
  decided: readonly { category: ComplaintCategory; verified: number; unverified: number }[]
  published: number
  withheld: Partial<Record<WithholdingReason, number>>
}

/** The same as it is published, once and for good; null where a small count is left out. */
export type MonthFigures = {
  received: Count
  accepted: Count
  decided: {
    byCategory: { category: ComplaintCategory; verified: Count; unverified: Count; total: Count }[]
    verified: Count
    unverified: Count
    total: Count
    /** Per cent of the decided that were verified in whole or in part, without decimals. */
    verifiedShare: number | null
  }
  /** Every one of them is shown, so their number is no secret. */
  published: number
  withheld: { byReason: { reason: WithholdingReason; count: Count }[]; total: Count }
}

/**
 * The month's figures as they may be published: no count of complaints below `least`, and none
 * that could be reckoned from the others. The share is given only where its parts are.
 */
export function monthFigures(raw: RawFigures, least: number): MonthFigures {
  const { decided } = raw
  const table = shownTable(
    decided.map(({ verified, unverified }) => [verified, unverified]),
    least,
  )
  const [verified, unverified] = totalsOf(table.columnTotals, table.cells, decided.length)
  const withheld = shownTable(
    [WITHHOLDING_REASONS.map((reason) => raw.withheld[reason] ?? 0)],
    least,
  )
  return {
    received: shownCount(raw.received, least),
    accepted: shownCount(raw.accepted, least),
    decided: {
      byCategory: decided.map(({ category }, row) => ({
        category,
        verified: table.cells[row]![0]!,
        unverified: table.cells[row]![1]!,
        total: table.rowTotals[row]!,
      })),
      verified,
      unverified,
      total: table.total,
      verifiedShare:
        verified === null || unverified === null
          ? null
          : Math.round((verified / (verified + unverified)) * 100),
    },
    published: raw.published,
    withheld: {
      byReason: WITHHOLDING_REASONS.map((reason, column) => ({
        reason,
        count: withheld.cells[0]![column]!,
      })),
      total: withheld.total,
    },
  }
}

/** The sums of both columns; those of a single row are the row itself. */
function totalsOf(sums: readonly Count[], cells: readonly (readonly Count[])[], rows: number) {
  const of = rows === 1 ? cells[0]! : sums
  return [of[0] ?? null, of[1] ?? null] as const
}
