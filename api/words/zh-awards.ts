import type { RefusalDetails } from '../refused.ts'
import { spokenDay } from './days.ts'

type AwardRefusal =
  | 'no-nominations-here'
  | 'window-not-headed'
  | 'nominee-not-assessed'
  | 'nominations-over'
  | 'nominations-used-up'
  | 'nominated-already'
  | 'recommended-already'
  | 'award-decided'
  | 'no-such-nomination'
  | 'no-such-honour'
  | 'honour-entered'
  | 'passed-over-already'

const by = ({ rule }: RefusalDetails): string => (rule ? `按《${rule}》，` : '')

/** Refusals about proposals and the awards of quarters and years. */
export const awardRefusals: Record<AwardRefusal, (details: RefusalDetails) => string> = {
  'no-nominations-here': () => '本大厅的规章没有这项评选，不用推荐。',
  'window-not-headed': () => '由这个窗口的负责人来办。您现在不是它的负责人。',
  'nominee-not-assessed': (details) => `${by(details)}实习人员不参加考核，不能推荐。`,
  'nominations-over': (details) =>
    `${by(details)}窗口推荐到${spokenDay(String(details.until ?? ''))}下班为止，现在已经过了。`,
  'nominations-used-up': (details) =>
    `${by(details)}这个窗口可以推荐 ${details.places ?? 0} 名，已经用完。要换人，请先撤回一个。`,
  'nominated-already': ({ name }) => `${name ?? '这位同志'}本季度已经有人推荐，不用再推荐。`,
  'recommended-already': ({ window }) => `${window ?? '这个窗口'}今年已经有人推荐，不用再推荐。`,
  'award-decided': (details) => `${by(details)}这次评选已经定了，不能再改。`,
  'no-such-nomination': () => '没有找到这条推荐，可能已经撤回。',
  'no-such-honour': () => '没有找到这项荣誉。',
  'honour-entered': () => '这项荣誉已经登记过。',
  'passed-over-already': () => '这一位已经登记为不评。',
}

/** What the award of a quarter or a year still lacks; `count` is how many. */
type Lacking =
  | 'month-open'
  | 'month-unranked'
  | 'no-appraisal'
  | 'no-attendance'
  | 'no-inspection'
  | 'quarter-undecided'
  | 'places-open'

const missing: Record<Lacking, (count: number) => string> = {
  'month-open': (count) => `还有 ${count} 个月没有结算`,
  'month-unranked': (count) => `还有 ${count} 个月没有评出红旗窗口`,
  'no-appraisal': (count) => `被推荐的人里，有 ${count} 人的平时考核没有确认`,
  'no-attendance': (count) => `有 ${count} 人的出勤天数没有确认`,
  'no-inspection': () => '本季度的卫生检查没有确认',
  'quarter-undecided': (count) => `还有 ${count} 个季度没有评定`,
  'places-open': (count) => `还有 ${count} 个名次没有定下来`,
}

/** Where an award stands. */
const states: Record<'running' | 'over' | 'late' | 'published', string> = {
  running: '正在进行',
  over: '等评定',
  late: '等补数',
  published: '已公布',
}

/** Why so many were not ranked, without saying who. */
const notRanked: Record<string, (count: number) => string> = {
  lowestWindow: (count) => `${count} 人是窗口负责人，所在窗口季度得分靠后`,
  vetoed: (count) => `${count} 个有取消资格的情形或由评定机构定为不评`,
  'too-few-days': (count) => `${count} 人出勤天数不够`,
  'no-score': (count) => `${count} 个没有可以比的得分`,
}

/** Words of the awards of quarters and years. */
export const awardWords = { missing, states, notRanked }
