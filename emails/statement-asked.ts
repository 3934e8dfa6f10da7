import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the person complained about: a statement is asked for (情况说明), and by when. */
export const statementAsked = ({ origin, number, dueOn }: LetterFacts) =>
  toOfficer(
    origin,
    `请提交情况说明 ${number}`,
    [
      `有一件投诉请您说明情况，编号 ${number}。`,
      dueOn !== null && `请在 ${dueOn} 下班前提交。`,
      '您说的情况会一并写进案卷。',
    ],
    '/desk/statements',
  )
