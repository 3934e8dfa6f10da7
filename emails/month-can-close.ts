import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the office head and the assessment group: a month's points can be closed (月度结账). */
export const monthCanClose = ({ origin, month }: LetterFacts) =>
  toOfficer(
    origin,
    `${month ?? ''} 的计分可以结账`.trim(),
    [`${month ?? '上月'} 的计分和数字都已到期。`, '请核对后结账，再评星窗。'],
    '/desk/stars',
  )
