import type { Rung } from '../../rules/ladder.ts'

/** A rung that does nothing but what is said of it. */
export const rung = (key: string, labelZh: string, does: Partial<Rung>): Rung => ({
  key,
  tier: null,
  labelZh,
  sanctions: [],
  oneOf: [],
  bars: null,
  circular: false,
  departmentNotice: false,
  returnLetter: false,
  probationMonths: null,
  ...does,
})
