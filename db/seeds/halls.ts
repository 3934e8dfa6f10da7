import type { Day } from '../../api/rules/day.ts'
import type { Role } from '../../api/rules/roles.ts'
import { anci } from './anci.ts'
import { bingcha } from './bingcha.ts'
import { qingpu } from './qingpu.ts'
import { standard } from './small/standard.ts'
import { yichuang } from './small/yichuang.ts'
import { yuanzhou } from './small/yuanzhou.ts'

/** What a window deals with, so that invented complaints land where they make sense. */
const TOPICS = [
  'general',
  'civilAffairs',
  'socialInsurance',
  'medicalInsurance',
  'housingFund',
  'market',
  'licence',
  'household',
  'exitEntry',
  'realEstate',
  'tax',
  'health',
  'agriculture',
] as const
export type Topic = (typeof TOPICS)[number]

/** The demonstration halls, each under the policy of the same key. */
export const DEMONSTRATION_HALLS = ['anci', 'bingcha', 'qingpu'] as const
export type DemonstrationHall = (typeof DEMONSTRATION_HALLS)[number]

/** Small halls beside them, so that every policy can be looked at; the same keys again. */
export const SMALL_HALLS = ['yuanzhou', 'yichuang', 'standard'] as const
export type SmallHall = (typeof SMALL_HALLS)[number]

type DepartmentSeed = { key: string; nameZh: string; phone: string }

type WindowSeed = {
  /** As it stands on the counter, unique in the hall, e.g. `3号`. */
  number: string
  business: string
  topic: Topic
  /** Key of the department. */
  department: string
  floorZh: string
  /** Open on Saturdays with compensatory days (Qingpu 窗口工作人员考勤办法). */
  saturday: boolean
}

type StaffSeed = { number: string; nameZh: string; department: string }

/** A staff member at a window, first and last day included; no last day means still there. */
type PostingSeed = {
  staff: string
  window: string
  head: boolean
  from: Day
  to: Day | null
}

/** Somebody who signs in. `staffRef` is a staff number and ties the account to a posting. */
type OfficerSeed = {
  login: string
  nameZh: string
  unitZh: string
  roles: readonly Role[]
  staffRef: string | null
}

/** A demonstration hall as pure data: every person in it is invented. */
export type HallSeed = {
  key: DemonstrationHall | SmallHall
  policyKey: string
  nameZh: string
  addressZh: string
  phone: string
  supervisionPhone: string
  departments: readonly DepartmentSeed[]
  windows: readonly WindowSeed[]
  staff: readonly StaffSeed[]
  postings: readonly PostingSeed[]
  officers: readonly OfficerSeed[]
}

/** The demonstration halls with their people. */
export const hallSeeds: Readonly<Record<DemonstrationHall, HallSeed>> = { anci, bingcha, qingpu }

/** The small halls with their people. */
export const smallHallSeeds: Readonly<Record<SmallHall, HallSeed>> = {
  yuanzhou,
  yichuang,
  standard,
}

/** The windows of a hall that deal with a topic; every window when none is named. */
export const windowsOn = (hall: HallSeed, topic: Topic | null): readonly WindowSeed[] =>
  hall.windows.filter((window) => topic === null || window.topic === topic)
