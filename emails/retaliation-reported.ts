import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the head: a complainant reports retaliation (打击报复). */
export const retaliationReported = ({ origin, number }: LetterFacts) =>
  toOfficer(
    origin,
    `投诉 ${number} 反映打击报复`,
    [`投诉 ${number} 的投诉人反映受到打击报复。`, '经办人看不到这条反映，请您直接处理。'],
    '/desk/accountability',
  )
