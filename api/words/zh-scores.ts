import type { RefusalDetails } from '../refused.ts'
import type { AttendanceFindingKind } from '../rules/attendance-finding.ts'
import type { Missing } from '../rules/bingcha-month.ts'
import type { VetoCause } from '../rules/hall-policy.ts'
import type { EntrySource, EntryState } from '../rules/score-entry.ts'
import type { FeedEvent } from '../rules/score-feed.ts'
import type { Ineligible } from '../rules/star-award.ts'
import type { TieStep } from '../rules/tie-chain.ts'
import type { Grade } from '../rules/yearly-appraisal.ts'

type ScoreRefusal =
  | 'no-such-entry'
  | 'entry-same-person'
  | 'entry-already-decided'
  | 'entry-concerns-you'
  | 'entry-not-confirmed'
  | 'entry-is-reversal'
  | 'entry-reversed'
  | 'entry-exclusive'
  | 'entry-answer-open'
  | 'entry-answered'
  | 'marks-not-yours'
  | 'marks-not-yet'
  | 'marks-closed'
  | 'window-was-marked'
  | 'roll-called'
  | 'inspected-already'
  | 'no-such-period'
  | 'early-entered'
  | 'finding-known'
  | 'inspection-missing'
  | 'inspection-entries-open'
  | 'nothing-from-figures'
  | 'figures-fixed'
  | 'figures-changed'
  | 'figures-same-person'
  | 'no-such-month'
  | 'place-not-undecided'
  | 'place-concerns-you'

/** Refusals about points, figures and stars. */
export const scoreRefusals: Record<ScoreRefusal, (details: RefusalDetails) => string> = {
  'no-such-entry': () => '没有找到这条计分记录。',
  'entry-same-person': () => '这条是您提出的，要由另一个人确认。',
  'entry-already-decided': () => '这条记录已经有人处理过了，您的操作没有保存。',
  'entry-concerns-you': () => '这条记录与您有关，请由别的同事处理。',
  'entry-not-confirmed': () => '这条记录还没有确认，不用撤销。可以退回。',
  'entry-is-reversal': () => '这条本身就是撤销，不能再撤销。需要时请重新提出。',
  'entry-reversed': () => '这条记录已经有人提出撤销。',
  'entry-exclusive': ({ other }) =>
    `同一天已记“${other ?? ''}”，同一件事只记一项。如果是另一件事，请勾选“这是另一件事”。`,
  'entry-answer-open': ({ until }) =>
    `当事人可以说明到 ${until ?? ''} 下班。等说明或者到期再确认。`,
  'entry-answered': () => '这条已经说明过了，您这次写的没有保存。',
  'marks-not-yours': () => '窗口互评由窗口负责人来评。您现在不是窗口负责人。',
  'marks-not-yet': ({ month }) => `${month ?? '这个月'} 还没有过完，过完再评分。`,
  'marks-closed': ({ month }) => `${month ?? '这个月'} 已经结算，不能再评分。`,
  'window-was-marked': () => '这个窗口已有互评得分，不用主任办公会定分。',
  'roll-called': () => '这次活动已经点过名。需要更正，请到计分记录里撤销。',
  'inspected-already': ({ quarter }) => `${quarter ?? '这个季度'} 的卫生检查已经确认，不能再改。`,
  'no-such-period': () => '这里没有这个时间段。',
  'early-entered': ({ name }) => `${name ?? '这位同志'}这个月的提前办结已经提出过。`,
  'finding-known': () => '这条考勤发现已经登记过。',
  'inspection-missing': () => '这个季度还没有登记卫生检查，请先登记检查。',
  'inspection-entries-open': ({ count }) =>
    `还有 ${count ?? ''} 条卫生扣分没有确认或退回，处理完再确认检查。`,
  'nothing-from-figures': () => '按这些数字没有新的扣分要提出。',
  'figures-fixed': ({ month }) => `${month ?? ''} 的结果已经算定，数字不能再改。`,
  'figures-changed': () => '有人刚改过这些数字，请核对新的数字再确认。',
  'figures-same-person': () => '这些数字是您填的，要由另一个人确认。',
  'no-such-month': () => '这里没有这个月份。',
  'place-not-undecided': () => '这个名次不用再定，可能别的同事已经定了。',
  'place-concerns-you': () => '参评的人里有您本人或者您要回避的人，请由别的同事来定。',
}

/** What each step of the chain of ties compares. */
const tieSteps: Record<TieStep, string> = {
  score: '得分高的在前',
  redFlags: '红旗多的在前',
  honours: '条线荣誉多的在前',
  quarterStars: '季度明星次数多的在前',
  verifiedComplaints: '查实投诉少的在前',
  deductionPoints: '扣分少的在前',
  satisfaction: '满意率高的在前',
  attendance: '考勤好的在前',
  lastAwarded: '上次得奖早的在前',
  decision: '由评定机构决定',
}

/** The value a step compares, as a column's head. */
const tieValues: Record<TieStep, string> = {
  score: '得分',
  redFlags: '红旗',
  honours: '条线荣誉',
  quarterStars: '季度明星',
  verifiedComplaints: '查实投诉',
  deductionPoints: '扣分合计',
  satisfaction: '满意率',
  attendance: '考勤',
  lastAwarded: '上次得奖',
  decision: '评定机构的决定',
}

