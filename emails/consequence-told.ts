import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: accountability was decided (责任追究); what followed is read with the receipt. */
export const consequenceTold = ({ origin, number }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 有了后续处理`, [`您的投诉 ${number}，是否追究责任已经决定。`])
