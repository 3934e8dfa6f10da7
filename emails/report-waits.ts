import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the office: a month's statistics are there and wait for its analysis and confirmation. */
export const reportWaits = ({ origin, month }: LetterFacts) =>
  toOfficer(
    origin,
    `${month ?? ''} 的统计月报待确认`.trim(),
    [
      `${month ?? '这个月'} 的统计月报已经出好。`,
      '请核对数字，写上分析说明，再确认。确认以后才公开。',
    ],
    month ? `/desk/reports/${month}` : '/desk/reports',
  )
