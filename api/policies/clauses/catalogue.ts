import type { Clause, RuleSystem } from '../../rules/clause.ts'
import type { Day } from '../../rules/day.ts'

/** A clause as a hall's list writes it: what is left out is usual. */
type ClauseRow = Pick<Clause, 'key' | 'label' | 'plain' | 'system' | 'category'> &
  Partial<Pick<Clause, 'pointsItem' | 'otherPointsItems' | 'common'>>

/** A rule as a hall's list writes it. */
type SystemRow = Pick<RuleSystem, 'key' | 'titleZh' | 'purposeZh' | 'role'> &
  Partial<Pick<RuleSystem, 'outReasonZh'>>

/** The first version of a hall's clauses, in the order of its list. */
export const clausesOf = (
  hall: string,
  effectiveFrom: Day,
  rows: readonly ClauseRow[],
): readonly Clause[] =>
  rows.map((row, index) => ({
    hall,
    pointsItem: null,
    otherPointsItems: [],
    version: 1,
    effectiveFrom,
    sortOrder: index + 1,
    common: false,
    ...row,
  }))

/** A hall's rules, in the order of its list. */
export const systemsOf = (hall: string, rows: readonly SystemRow[]): readonly RuleSystem[] =>
  rows.map((row, index) => ({ hall, outReasonZh: null, sortOrder: index + 1, ...row }))
