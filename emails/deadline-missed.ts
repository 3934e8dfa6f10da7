import { zh } from '../api/words/zh.ts'
import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { casePage, toOfficer } from './to-officer.ts'

/** To the posts above: a date passed without the work (逾期上报). */
export const deadlineMissed = ({ origin, number, deadlines }: LetterFacts) =>
  toOfficer(
    origin,
    `投诉 ${number} 已逾期`,
    [
      `投诉 ${number} 过了期限还没有办。`,
      ...deadlines.map(
        ({ kind, dueOn }) => `${zh.vocabulary.deadlines[kind]}：应在 ${dueOn} 下班前完成。`,
      ),
      '按规定上报给您，请督促办理。',
    ],
    casePage(number),
  )
