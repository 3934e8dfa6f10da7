import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the office: calls back or rectifications of low ratings are near or due today. */
export const lowRatingNear = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    `差评回访整改快到期 ${day ?? ''}`.trim(),
    [`${day ?? '今天'} 有差评的回访或整改快到期。`, '列表里写着每一条最晚哪天。'],
    '/desk/low-ratings',
  )
