import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toCitizen } from './to-citizen.ts'

/** To who complained: it arrived, and by when the office says whether it takes it up. */
export const complaintReceived = ({ origin, number, dueOn }: LetterFacts) =>
  toCitizen(origin, `投诉 ${number} 已收到`, [
    `您的投诉已收到，编号 ${number}。`,
    dueOn !== null && `最晚 ${dueOn} 告诉您是否受理。`,
  ])
