import { type Day, firstDayOf, lastDayOf, type Month } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'

/** What a rating device failed in, as whoever reports it says. */
export const FAULT_SIGNS = [
  'dark',
  'noAnswer',
  'wrongWindow',
  'network',
  'codeUnreadable',
  'other',
] as const
export type FaultSign = (typeof FAULT_SIGNS)[number]

/** A report (报修记录) as far as it matters to what is waived. */
export type FaultReport = {
  /** The first day of the fault. */
  beganOn: Day
  /** Whether another person confirmed the fault for the IT section; null while nobody has. */
  confirmed: boolean | null
  /** The day it worked again; null while it does not. */
  repairedOn: Day | null
}

export type FaultRefusal = 'fault-decided' | 'fault-not-confirmed' | 'fault-repaired'

/** Why a report cannot be confirmed or turned down, or null: once is enough. */
export const faultDecisionRefusal = ({ confirmed }: FaultReport): FaultRefusal | null =>
  confirmed === null ? null : 'fault-decided'

/** Why a device cannot be entered as repaired, or null: only a confirmed fault ends. */
export function repairRefusal({ confirmed, repairedOn }: FaultReport): FaultRefusal | null {
  if (repairedOn !== null) return 'fault-repaired'
  return confirmed ? null : 'fault-not-confirmed'
}

/**
 * Whether cases of a month may be entered as accepted during a fault: one was confirmed and lasted
 * on some day of it. Qingpu 电子评价考核办法: deductions a verified fault caused are not made;
 * without the IT section's confirmation nothing is waived.
 */
export const isExcused = (month: Month, reports: readonly FaultReport[]): boolean =>
  reports.some(
    ({ beganOn, confirmed, repairedOn }) =>
      confirmed === true &&
      beganOn <= lastDayOf(month) &&
      (repairedOn === null || repairedOn >= firstDayOf(month)),
  )

/** Whether a confirmed fault lasted on a day: whoever found the device off then found no breach. */
export const isBrokenOn = (day: Day, reports: readonly FaultReport[]): boolean =>
  reports.some(
    ({ beganOn, confirmed, repairedOn }) =>
      confirmed === true && beganOn <= day && (repairedOn === null || day <= repairedOn),
  )

/**
 * Whether a hall has rating devices that can break: those that must be on. Qingpu
 * 服务质量电子评价考核办法 and Yuanzhou 窗口工作人员行为规范; elsewhere the window's code is enough.
 */
export const hasDevices = ({ rating }: Pick<HallPolicy, 'rating'>): boolean => rating.deviceMustBeOn
