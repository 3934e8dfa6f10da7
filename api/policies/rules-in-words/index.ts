import type { RuleInWords } from '../../rules/rule-in-words.ts'
import { anciInWords } from './anci.ts'
import { bingchaInWords } from './bingcha.ts'
import { qingpuInWords } from './qingpu.ts'
import { standardInWords } from './standard.ts'
import { yichuangInWords } from './yichuang.ts'
import { yuanzhouInWords } from './yuanzhou.ts'

/** What each rule says, in plain words, by the key of its system. */
export const rulesInWords: Readonly<Record<string, RuleInWords>> = {
  ...anciInWords,
  ...bingchaInWords,
  ...qingpuInWords,
  ...yuanzhouInWords,
  ...yichuangInWords,
  ...standardInWords,
}
