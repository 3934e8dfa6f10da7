import type { DeadlineKind } from '../rules/case-file.ts'
import type { DayUnit } from '../rules/day-unit.ts'
import type { DeadlineBasis, FilingLimit, Limit } from '../rules/deadline-basis.ts'
import type { DayKind } from '../rules/calendar.ts'
import type { HoursOfDay } from '../rules/window-hours.ts'
import { weekdayZh } from '../rules/window-hours.ts'

/** A date of a complaint or of a refusal on file. */
type DateKind = DeadlineKind | FilingLimit

/** So many days of a unit: 3 个工作日, 3 天. */
const days = (count: number, unit: DayUnit = 'workingDays'): string => {
  const said: Record<DayUnit, string> = {
    workingDays: `${count} 个工作日`,
    calendarDays: `${count} 天`,
    calendarDaysRolled: `${count} 天（遇休息日顺延）`,
  }
  return said[unit]
}

/** What a date is counted from, by its kind. */
const from: Record<DateKind, string> = {
  acceptance: '收到投诉',
  coordinationOpinion: '收到投诉',
  groupReview: '提出协调意见',
  coordinationMeeting: '领导小组研究',
  replyAfterDepartment: '部门反馈结果',
  reply: '收到投诉',
  maximum: '收到投诉',
  promise: '受理',
  external: '收到转办单',
  statement: '发出要求',
  sanction: '认定有责任',
  archive: '办结',
  negativeReview: '报备',
  negativeNotice: '纠正',
  negativeReport: '报备',
}

/** What has to be done by then, by its kind. */
const act: Record<DateKind, string> = {
  acceptance: '告知是否受理',
  coordinationOpinion: '提出协调意见',
  groupReview: '由领导小组研究',
  coordinationMeeting: '开协调会、定处理意见',
  replyAfterDepartment: '答复投诉人',
  reply: '答复投诉人',
  maximum: '答复投诉人，含延期',
  promise: '答复投诉人',
  external: '答复转办单位',
  statement: '交来情况说明',
  sanction: '决定责任追究',
  archive: '整理归档',
  negativeReview: '审核',
  negativeNotice: '告知申请人',
  negativeReport: '报告',
}

/** A date's rule in words; without a number the day was named. */
const rule = (kind: DateKind, count: number | null, unit?: DayUnit): string =>
  count === null ? `按告知的日期${act[kind]}` : `${from[kind]}后 ${days(count, unit)}内${act[kind]}`

/** The same of what a check of the hall found: nobody complained, nobody is answered. */
const ruleOfFinding = (kind: DateKind, count: number | null): string =>
  (count === null ? `按定下的日期${act[kind]}` : rule(kind, count))
    .replace('收到投诉', '收到检查结果')
    .replace('告知是否受理', '决定受理')
    .replace('答复投诉人', '查清并认定')

/** A limit with its days. */
const limits: Record<Limit, (days: string) => string> = {
  acceptance: (days) => `告知是否受理：收到后 ${days}`,
  coordinationOpinion: (days) => `提出协调意见：收到后 ${days}`,
  groupReview: (days) => `领导小组研究：协调意见提出后 ${days}`,
  coordinationMeeting: (days) => `开协调会、定处理意见：研究后 ${days}`,
  replyAfterDepartment: (days) => `部门反馈后答复：反馈后 ${days}`,
  reply: (days) => `答复投诉人：收到后 ${days}`,
  maximum: (days) => `最长期限，含延期：收到后 ${days}`,
  external: (days) => `转办件没有写期限：收到后 ${days}`,
  review: (days) => `申请复核：答复后 ${days}`,
  negativeReview: (days) => `否定报备的审核：报备后 ${days}`,
  negativeNotice: (days) => `纠正后告知申请人：纠正后 ${days}`,
  negativeReport: (days) => `重要事项报告：报备后 ${days}`,
}

/** What a date rests on; `title` is the hall's regulation. */
const basis = (of: DeadlineBasis, title: string): string => {
  const said: Record<DeadlineBasis, string> = {
    regulation: `依据《${title}》`,
    slip: '依据转办单上写明的期限',
    named: `依据《${title}》定下并告知的日期`,
    portal: '规定没有写明天数，按本平台的承诺',
  }
  return said[of]
}

/** 2027: said wherever a date lies beyond the announced years. */
const provisional = (day: string): string =>
  `国务院尚未公布${day.slice(0, 'yyyy'.length)}年放假安排，此日期为暂定。`

const dayKinds: Record<DayKind, string> = {
  workingDay: '工作日',
  makeUp: '调休上班',
  weekend: '周末',
  holiday: '法定假期',
}

/** Day zero as it is counted: never. */
const dayZero = (kind: DateKind): string => `${from[kind]}的当天，不算`

/** A window's day in one line: 今日 周六 09:00—12:00. */
const hoursToday = ({ weekday, shifts, closing }: HoursOfDay): string =>
  shifts.length === 0
    ? `今日不对外办公${closing ? `：${closing}` : ''}`
    : `今日 ${weekdayZh(weekday)} ${shifts.map(({ opens, closes }) => `${opens}—${closes}`).join('、')}`

/** Words of the working calendar, its deadlines and a window's hours. */
export const calendarWords = {
  days,
  rule,
  ruleOfFinding,
  limits,
  basis,
  provisional,
  dayKinds,
  dayZero,
  hoursToday,
}
