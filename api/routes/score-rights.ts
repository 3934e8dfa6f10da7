import type { Officer } from '../context.ts'
import { type ActOn, can, type Resource } from '../rules/can.ts'

type About = Extract<Resource, { kind: 'scoreEntry' | 'monthClose' | 'award' }>

/** Whether an officer may do something to points, a month's figures or an award in general. */
export const may = <R extends About>(officer: Officer, act: ActOn<R['kind']>, resource: R) =>
  can<R>({ ...officer, relation: null }, act, resource)

/** Any entry, nobody's own. */
export const ENTRY = { kind: 'scoreEntry', proposedById: null, staffId: null } as const
/** The figures of any month. */
export const MONTH = { kind: 'monthClose' } as const
/** Any award, among whose candidates the officer is not. */
export const AWARD = { kind: 'award', candidateStaffIds: [], headStaffId: null } as const
