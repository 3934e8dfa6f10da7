import { expect, test } from 'vitest'
import type { Day, Month } from '../../api/rules/day.ts'
import {
  faultDecisionRefusal,
  type FaultReport,
  isBrokenOn,
  isExcused,
  repairRefusal,
} from '../../api/rules/device-fault.ts'

const fault = (changed: Partial<FaultReport>): FaultReport => ({
  beganOn: '2026-02-10',
  confirmed: true,
  repairedOn: '2026-02-12',
  ...changed,
})

test.for<[why: string, month: Month, reports: FaultReport[], excused: boolean]>([
  ['no report excuses nothing', '2026-02', [], false],
  ['a confirmed fault in the month', '2026-02', [fault({})], true],
  ['not confirmed: nothing is waived', '2026-02', [fault({ confirmed: null })], false],
  ['no fault was found', '2026-02', [fault({ confirmed: false, repairedOn: null })], false],
  ['repaired before the month began', '2026-03', [fault({ repairedOn: '2026-02-28' })], false],
  ['repaired on its first day', '2026-03', [fault({ repairedOn: '2026-03-01' })], true],
  ['not repaired yet, months later', '2026-05', [fault({ repairedOn: null })], true],
  ['began after the month', '2026-01', [fault({})], false],
  ['began on its last day', '2026-02', [fault({ beganOn: '2026-02-28', repairedOn: null })], true],
  ['one of two is enough', '2026-02', [fault({ confirmed: null }), fault({})], true],
])('%s', ([, month, reports, excused]) => {
  expect(isExcused(month, reports)).toBe(excused)
})

test.for<
  [why: string, changed: Partial<FaultReport>, decided: string | null, repaired: string | null]
>([
  ['just reported', { confirmed: null, repairedOn: null }, null, 'fault-not-confirmed'],
  ['confirmed', { repairedOn: null }, 'fault-decided', null],
  ['turned down', { confirmed: false, repairedOn: null }, 'fault-decided', 'fault-not-confirmed'],
  ['repaired', {}, 'fault-decided', 'fault-repaired'],
])('%s: what may be entered', ([, changed, decided, repaired]) => {
  expect(faultDecisionRefusal(fault(changed))).toBe(decided)
  expect(repairRefusal(fault(changed))).toBe(repaired)
})

test.for<[why: string, day: Day, changed: Partial<FaultReport>, broken: boolean]>([
  ['the day before', '2026-02-09', {}, false],
  ['its first day', '2026-02-10', {}, true],
  ['the day it was mended', '2026-02-12', {}, true],
  ['the day after', '2026-02-13', {}, false],
  ['not mended yet', '2026-02-20', { repairedOn: null }, true],
  ['not confirmed', '2026-02-11', { confirmed: null }, false],
])('broken on a day: %s', ([, day, changed, broken]) => {
  expect(isBrokenOn(day, [fault(changed)])).toBe(broken)
})
