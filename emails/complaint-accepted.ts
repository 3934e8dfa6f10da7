import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: the office has taken it up, and by when it answers. */
export const complaintAccepted = ({ origin, number, dueOn }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 已受理`, [
    `您的投诉 ${number} 已经受理。`,
    dueOn !== null && `最晚 ${dueOn} 答复您。`,
    '到期还没有答复，系统会自动上报。',
  ])
