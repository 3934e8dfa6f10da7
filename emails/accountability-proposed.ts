import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To whoever is to be held to account: it may be answered (申辩) before it is decided. */
export const accountabilityProposed = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    '有一件责任追究等您申辩',
    [
      '有人提出对您追究责任，还没有决定。',
      day !== null && `您可以在 ${day} 下班前申辩。`,
      '过了这一天没有申辩，也可以决定。',
    ],
    '/desk/statements',
  )
