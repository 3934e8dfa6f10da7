import type {
  FilingState,
  FilingStep,
  NoticeWay,
  ReviewOutcome,
  StepRefusal,
} from '../rules/negative-filing.ts'

const states: Record<FilingState, string> = {
  filed: '等审核',
  upheld: '审核维持',
  corrected: '已纠正，等告知',
  told: '已纠正，已告知',
}

const outcomes: Record<ReviewOutcome, string> = {
  upheld: '维持：不办是对的',
  corrected: '纠正：应当办理',
}

const ways: Record<NoticeWay, string> = {
  inPerson: '当面告知',
  phone: '电话告知',
  inWriting: '书面告知',
}

const natures = { oral: '口头申请', written: '书面申请' } as const

/** What can be sent from a filing's page: its heading, its button, and what was done. */
const acts: Record<FilingStep, { title: string; button: string; done: string }> = {
  review: { title: '审核', button: '提交审核意见', done: '审核意见已记录。' },
  notice: { title: '告知申请人', button: '记下已经告知', done: '已记下告知的时间。' },
  report: { title: '报告重要事项', button: '记下已经报告', done: '已记下报告的时间。' },
}

/** What happened, in the past. */
const taken: Record<FilingStep, string> = { review: '审核', notice: '告知申请人', report: '报告' }

/** Why something about a refusal on file is refused. */
export const filingRefusals = {
  'no-negative-filing-here': () => '本大厅的规章没有否定报备，不用登记。',
  'no-such-filing': () => '没有找到这份否定报备。',
  'no-window-to-file-for': () => '只有窗口人员和窗口负责人能报备，您现在没有派驻窗口。',
  'filing-same-person': () => '报备的人和他的窗口不能审核，请审批科的另一位同事来办。',
  'filing-of-another': () => '由报备的人或者窗口负责人告知申请人。',
  'applicant-not-shown': () => '申请人的资料只给报备、审核、告知的人和办公室负责人看。',
  'filing-reviewed': () => '这份报备已经审核过了，您的意见没有保存。',
  'filing-not-reviewed': () => '这份报备还没有审核，审核纠正后再告知。',
  'filing-upheld': () => '审核维持了原来的答复，不用再告知。',
  'applicant-told': () => '已经告知过申请人，不用再记。',
  'report-not-owed': () => '这不是重要事项，不用报告。',
  'filing-reported': () => '已经报告过，不用再记。',
} satisfies Record<StepRefusal, () => string> & Record<string, () => string>

/** Words of refusals put on file (否定报备). */
export const filingWords = { states, outcomes, ways, natures, acts, taken }
