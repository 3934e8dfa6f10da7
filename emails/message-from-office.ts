import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: the office has written or asks something. */
export const messageFromOffice = ({ origin, number }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 有新的留言`, [
    `您的投诉 ${number} 有一条新的留言。`,
    '您可以直接在网上回复。',
  ])
