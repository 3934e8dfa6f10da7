import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To those who may approve: a change of the published rules waits for another person's look. */
export const ruleChangeEntered = ({ origin }: LetterFacts) =>
  toOfficer(
    origin,
    '有一处规定的改动等您审核',
    ['同事录入了公开规定的一处改动。', '您审核以后，群众才看得到。'],
    '/desk/rules',
  )
