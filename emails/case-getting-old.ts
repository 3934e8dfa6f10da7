import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { casePage, toOfficer } from './to-officer.ts'

/** To the office: a case has waited long for its reply; a warning that stops nothing. */
export const caseGettingOld = ({ origin, number }: LetterFacts) =>
  toOfficer(
    origin,
    `投诉 ${number} 收到很久，还没有答复`,
    [
      `投诉 ${number} 收到很久了，投诉人还在等答复。`,
      '请看看卡在哪一步。这封信只提醒一次，不影响办理。',
    ],
    casePage(number),
  )
