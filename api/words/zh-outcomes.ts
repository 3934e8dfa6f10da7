import type { RefusalDetails } from '../refused.ts'
import type { Finding } from '../rules/case-file.ts'
import type { WithholdingReason } from '../rules/closing.ts'
import type { ComplaintCategory } from '../rules/complaint.ts'
import type { OutcomeStage } from '../rules/outcome-stage.ts'
import type { PersonalDataKind } from '../rules/personal-data/candidate.ts'
import type { Remedy } from '../rules/remedy.ts'
import type { RetractionReason } from '../rules/retraction.ts'
import { vocabulary } from './zh-vocabulary.ts'

type OutcomeRefusal =
  | 'no-such-outcome'
  | 'outcome-elsewhere'
  | 'outcome-not-drafted'
  | 'outcome-withheld'
  | 'withheld-by-case'
  | 'approver-drafted-it'
  | 'summary-changed'
  | 'personal-data-left'
  | 'hit-decided'
  | 'hit-not-harmless'
  | 'no-such-batch'
  | 'batch-not-out'

/** Refusals about outcomes on their way to the public. */
export const outcomeRefusals: Record<OutcomeRefusal, (details: RefusalDetails) => string> = {
  'no-such-outcome': () => '没有找到这件公示。归档以后才能写公示摘要。',
  'outcome-elsewhere': () => '这件公示已经到了别的步骤，您的操作没有保存。请看现在的情况。',
  'outcome-not-drafted': () => '还没有可以复核的摘要。',
  'outcome-withheld': () => '这件已定为不公示，不用再复核。',
  'withheld-by-case': () => '这件投诉本身不能公示，不能改。',
  'approver-drafted-it': () => '您写过这份摘要，或者判断过里面的内容，请由另一位同事复核。',
  'summary-changed': () => '摘要刚刚有了新的版本，您的操作没有保存。请看新的版本。',
  'personal-data-left': () => '摘要里还有没处理的疑似个人信息，处理完才能通过。',
  'hit-decided': () => '这一处已经处理过了。',
  'hit-not-harmless': () => '这一处可以确定是个人信息，只能删掉。',
  'no-such-batch': () => '这个大厅没有这个月的公示。',
  'batch-not-out': ({ on }) => `这个月的公示还没有发布，将在 ${on ?? ''} 发布。`,
}

const stages: Record<OutcomeStage, string> = {
  toWrite: '待写摘要',
  toApprove: '待复核',
  approved: '已通过待发布',
  published: '已公示',
  withheld: '不公示',
}

const remedies: Record<Remedy, string> = {
  explained: '说明解释',
  apologised: '赔礼道歉',
  corrected: '补办或纠正',
  refunded: '退还费用',
  instructed: '批评教育',
  heldToAccount: '追究责任',
  improved: '改进流程',
  none: '不需要处理',
}

/** The same as the end of a sentence. */
const remedySentences: Record<Remedy, string> = {
  explained: '已向投诉人说明情况。',
  apologised: '已向投诉人道歉。',
  corrected: '已为投诉人补办或纠正。',
  refunded: '已退还费用。',
  instructed: '已对有关人员批评教育。',
  heldToAccount: '已按规定追究责任。',
  improved: '已改进办事流程。',
  none: '',
}

const withheld: Record<WithholdingReason, string> = {
  withdrawn: '投诉人撤回',
  integrity: '涉及廉洁问题',
  minor: '涉及未成年人',
  underReview: '正在复核',
  objection: '投诉人不同意公示',
  recognisable: '公示后会被认出是谁',
}

const retracted: Record<RetractionReason, string> = {
  personalData: '涉及个人信息',
  mistake: '内容有误',
  underReview: '正在复核',
  objection: '有关人员提出异议',
  other: '其他原因',
}

const personalData: Record<PersonalDataKind, string> = {
  idCard: '身份证号',
  creditCode: '统一社会信用代码',
  email: '邮箱',
  bankCard: '银行卡号',
  mobile: '手机号',
  landline: '电话号码',
  plate: '车牌号',
  document: '证件号',
  wechatQq: '微信或 QQ 号',
  address: '详细地址',
  staffNumber: '工号',
  name: '姓名或称呼',
  ticketNumber: '编号或长数字',
  window: '不能点名的窗口',
}

/** What an outcome is about: the kind of matter, and the clause where it says more. */
export const subjectOf = (category: ComplaintCategory, clause: string | null): string => {
  const kind = vocabulary.categories[category]
  return clause === null || clause === kind ? kind : `${kind}：${clause}`
}

/** A neutral summary to begin with: the kind of matter, the clause, the finding, what was done. */
export const neutralSummary = (about: {
  category: ComplaintCategory
  clause: string | null
  finding: Finding | null
  remedy: Remedy
  /** Found by a check of the hall: nobody told of it. */
  inspected: boolean
}): string =>
  [
    `${about.inspected ? '检查发现' : '群众反映'}${vocabulary.categories[about.category]}问题`,
    about.clause !== vocabulary.categories[about.category] &&
      about.clause &&
      `，涉及“${about.clause}”`,
    about.finding && `。经核实，${vocabulary.findings[about.finding]}`,
    `。${remedySentences[about.remedy]}`,
  ]
    .filter(Boolean)
    .join('')

/** Words of publishing outcomes. */
export const outcomeWords = {
  stages,
  remedies,
  withheld,
  retracted,
  personalData,
  neutralSummary,
  subjectOf,
}
