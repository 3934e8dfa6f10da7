import type { AwardKind } from '../rules/award-kind.ts'
import type { Clock } from '../rules/case-deadlines.ts'
import type { DeadlineKind } from '../rules/case-file.ts'
import type { CaseList } from '../rules/case-queue.ts'
import type { CaseAct } from '../rules/case-workflow.ts'
import type { FilePart } from '../rules/closing.ts'
import type { Nature } from '../rules/complaint.ts'
import type { Day } from '../rules/day.ts'
import type { DeclineReason } from '../rules/decline-reason.ts'
import { spokenDay } from './days.ts'

const lists: Record<CaseList, string> = {
  registered: '待受理',
  soon: '快到期',
  overdue: '已超期',
  mine: '我的',
  awaitingApproval: '待审核',
  toArchive: '待归档',
  all: '全部',
}

/** `daysLeft` where a limit counts other days than working days. */
type Left = Clock & { on: Day | string; daysLeft?: number }

/** What is left of a deadline: 剩 6 天（11月30日）, 今天到期, 已超 1 天. Working days, or the limit's own. */
const clock = ({ on, workingDaysLeft, state, daysLeft = workingDaysLeft }: Left): string => {
  if (state === 'overdue') return `已超 ${Math.max(1, 0 - daysLeft)} 天（${spokenDay(on)}）`
  if (state === 'today') return `今天（${spokenDay(on)}）`
  return `剩 ${daysLeft} 天（${spokenDay(on)}）`
}

/** How long a case has waited for its reply, once that is long. */
const old = (workingDays: number): string => `收到 ${workingDays} 个工作日，还没有答复`

const empty = (list: CaseList, nextDueOn: Day | null): string =>
  nextDueOn === null
    ? `${lists[list]}已清空。`
    : `${lists[list]}已清空。下一件到期：${spokenDay(nextDueOn)}。`

/** A step of a case as officers name it. */
const steps: Record<CaseAct | 'register', string> = {
  register: '登记',
  accept: '受理',
  decline: '不予受理',
  transfer: '转给有权处理的单位',
  assign: '指派经办人',
  classify: '改办理方式',
  promiseReply: '承诺答复日期',
  putInWriting: '整理成书面材料',
  noteByHead: '负责人批示',
  startInquiry: '开始核实',
  addInquiryNote: '加笔录',
  requestStatement: '要求情况说明',
  recordDepartmentResult: '录入部门结果',
  extend: '说明原因，另定日期',
  giveCoordinationOpinion: '提出协调意见',
  reviewByLeaders: '领导小组研究',
  recordMeeting: '协调会议',
  fixFinalOpinion: '确定处理意见',
  propose: '提出处理决定',
  approve: '审核通过，答复',
  sendBack: '退回修改',
  answerSender: '答复转办单位',
  close: '办结',
  archive: '归档',
  publish: '匿名公示',
  withdraw: '投诉人撤回',
  writeMessage: '投诉人留言',
  answerMessage: '给投诉人留言',
}

