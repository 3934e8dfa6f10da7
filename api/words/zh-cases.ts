import type { ApologyWord } from '../rules/apology.ts'
import type { CaseState } from '../rules/case-file.ts'
import type { ToldAct, ToldClock } from '../rules/told-to-complainant.ts'

/** What a state means to the complainant, in one sentence. */
const follow: Record<CaseState, string> = {
  registered: '已经登记，正在决定是否受理。',
  notAccepted: '没有受理，理由写在下面的“经过”里。',
  accepted: '已经受理，我们接下来核实。',
  investigating: '正在核实。',
  coordinating: '涉及几个部门，已经提出协调意见。',
  leaderReview: '领导小组正在研究。',
  coordinationMeeting: '几个部门已经开会协调。',
  finalOpinion: '处理意见已经确定，正在写答复。',
  awaitingApproval: '答复已经写好，正在由另一位同事复核。',
  replied: '已经答复，请看下面的答复。',
  decided: '已经认定。',
  closed: '已经答复并办结。',
  archived: '已经答复并办结。',
  published: '已经答复并办结，结果已匿名公示。',
  withdrawn: '您已经撤回这件投诉，我们不再核实。',
  transferred: '已经转给有权处理的单位。',
}

/** A step of a case as the complainant reads it. */
const steps: Record<ToldAct, string> = {
  register: '登记您的投诉',
  accept: '决定受理',
  decline: '决定不予受理',
  transfer: '转给有权处理的单位',
  promiseReply: '承诺了答复日期',
  putInWriting: '已整理成书面材料',
  startInquiry: '开始核实',
  recordDepartmentResult: '有关部门已反馈结果',
  extend: '说明原因，另定日期',
  giveCoordinationOpinion: '提出协调意见',
  reviewByLeaders: '领导小组研究',
  recordMeeting: '各部门首席代表开会协调',
  fixFinalOpinion: '确定处理意见',
  approve: '答复',
  answerSender: '答复转办单位',
  close: '办结',
  publish: '结果匿名公示',
  withdraw: '您撤回了投诉',
}

/** A date of the case, as a heading. */
const clocks: Record<ToldClock, string> = {
  acceptance: '决定是否受理',
  reply: '答复',
  promise: '答复',
  replyAfterDepartment: '部门反馈后答复',
  external: '答复',
  maximum: '最迟答复',
}

/** A date of the case, as what is done by then. */
const clockPromises: Record<ToldClock, string> = {
  acceptance: '告诉您是否受理',
  reply: '答复或说明原因',
  promise: '答复',
  replyAfterDepartment: '答复',
  external: '答复',
  maximum: '答复',
}

/** What the complainant says of an apology, as a choice of the complainant's own. */
const apology: Record<ApologyWord, string> = {
  none: '没有道歉',
  accepted: '道歉了，我接受',
  notAccepted: '道歉了，我不接受',
}

/** The same, as the office reads it. */
const apologySaid: Record<ApologyWord, string> = {
  none: '没有人道歉',
  accepted: '已经道歉，表示谅解',
  notAccepted: '已经道歉，没有谅解',
}

/** What a complainant just did. */
const done: Record<string, string> = {
  message: '已提交。我们看过后会在这里回您。',
  verdict: '已记下您的意见，谢谢您。',
  withdrawal: '这件投诉已撤回。',
  apology: '已记下。决定以前可以改。',
  retaliation: '已经直接交给大厅负责人，经办人看不到。',
}

/** Words of following a case. */
export const caseWords = { follow, steps, clocks, clockPromises, apology, apologySaid, done }
