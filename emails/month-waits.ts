import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the office head and the assessment group: a month's day has come and figures are missing. */
export const monthWaits = ({ origin, month }: LetterFacts) =>
  toOfficer(
    origin,
    `${month ?? ''} 的计分还缺数据`.trim(),
    [
      `${month ?? '上月'} 的计分还缺数据，所以没有结算完。`,
      '缺什么，工作台逐条列出。补齐后自动结算。',
    ],
    '/desk/stars',
  )
