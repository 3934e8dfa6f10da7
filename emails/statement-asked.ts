import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/**
 * To the person complained about: a statement is asked for (情况说明), and by when. It names no
 * case: hearing is not access.
 */
export const statementAsked = ({ origin, dueOn }: LetterFacts) =>
  toOfficer(
    origin,
    '请提交情况说明',
    [
      '有一件投诉请您说明情况。',
      dueOn !== null && `请在 ${dueOn} 下班前提交。`,
      '您说的情况会一并写进案卷。',
    ],
    '/desk/statements',
  )