/** What a step shows where there is no value. */
const noTieValue: Record<TieStep, string> = {
  score: '无',
  redFlags: '无',
  honours: '无',
  quarterStars: '无',
  verifiedComplaints: '无',
  deductionPoints: '无',
  satisfaction: '评价不足，不比',
  attendance: '无',
  lastAwarded: '没得过',
  decision: '未选',
}

/** Why somebody is not ranked. */
const ineligible: Record<Ineligible['reason'], string> = {
  'no-score': '没有可以计分的人员',
  'too-few-days': '出勤天数不够',
  vetoed: '取消本次评选资格',
}

/** Why somebody may not get an award. */
const vetoes: Record<VetoCause | 'complaintVerifiedWhileHeld', string> = {
  verifiedComplaint: '投诉查实',
  hotlineComplaint: '12345 转来的投诉查实',
  undercoverFilm: '暗访拍到问题',
  smoking: '在禁烟区吸烟',
  suspectedViolation: '涉嫌违纪违规，影响不好',
  brokenPromise: '没有兑现服务承诺',
  repeatedItBreach: '多次违反设备使用规定',
  lossOfEligibility: '责任追究：取消评优资格',
  postTransfer: '责任追究：调离岗位',
  sickLeave: '病假超过规定天数',
  complaintCircular: '因投诉被通报',
  probationOrWaiting: '留职使用或待岗',
  complaintVerifiedWhileHeld: '暂缓期间投诉查实',
}

/** What a month still lacks; `count` is how many. */
type MissingFigure = Missing['what'] | 'no-case-volume' | 'no-attendance' | 'ratings-open'
const missing: Record<MissingFigure, (count: number, needed?: number) => string> = {
  'month-running': () => '这个月还没有到结算日',
  'too-few-raters': (count, needed = 0) =>
    `窗口互评：已有 ${count} 个窗口评过，至少要 ${needed} 个`,
  'no-peer-mark': (count) => `还有 ${count} 个窗口没有互评得分`,
  'entry-unconfirmed': (count) => `还有 ${count} 条计分记录等第二个人确认`,
  'case-without-points': (count) => `有 ${count} 件查实的投诉还没有计分`,
  'no-case-volume': (count) => `还有 ${count} 个窗口没有报办件量`,
  'ratings-open': (count) => `评价还在收，再过 ${count} 个工作日截止`,
  'no-attendance': (count) => `还有 ${count} 人的出勤天数没有确认`,
}

const sources: Record<EntrySource, string> = {
  patrol: '巡查',
  attendance: '考勤',
  complaint: '投诉',
  eRating: '评价系统',
  hygiene: '卫生检查',
  peer: '窗口互评',
  praise: '表扬',
  manual: '办公室',
}

const entryStates: Record<EntryState, string> = {
  proposed: '待确认',
  confirmed: '已确认',
  rejected: '已退回',
}

/** What a form finds, as a choice. */
const feedEvents: Record<FeedEvent, string> = {
  absence: '离岗',
  entertainment: '娱乐',
  smoking: '吸烟',
  dress: '牌证着装',
  desk: '桌面卫生',
  lateOrEarly: '迟到早退',
  markMissing: '漏签到',
  meetingLate: '会议迟到',
  meetingAbsent: '会议缺席',
  meetingUncooperative: '配合不好',
  overdue: '超时办件',
  praise: '表扬',
  suggestion: '建议采纳',
}

type Finding = {
  kind: AttendanceFindingKind
  minutes: number | null
  arrival: 'asAsked' | 'inTime' | 'late' | null
  state: EntryState
  isEntry: boolean
}

const findingKinds: Record<AttendanceFindingKind, string> = {
  late: '迟到',
  early: '早退',
  away: '离岗',
  markMissing: '漏签到',
}

const afterStart = (minutes: number) =>
  minutes < 0 ? `开门前 ${0 - minutes} 分钟到岗` : `开门后 ${minutes} 分钟到岗`

const findings = {
  kinds: findingKinds,
  /** A finding in words: what, and by how many minutes. */
  said: ({ kind, minutes, arrival }: Finding): string => {
    if (kind === 'markMissing' || minutes === null) return findingKinds[kind]
    if (kind === 'away') return `离岗 ${minutes} 分钟`
    if (kind === 'early') return `早退，提前 ${minutes} 分钟离开`
    return arrival === 'late' ? `迟到，${afterStart(minutes)}` : `${afterStart(minutes)}，不算迟到`
  },
  /** Where it stands. */
  state: ({ state, isEntry }: Finding): string =>
    isEntry ? `计分记录${entryStates[state]}` : `${entryStates[state]}，不扣分`,
}

/** Stretches of time as people call them. */
const periods = {
  quarter: (quarter: string) => quarter.replace(/^(\d{4})-Q([1-4])$/, '$1 年第 $2 季度'),
  half: (half: string) =>
    half.replace(
      /^(\d{4})-H([12])$/,
      (_, year, nth) => `${year} 年${nth === '1' ? '上' : '下'}半年`,
    ),
  year: (year: string) => `${year} 年`,
}

/** A year's grades. */
const grades: Record<Grade, string> = {
  excellent: '优秀',
  competent: '称职',
  basicallyCompetent: '基本称职',
  incompetent: '不称职',
}

/** Words of points, months and stars. */
export const scoreWords = {
  tieSteps,
  tieValues,
  noTieValue,
  ineligible,
  vetoes,
  missing,
  sources,
  entryStates,
  feedEvents,
  findings,
  periods,
  grades,
}
