import type { HallPolicy } from './hall-policy.ts'

/**
 * What a refused date rests on: the title of the hall's regulation, and whether the days are its
 * own or lent by the portal because its text has none (Yuanzhou 窗口工作人员行为规范).
 */
export const dateRule = ({ source, clocks }: Pick<HallPolicy, 'source' | 'clocks'>) => ({
  rule: source.titleZh,
  by: clocks.setBy,
})
