import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To those who may decide on accountability: a proposal waits for one of them. */
export const accountabilityWaits = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    '有一件责任追究等您决定',
    [
      '同事提出了责任追究的意见，请您决定。',
      day !== null && `当事人可以申辩到 ${day}，之后再决定。`,
      '提出意见的人和须回避的人不能决定。',
    ],
    '/desk/accountability',
  )
