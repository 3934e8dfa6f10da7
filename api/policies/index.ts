import type { HallPolicy } from '../rules/hall-policy.ts'
import { anci } from './anci.ts'
import { bingcha } from './bingcha.ts'
import { qingpu } from './qingpu.ts'

/** The policies a hall can run on, by key. */
export const policies = { anci, bingcha, qingpu } satisfies Record<string, HallPolicy>
export type PolicyKey = keyof typeof policies

/** Whether a text names one of the policies. */
export const isPolicyKey = (text: string): text is PolicyKey => Object.hasOwn(policies, text)
