import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To a window's head: the other windows' marks for a month are still to be given. */
export const windowsToMark = ({ origin, month }: LetterFacts) =>
  toOfficer(
    origin,
    `请给其他窗口评 ${month ?? '上月'} 的分`,
    [`${month ?? '上月'} 的窗口互评还没有收到您的评分。`, '月度结算以后就不能再评。'],
    '/desk/scores/peer',
  )
