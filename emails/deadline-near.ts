import { zh } from '../api/words/zh.ts'
import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { casePage, toOfficer } from './to-officer.ts'

/** To who handles a case, or the office: a date is near or is today. */
export const deadlineNear = ({ origin, number, deadlines }: LetterFacts) =>
  toOfficer(
    origin,
    `投诉 ${number} 快到期`,
    [
      `投诉 ${number} 有期限快到了。`,
      ...deadlines.map(({ kind, dueOn }) => `${zh.vocabulary.deadlines[kind]}：${dueOn} 下班前。`),
      '来不及办完，请先向投诉人说明。',
    ],
    casePage(number),
  )
