import type { CaseRefusal, RefusalDetails } from '../refused.ts'
import { FILE_PARTS } from '../rules/closing.ts'
import { spokenDay } from './days.ts'
import { FILE_PART_WORDS } from './zh-desk.ts'

const partsIn = (missing: string | number | undefined): string =>
  FILE_PARTS.filter((part) => String(missing).split(' ').includes(part))
    .map((part) => FILE_PART_WORDS[part])
    .join('、')

/** Whose days a date is held to: the regulation's, or the portal's where its text has none. */
const whose = ({ rule, by }: RefusalDetails): string =>
  by === 'portal' ? `《${rule}》没有写这一条，本平台` : `《${rule}》`

const noExtension = ({ rule }: RefusalDetails): string =>
  `《${rule}》没有延期，这件投诉不能延。到期没办完，就记为超期。`

const complexOnly = (of: RefusalDetails): string =>
  `${whose(of)}只准情况复杂的延期。这一件不是“多部门协调”，不能延。`

/** What stands in the way of an act on a case, said to the officer: what it is and what to do. */
export const caseRefusals: Record<CaseRefusal, (details: RefusalDetails) => string> = {
  'roles-exclude-each-other': () => '您的岗位互相排斥，不能办件。请找系统管理员调整。',
  'act-not-in-state': () => '这件投诉现在不在这一步。请看最新的状态再办。',
  'act-not-for-role': () => '这一步由别的岗位来办。',
  'case-not-in-hand': () => '这件投诉不在您手上。要办，请先指派给您。',
  'case-already-taken': () => '这件投诉已经有经办人。要换人，请办公室负责人指派。',
  'approver-is-proposer': () => '处理决定是您提出的，须由另一位同事审核。',
  'extension-by-handler': () => '经办人不能给自己延期，请办公室负责人来定。',
  'promise-not-owed': () => '这件投诉不用再承诺日期。',
  'writing-not-owed': () => '这件投诉不用整理成书面材料。',
  'head-note-not-owed': () => '这件投诉不用批示，或者已经批示过。',
  'sender-answer-not-owed': () => '这件投诉不用答复转办单位，或者已经答复过。',
  'case-not-extendable': (of) => (of.extends === 'never' ? noExtension(of) : complexOnly(of)),
  'identity-sealed': () => '姓名和联系方式已经封存，须两人批准才能打开。',
  'identity-not-taken': () => '这件投诉没有留下姓名和联系方式。',
  'assignee-recused': () => '这位同事须回避，请选别人。',
  'assignee-not-of-office': () => '这位同事不在办件岗位，请选别人。',
  'assignee-not-self': () => '您只能把件领到自己名下。',
  'explanation-missing': () => '请向投诉人写明不受理的理由。',
  'handler-missing': () => '还没有经办人，请先指派。',
  'promise-missing': () => '还没有承诺答复日期，请先填写。',
  'writing-missing': () => '重大事项还没有整理成书面材料，请先补上。',
  'head-note-missing': () => '按规定，复杂的件要先报中心主任室。负责人还没有批示。',
  'track-missing': () => '还没有选办理方式，请先选。',
  'track-must-be-complex': () => '涉及两个以上部门，办理方式须选“多部门协调”。',
  'complainant-not-asked': () => '还没有询问投诉人。联系不上，也请记一笔。',
  'subject-not-asked': () => '还没有听取被投诉人的说法，请先记录。',
  'witness-not-asked': () => '还没有询问知情人。没有知情人，也请记一笔。',
  'department-result-missing': () => '还有部门没有反馈结果，请先录入。',
  'finding-missing': () => '还没有认定结论。',
  'reply-missing': () => '请选这件投诉可以用的答复方式。',
  'record-form-missing': () => '本大厅的答复须写进记录表，请选“记录表答复”。',
  'reply-must-be-written': () => '书面投诉须书面答复，请选“书面答复”。',
  'sender-answer-missing': () => '还没有答复转办单位。答复后记下文号，再办结。',
  'circular-missing': () => '还没有发通报。发出后再办结。',
  'score-entry-without-fault': () => '认定没有责任，却有扣分记录。请先撤销扣分。',
  'award-veto-without-fault': () => '认定没有责任，不能取消评优资格。',
  'score-entry-missing': () => '查实的投诉没有扣分记录。不扣分，请写明理由。',
  'accountability-missing': () => '责任追究还没有决定。不追究，也请提出并写明理由。',
  'department-notice-missing': () => '还没有通知所在部门。通知后再办结。',
  'award-veto-missing': () => '查实的投诉须取消评优资格，请把列出的奖项都选上。',
  'file-incomplete': ({ missing }) => `案卷还缺：${partsIn(missing)}。请补齐再归档。`,
  'promise-not-used-here': ({ rule }) => `《${rule}》没有承诺答复日期这一步，请空着。`,
  'promise-before-acceptance': ({ rule }) =>
    `《${rule}》要求受理时承诺答复日期。这一天早于受理，请往后选。`,
  'promise-not-a-working-day': ({ rule, day }) =>
    `《${rule}》要求承诺答复日期。${spokenDay(`${day}`)}不是工作日，请换一天。`,
  'promise-above-ceiling': ({ rule, wd, until }) =>
    `《${rule}》要求承诺日期，没有写天数。本平台定为受理后 ${wd} 个工作日，到${spokenDay(`${until}`)}为止。这个日期太晚。`,
  'extension-not-allowed': noExtension,
  'extension-not-for-this-track': complexOnly,
  'extension-too-often': ({ times, ...of }) => `${whose(of)}最多延期 ${times} 次，已经用完。`,
  'complainant-not-told': (of) => `${whose(of)}要求向投诉人说明原因。请先告知，再勾选。`,
  'extension-not-later': ({ before, ...of }) =>
    `${whose(of)}的延期是往后改。新的日期要晚于${spokenDay(`${before}`)}，也不能早于今天。`,
  'extension-not-a-working-day': ({ day, ...of }) =>
    `${whose(of)}的期限按工作日算。${spokenDay(`${day}`)}不是工作日，请换一天。`,
  'extension-above-maximum': ({ wd, until, ...of }) =>
    `${whose(of)}规定最迟 ${wd} 个工作日，到${spokenDay(`${until}`)}为止。这个日期太晚。`,
  'complex-needs-departments': () => '“多部门协调”要选出两个以上部门。',
  'track-not-offered': () => '这件投诉不能用这种办理方式，请换一种。',
  'no-such-statement': () => '没有找到这份情况说明的要求。',
  'statement-given': () => '这份情况说明已经交了，不能再改。',
  'nothing-verified': () => '没有查实的责任，不用追究。',
  'return-letter-missing': () => '还没有发退回函。发出后再决定。',
  'accountability-waits': () => '对这个人的追究意见正在等决定，不用再提。',
  'accountability-self': () => '这件事和您有关，请另一位同事来办。',
  'accountability-same-person': () => '追究意见是您提出的，须由另一位同事决定。',
  'accountability-decided': () => '这条追究意见已经决定了。',
  'accountability-answer-open': ({ until }) => `当事人可以申辩到 ${until}，过后再决定。`,
  'no-such-accountability': () => '没有找到这条追究意见。',
  'apology-not-asked': () => '这件投诉现在不用说明有没有道歉。',
  'apology-too-late': () => '是否追究责任已经决定，不能再改。',
  'complainant-says-otherwise': () => '投诉人说没有谅解，请退回，或者改选一档。',
}
