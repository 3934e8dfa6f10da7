import type { HallPolicy } from '../rules/hall-policy.ts'
import { soundPolicy } from '../rules/policy-problems.ts'
import { anci } from './anci.ts'
import { bingcha } from './bingcha.ts'
import { qingpu } from './qingpu.ts'
import { standard } from './standard.ts'
import { yichuang } from './yichuang.ts'
import { yuanzhou } from './yuanzhou.ts'

/** The policies a hall can run on, by key. */
export const policies = {
  anci,
  bingcha,
  qingpu,
  yuanzhou,
  yichuang,
  standard,
} satisfies Record<string, HallPolicy>
export type PolicyKey = keyof typeof policies

/** Whether a text names one of the policies. */
export const isPolicyKey = (text: string): text is PolicyKey => Object.hasOwn(policies, text)

for (const [key, policy] of Object.entries(policies)) soundPolicy(key, policy)
