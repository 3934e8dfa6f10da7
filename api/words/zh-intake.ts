import type { PromisedKind } from '../rules/complaint-promises.ts'
import type { Identity } from '../rules/complaint.ts'
import type { Handing } from '../rules/intake-channel.ts'

/** What a choice of identity means, said to the complainant. */
const identityNotes: Record<Identity, string> = {
  named: '经办人看得到姓名和电话',
  confidential: '姓名和联系方式封存，须两人批准才打开',
  anonymous: '不留姓名电话，凭查询码看结果',
}

/** What the officer does with the slip. */
const handings: Record<Handing, string> = {
  inHand: '请打印回执，当面交给对方。查询码只出现这一次。',
  readOut: '请念查询码给对方记下，再请对方念回来。查询码只出现这一次。',
  sent: '请打印回执，装进信封寄给对方，或者打电话念给对方。',
  nobody: '对方没有留联系方式，没有人可以交付查询码，所以不显示。',
}

/** Channels through which another organ sends a complaint on. */
const sentOn: readonly string[] = ['hotlineTransfer', 'petition']

/** The dates of what a check of the hall found: nobody is answered. */
const findingDates: Record<PromisedKind, string> = {
  acceptance: '决定受理',
  reply: '查清并认定',
  external: '查清并认定',
  maximum: '最迟查清',
}

/** Words of taking a complaint in. */
export const intakeWords = { identityNotes, handings, sentOn, findingDates }
