import type { CaseState } from '../rules/case-file.ts'

/** What a state means to the complainant, in one sentence. */
const follow: Record<CaseState, string> = {
  registered: '已经登记，正在决定是否受理。',
  notAccepted: '这件事不归本中心办。',
  accepted: '已经受理，我们接下来核实。',
  investigating: '正在核实。',
  coordinating: '涉及几个部门，已经提出协调意见。',
  leaderReview: '领导小组正在研究。',
  coordinationMeeting: '几个部门已经开会协调。',
  finalOpinion: '处理意见已经确定，正在写答复。',
  awaitingApproval: '答复已经写好，正在由另一位同事复核。',
  replied: '已经答复，请看下面的答复。',
  closed: '已经答复并办结。',
  archived: '已经答复并办结。',
  published: '已经答复并办结，结果已匿名公示。',
  withdrawn: '您已经撤回这件投诉。',
  transferred: '已经转给有权处理的单位。',
}

/** A step of a case as the complainant reads it. */
const steps: Record<string, string> = {
  lodge: '收到您的投诉',
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
  close: '办结',
  publish: '结果匿名公示',
  withdraw: '您撤回了投诉',
  resolve: '当场解决',
  answerMessage: '给您留言',
}

/** Words of following a case. */
export const caseWords = { follow, steps }
