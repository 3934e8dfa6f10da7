import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { filingPage, toOfficer } from './to-officer.ts'

/** To whoever filed and the window's head: the refusal was corrected, the applicant must be told. */
export const filingCorrected = ({ origin, number, day }: LetterFacts) =>
  toOfficer(
    origin,
    `否定报备 ${number} 已纠正，请告知申请人`,
    [
      '审核认为应当办理，已经纠正。',
      day !== null && `请在 ${day} 下班前告知申请人，再在工作台记下。`,
    ],
    filingPage(number),
  )
