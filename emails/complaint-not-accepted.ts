import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: the office does not take it up; the reasons stand with the case. */
export const complaintNotAccepted = ({ origin, number }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 没有受理`, [
    `您的投诉 ${number} 没有受理。`,
    '原因和可以找的部门已经写明。',
  ])
