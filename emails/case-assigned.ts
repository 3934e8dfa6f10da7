import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { casePage, toOfficer } from './to-officer.ts'

/** To an officer who is given a case. */
export const caseAssigned = ({ origin, number, dueOn }: LetterFacts) =>
  toOfficer(
    origin,
    `投诉 ${number} 请您处理`,
    [`投诉 ${number} 到了您这里，请处理。`, dueOn !== null && `最近的期限是 ${dueOn}。`],
    casePage(number),
  )
