import type { DeadlineKind } from '../rules/case-file.ts'
import type { CASE_TASKS } from '../rules/case-tasks.ts'
import type { DeskTask } from '../rules/desk-tasks.ts'
import type { HallTask } from '../rules/hall-tasks.ts'
import { spokenMonth } from './days.ts'
import { patrolWords } from './zh-patrol.ts'
import { vocabulary } from './zh-vocabulary.ts'

type Said = Pick<DeskTask, 'kind' | 'count' | 'times'>
type Words = string | ((task: Said) => string)

const again = (times: number) => (times > 0 ? `（已说明 ${times} 次）` : '')

const kinds: Record<(typeof CASE_TASKS)[number] | HallTask, Words> = {
  readReport: '看上报的投诉，按规定批注',
  decideAcceptance: '决定是否受理',
  assignHandler: '指定经办人',
  enterPromise: '填写承诺答复日期',
  putInWriting: '整理成书面材料',
  explainOverrun: ({ times }) => `向投诉人说明原因，另定日期${again(times)}`,
  explainExtension: ({ times }) => `来不及就延期，先告知投诉人${again(times)}`,
  interview: '核实情况，做询问笔录',
  coordinationOpinion: '提出协调意见',
  groupReview: '领导小组研究',
  coordinationMeeting: '召开协调会议',
  fixFinalOpinion: '确定处理意见',
  replyAfterDepartment: '提出处理决定（部门结果已到）',
  completeComplex: '提出处理决定',
  answer: '提出处理决定',
  approve: '审核处理决定',
  answerSender: '答复转办单位',
  proposeSanction: '提出责任追究，或者说明不追究',
  circular: '发通报，办结',
  close: '办结',
  archive: '归档',
  patrolRound: '去大厅巡查，记下结果',
  patrolHandover: '确认收到巡查记录表',
  boxCheck: '开箱检查，没有投诉也要记',
  callBack: '给打差评的人回电话',
  rectify: '整改差评，写明结果',
  approveRemedy: '审核差评的整改结果',
  departmentStatement: '提交情况说明',
  negativeFilingReview: '审核否定报备',
  negativeFilingNotice: '告知申请人已经纠正',
  negativeFilingReport: '报告重要事项',
  answerAccountability: '提交申辩',
  answerEntry: '说明计分的情况',
  decideSanction: '决定责任追究',
  confirmEntries: ({ count }) => `确认 ${count} 条计分`,
  peerRating: '给其他窗口打分',
  enterVolumes: ({ count }) => `录入 ${count} 个窗口的办件量`,
  enterAttendance: ({ count }) => `录入 ${count} 个人的出勤天数`,
  confirmAttendance: ({ count }) => `核对 ${count} 个人的出勤天数`,
  monthlyRanking: '定下还没定的名次',
  nominations: ({ count }) => `推荐服务明星（还可以推荐 ${count} 人）`,
  awardDecision: '定季度或者年度的评优',
  openIdentity: ({ count }) => `答复 ${count} 件开封申请`,
  enterYear: '录入放假安排',
  enterOutsidePosts: '填写上级单位的邮箱',
}

const clocks: Partial<Record<DeadlineKind, string>> = { external: '答复转办单位' }

/** What somebody has to do, the verb first. */
const task = (one: Said): string => {
  const said: Words | undefined = kinds[one.kind as keyof typeof kinds]
  if (typeof said === 'function') return said(one)
  const clock = one.kind as DeadlineKind
  return said ?? clocks[clock] ?? vocabulary.deadlines[clock]
}

/** What a task is about: a case by its number, a month, a year; the hall where nothing is named. */
const about = (text: string): string => {
  if (text === '') return '本大厅'
  if (text === 'morning' || text === 'afternoon') return patrolWords.sessions[text]
  if (/^\d{4}$/.test(text)) return `${text}年`
  if (/^\d{4}-Q\d$/.test(text)) return `${text.slice(0, 'yyyy'.length)}年第${text.slice(-1)}季度`
  return /^\d{4}-\d{2}$/.test(text) ? spokenMonth(text) : text
}

/** Words of the list of what an officer has to do. */
export const taskWords = {
  task,
  about,
  /** Whose rule it is where no regulation of the hall says so. */
  ofThePortal: '本平台的约定',
}
