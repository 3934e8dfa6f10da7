import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To an administrator: the working days of the coming year are not entered yet. */
export const calendarYearWanted = ({ origin, month }: LetterFacts) => {
  const year = month === null ? '下一年' : `${month.split('-')[0]}年`
  return toOfficer(
    origin,
    `请录入${year}的放假安排`,
    [
      `还没有录入${year}的放假安排。`,
      '国务院办公厅一般在 11 月公布。',
      '录入以前，跨年的期限都是暂定的。',
    ],
    '/desk/admin/calendar',
  )
}
