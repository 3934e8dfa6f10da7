import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the posts of the policy: calls back or rectifications of low ratings are late. */
export const lowRatingLate = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    `差评回访整改已过期 ${day ?? ''}`.trim(),
    [`到 ${day ?? '今天'} 下班，有差评没有按时回访或整改。`, '请马上安排人办理。'],
    '/desk/low-ratings',
  )
