import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the administrators: a warning found its post empty, and only they can fill it. */
export const postEmpty = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    '有岗位没有人，期限提醒没人收到',
    [
      `${day ?? '今天'} 有期限要提醒，要提醒的岗位没有人在岗。`,
      '请给这个岗位安排人，再转告上级单位。',
    ],
    '/desk/letters',
  )
