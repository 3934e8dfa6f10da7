import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { zh } from '../api/words/zh.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: holidays were announced, and dates counted in working days moved. */
export const deadlineMoved = ({ origin, number, deadlines }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 的日期有调整`.replace('  ', ' '), [
    `您的投诉 ${number} 的日期有调整。`,
    '国务院公布了放假安排，工作日重新数过。',
    ...deadlines.map(({ kind, dueOn }) => `${zh.vocabulary.deadlines[kind]}：最晚 ${dueOn}。`),
  ])
