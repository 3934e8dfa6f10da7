import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { casePage, toOfficer } from './to-officer.ts'

/** To the second person: a decision waits for another pair of eyes (审核). */
export const approvalAsked = ({ origin, number, dueOn }: LetterFacts) =>
  toOfficer(
    origin,
    `投诉 ${number} 等您审核`,
    [`${number} 的处理意见已经提出，等您审核。`, dueOn !== null && `最近的期限是 ${dueOn}。`],
    casePage(number),
  )
