import { zh } from '../api/words/zh.ts'
import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { filingPage, toOfficer } from './to-officer.ts'

/** To those who owe the next step of a refusal on file: its date is near or is today. */
export const filingNear = ({ origin, number, deadlines }: LetterFacts) =>
  toOfficer(
    origin,
    `否定报备 ${number} 快到期`,
    [
      `否定报备 ${number} 有期限快到了。`,
      ...deadlines.map(({ kind, dueOn }) => `${zh.vocabulary.deadlines[kind]}：${dueOn} 下班前。`),
    ],
    filingPage(number),
  )
