import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { filingPage, toOfficer } from './to-officer.ts'

/** To the section that reviews: a window put a refusal on file (否定报备). */
export const filingWaits = ({ origin, number, day }: LetterFacts) =>
  toOfficer(
    origin,
    `否定报备 ${number} 等您审核`,
    [
      '窗口报备了一件不予办理的事，申请人有异议。',
      day !== null && `请在 ${day} 下班前审核。`,
      '办错的请纠正，重要事项还要报告。',
    ],
    filingPage(number),
  )
