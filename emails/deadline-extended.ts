import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: the answer comes later, by a new date (延期说明). */
export const deadlineExtended = ({ origin, number, dueOn }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 要多一些时间`, [
    `您的投诉 ${number} 还没有办完。`,
    dueOn !== null && `新的答复日期是 ${dueOn}。`,
    '延期的原因已经写明。',
  ])
