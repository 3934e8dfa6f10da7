import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the office: a round the day owed is not entered (巡查). */
export const roundsMissing = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    `${day ?? ''} 的巡查没有记全`.trim(),
    [`${day ?? '今天'} 该做的巡查没有记全。`, '做了没记的，不能补记到那一天，请说明原因。'],
    '/desk/rounds',
  )
