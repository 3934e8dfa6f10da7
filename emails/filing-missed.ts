import { zh } from '../api/words/zh.ts'
import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { filingPage, toOfficer } from './to-officer.ts'

/** To those who owe the step and to the section: a date of a refusal on file has passed. */
export const filingMissed = ({ origin, number, deadlines }: LetterFacts) =>
  toOfficer(
    origin,
    `否定报备 ${number} 已逾期`,
    [
      `否定报备 ${number} 过了期限还没有办。`,
      ...deadlines.map(
        ({ kind, dueOn }) => `${zh.vocabulary.deadlines[kind]}：应在 ${dueOn} 下班前完成。`,
      ),
      '请马上办理，或者督促办理。',
    ],
    filingPage(number),
  )
