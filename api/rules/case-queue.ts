import { CASE_STATES, type CaseState, SETTLED_STATES } from './case-file.ts'

/** The lists of the desk: 待受理, 快到期, 已超期, 我的, 待审核, 待归档, 全部. */
export const CASE_LISTS = [
  'registered',
  'soon',
  'overdue',
  'mine',
  'awaitingApproval',
  'toArchive',
  'all',
] as const
export type CaseList = (typeof CASE_LISTS)[number]

/** Whether a text names a list of the desk. */
export const isCaseList = (text: string): text is CaseList =>
  (CASE_LISTS as readonly string[]).includes(text)

/** States in which the office still owes something, the complete file included. */
export const LIVE_STATES: readonly CaseState[] = CASE_STATES.filter(
  (state) => !SETTLED_STATES.includes(state) || state === 'closed',
)
