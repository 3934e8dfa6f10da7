import type {
  CaseState,
  DeadlineKind,
  Finding,
  InquiryRole,
  ReplyForm,
  Track,
} from '../rules/case-file.ts'
import type {
  ComplaintCategory,
  ComplaintChannel,
  ComplaintSource,
  DayPart,
  Identity,
  Inspector,
} from '../rules/complaint.ts'
import type { FilingLimit } from '../rules/deadline-basis.ts'
import type { LetterKind } from '../rules/letter-kind.ts'
import type { LetterProblem } from '../rules/letter-problem.ts'
import type { RatingReason } from '../rules/rating-level.ts'
import type { Role } from '../rules/roles.ts'

const states: Record<CaseState, string> = {
  registered: '待受理',
  notAccepted: '不予受理',
  accepted: '已受理',
  investigating: '正在核实',
  coordinating: '正在协调',
  leaderReview: '领导小组研究',
  coordinationMeeting: '协调会议',
  finalOpinion: '已定处理意见',
  awaitingApproval: '待审核',
  replied: '已答复',
  decided: '已认定',
  closed: '已办结',
  archived: '已归档',
  published: '已公示',
  withdrawn: '已撤回',
  transferred: '已转办',
}
const findings: Record<Finding, string> = {
  substantiated: '属实',
  partlySubstantiated: '部分属实',
  unsubstantiated: '不属实',
  unverifiable: '无法核实',
}
const tracks: Record<Track, string> = {
  simple: '当场可办',
  investigated: '单部门核实',
  complex: '多部门协调',
  transferred: '转办件',
}
const channels: Record<ComplaintChannel, string> = {
  web: '网上',
  phone: '电话',
  visit: '来访',
  letter: '来信',
  email: '电子邮件',
  commentBook: '意见簿',
  commentBox: '意见箱',
  hotlineTransfer: '12345 转办',
  petition: '信访',
  followUpCall: '电话回访',
  spotCheck: '现场抽查',
  homeVisit: '上门调查',
}
const sources: Record<ComplaintSource, string> = {
  citizen: '群众投诉',
  transferred: '转办',
  internalFinding: '检查发现',
}
const inspectors: Record<Inspector, string> = {
  supervisionBody: '监督机构',
  centre: '本中心',
}
const identities: Record<Identity, string> = {
  named: '实名',
  confidential: '保密',
  anonymous: '匿名',
}
const categories: Record<ComplaintCategory, string> = {
  acceptanceRefusal: '不依法受理',
  noReasonGiven: '未说明理由',
  dutyOrProcedure: '不履职或程序不当',
  delayOrError: '延误差错',
  notToldOnce: '未一次性告知',
  attitude: '服务态度',
  integrity: '廉洁问题',
  absentOrIdle: '脱岗串岗',
  charging: '违规收费',
  other: '其他违规',
}
const dayParts: Record<DayPart, string> = {
  morning: '上午',
  afternoon: '下午',
  unknown: '记不清时间',
}
const deadlines: Record<DeadlineKind | FilingLimit, string> = {
  acceptance: '告知是否受理',
  coordinationOpinion: '提出协调意见',
  groupReview: '领导小组研究',
  coordinationMeeting: '开协调会，定处理意见',
  replyAfterDepartment: '部门反馈后答复',
  reply: '答复',
  maximum: '最长期限',
  promise: '承诺答复',
  external: '转办单位要求的期限',
  statement: '情况说明',
  sanction: '决定责任追究',
  archive: '归档',
  negativeReview: '审核否定报备',
  negativeNotice: '告知申请人',
  negativeReport: '报告重要事项',
}
const replyForms: Record<ReplyForm, string> = {
  oral: '口头答复',
  written: '书面答复',
  recordForm: '记录表答复',
}
const inquiryRoles: Record<InquiryRole, string> = {
  complainant: '询问投诉人',
  subject: '询问被投诉人',
  witness: '询问知情人',
  evidence: '调取证据',
  complainantUnreachable: '联系不上投诉人',
  noWitness: '没有知情人',
}
const roles: Record<Role, string> = {
  complaintDesk: '投诉受理',
  handler: '经办人',
  officeHead: '办公室负责人',
  secondPerson: '复核人',
  windowHead: '窗口负责人',
  windowStaff: '窗口人员',
  patrolOfficer: '巡查员',
  assessmentGroup: '考核组',
  custodian: '身份保管人',
  auditor: '审计员',
  systemAdministrator: '系统管理员',
}
const ratingReasons: Record<RatingReason, string> = {
  attitude: '态度不好',
  waiting: '等的时间长',
  notToldOnce: '没有一次说清要什么材料',
  delay: '没有按时办完',
  unclear: '解释不清楚',
  absent: '窗口没有人',
  other: '其他',
}
const letterKinds: Record<LetterKind, string> = {
  'complaint-received': '已收到投诉',
  'complaint-accepted': '受理通知',
  'complaint-not-accepted': '不予受理通知',
  'deadline-extended': '延期说明',
  'message-from-office': '大厅留言',
  'reply-ready': '答复通知',
  'message-from-citizen': '投诉人补充',
  'statement-asked': '请说明情况',
  'approval-asked': '请审核',
  'case-assigned': '交办通知',
  'deadline-near': '快到期提醒',
  'low-rating-near': '差评快到期',
  'low-rating-late': '差评已过期',
  'deadline-missed': '逾期上报',
  'case-getting-old': '很久没有答复',
  'box-not-checked': '没有开箱检查',
  'rounds-missing': '巡查没有记全',
  'told-outside': '大厅里没有人收的提醒',
  'approver-wanted': '请上级单位审核',
  'post-empty': '岗位没有人',
  'month-waits': '计分待补齐',
  'report-waits': '统计月报待确认',
  'entry-proposed': '计分待说明',
  'windows-to-mark': '请给窗口互评',
  'deadline-moved': '日期有调整',
  'calendar-year-wanted': '请录入放假安排',
  'accountability-proposed': '责任追究待申辩',
  'accountability-waits': '责任追究待决定',
  'consequence-told': '后续处理',
  'retaliation-reported': '反映打击报复',
  'rule-change-entered': '规定改动待审核',
  'filing-waits': '否定报备待审核',
  'filing-corrected': '报备已纠正，请告知',
  'filing-near': '否定报备快到期',
  'filing-missed': '否定报备逾期',
}
const letterProblems: Record<LetterProblem, string> = {
  'no-address': '没有可用的邮箱，不寄',
  'bad-address': '邮箱地址有误',
  'reader-gone': '收信人已停用或须回避',
  unreachable: '邮件服务器连不上，会再试',
  'login-refused': '邮件服务器不让登录，会再试',
  'put-off': '对方服务器要求晚点再寄',
  refused: '对方服务器退信',
  'given-up': '试了三天没有寄成',
}

/** The Chinese of every vocabulary. */
export const vocabulary = {
  states,
  findings,
  tracks,
  channels,
  sources,
  inspectors,
  identities,
  categories,
  dayParts,
  deadlines,
  replyForms,
  inquiryRoles,
  roles,
  ratingReasons,
  letterKinds,
  letterProblems,
}
