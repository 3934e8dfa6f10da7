import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { casePage, toOfficer } from './to-officer.ts'

/** To who handles a case: the complainant has added something. */
export const messageFromCitizen = ({ origin, number }: LetterFacts) =>
  toOfficer(
    origin,
    `投诉 ${number} 有新的补充`,
    [`投诉人对 ${number} 补充了情况。`],
    casePage(number),
  )
