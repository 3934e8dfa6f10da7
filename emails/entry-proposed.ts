import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To whoever a proposed deduction names: it may be answered before somebody confirms it. */
export const entryProposed = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    '有一条计分等您说明',
    [
      '有人提出一条计分，和您或者您的窗口有关。',
      day !== null && `您可以在 ${day} 下班前说明情况。`,
      '过了这一天没有说明，也可以确认。',
    ],
    '/desk/points',
  )