/** What an officer can send from a case's page: its heading, its button, and what was done. */
const DESK_ACTS = {
  acceptance: { title: '受理', button: '受理', done: '已受理。' },
  decline: { title: '不予受理', button: '不予受理', done: '已告知投诉人不予受理。' },
  inquiry: { title: '开始核实', button: '开始核实', done: '已开始核实。' },
  'on-spot': { title: '当场办结', button: '提交审核', done: '已提交，等另一位同事审核。' },
  'inquiry-notes': { title: '加一份笔录', button: '保存笔录', done: '笔录已保存。' },
  'statement-requests': {
    title: '要求情况说明',
    button: '发出要求',
    done: '要求已发出，对方看不到投诉原文。',
  },
  'written-form': { title: '整理成书面材料', button: '保存材料', done: '书面材料已保存。' },
  'head-note': { title: '负责人批示', button: '记录批示', done: '批示已记录。' },
  'coordination-opinion': {
    title: '提出协调意见',
    button: '提出意见',
    done: '协调意见已提出。',
  },
  'leader-review': { title: '领导小组研究', button: '记录研究', done: '研究意见已记录。' },
  meeting: { title: '协调会议', button: '记录会议', done: '会议已记录。' },
  'final-opinion': { title: '确定处理意见', button: '确定意见', done: '处理意见已确定。' },
  'department-results': {
    title: '录入部门结果',
    button: '录入结果',
    done: '部门结果已录入。',
  },
  decision: { title: '提出处理决定', button: '提交审核', done: '已提交，等另一位同事审核。' },
  approval: { title: '审核处理决定', button: '审核通过', done: '已审核通过，投诉人能看到答复。' },
  return: { title: '退回修改', button: '退回修改', done: '已退回。' },
  'sender-answer': {
    title: '答复转办单位',
    button: '记录答复',
    done: '已记录对转办单位的答复。',
  },
  accountability: {
    title: '提出责任追究',
    button: '提出追究',
    done: '已提出，等另一位同事决定。',
  },
  'accountability-decision': {
    title: '决定责任追究',
    button: '决定追究',
    done: '责任追究已决定。',
  },
  closing: { title: '办结', button: '办结', done: '已办结。' },
  archiving: { title: '归档', button: '归档', done: '已归档。' },
  messages: { title: '给投诉人留言', button: '发出留言', done: '留言已发出。' },
  extension: { title: '延期', button: '延期', done: '已延期，新的日期已告知投诉人。' },
  assignment: { title: '指派经办人', button: '指派', done: '已指派。' },
  classification: { title: '改办理方式', button: '保存修改', done: '已修改，期限已重新计算。' },
  transfer: { title: '转给别的单位', button: '转办', done: '已转办，并告知投诉人。' },
  unsealing: { title: '申请开封身份', button: '申请开封', done: '已申请，等身份保管人答复。' },
} as const
export type DeskAct = keyof typeof DESK_ACTS

/** The same on what a check of the hall found: nobody complained, nobody is told. */
const INTERNAL_DONE: Partial<Record<DeskAct, string>> = {
  approval: '已审核通过，结果已认定。',
  extension: '已延期。',
  transfer: '已转办。',
}

/** The clocks of what a check of the hall found, where they are named otherwise. */
const internalDeadlines: Partial<Record<DeadlineKind, string>> = {
  acceptance: '决定受理',
  reply: '查清并认定',
}

const declineReasons: Record<DeclineReason, string> = {
  anotherOrgan: '不归本中心管',
  elsewhere: '正在诉讼、复议或信访中',
  answered: '同一件事已经答复',
  noFacts: '没有可以核实的具体事项',
  notService: '不属于窗口服务',
}

const awards: Record<AwardKind, string> = {
  modelPerson: '文明服务标兵',
  modelWindow: '文明服务窗口',
  redFlagWindow: '红旗窗口',
  postStar: '岗位之星',
  quarterStar: '季度服务明星',
  yearStar: '年度服务明星',
  excellentWindow: '优秀服务窗口',
}

/** What a complete file holds. */
export const FILE_PART_WORDS: Record<FilePart, string> = {
  form: '登记表',
  notes: '询问笔录',
  evidenceList: '证据清单',
  opinion: '处理意见',
  reply: '答复',
  results: '处理结果',
}

const natures: Record<Nature, string> = { oral: '口头', written: '书面' }

const tasks: Record<string, string> = {
  'report-to-head': '报办公室负责人',
  'put-in-writing': '整理成书面材料',
  'enter-calendar-year': '录入放假安排',
}

/** The fields of the desk's forms, as a list of what was typed names them. */
const fields: Record<string, string> = {
  gist: '一句话',
  explanation: '写给投诉人的理由',
  instead: '可以找谁',
  summary: '笔录',
  text: '内容',
  present: '到会的人',
  decision: '会议决定',
  reason: '理由',
  complainant: '投诉人怎么说',
  subject: '被投诉人怎么说',
  witness: '知情人怎么说',
  reasons: '理由',
  measure: '处理措施',
  reply: '答复',
  note: '退回的理由',
  scoreWaiver: '不扣分的理由',
  evidence: '证据清单',
  newDueOn: '新的日期',
  promisedOn: '承诺答复日期',
  answeredOn: '哪天答复的',
  letterNumber: '答复的文号',
}

/** Words of the officers' desk. */
export const deskWords = {
  lists,
  clock,
  old,
  empty,
  steps,
  acts: DESK_ACTS,
  internalDone: INTERNAL_DONE,
  internalDeadlines,
  declineReasons,
  awards,
  natures,
  tasks,
  fields,
}
