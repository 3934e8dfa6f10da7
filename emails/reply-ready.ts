import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: the answer is there (答复). */
export const replyReady = ({ origin, number }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 已有答复`, [
    `您的投诉 ${number} 已有答复。`,
    '看完可以告诉我们您是否满意。',
  ])
