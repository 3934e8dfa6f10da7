import type { ComplaintPage } from '../rules/complaint-answers.ts'
import type { PromisedKind } from '../rules/complaint-promises.ts'
import type { Day } from '../rules/day.ts'
import type { PersonalDataKind } from '../rules/personal-data/candidate.ts'
import { spokenDay } from './days.ts'
import { calendarWords } from './zh-calendar.ts'

const promises: Record<PromisedKind, (day: string, closes: string) => string> = {
  acceptance: (day, closes) => `${day}下班前（${closes}），告诉您是否受理。`,
  reply: (day) => `${day}前，答复您，或者说明原因和新的日期。`,
  external: (day) => `${day}前，按转来单位的期限答复。`,
  maximum: (day) => `情况复杂的，最晚 ${day}答复。`,
}

/** What the complainant is promised for a day; says so when its holidays are not announced yet. */
export const promiseSentence = (
  { kind, dueOn, provisional }: { kind: PromisedKind; dueOn: Day; provisional: boolean },
  today: Day,
  closes: string,
): string =>
  promises[kind](spokenDay(dueOn, today), closes) +
  (provisional ? calendarWords.provisional(dueOn) : '')

/** The question of each page, as its heading. */
export const headings: Record<ComplaintPage, string> = {
  when: '事情发生在什么时候、哪个窗口？',
  clause: '您要反映的是哪一条规定？',
  story: '请写清楚经过',
  photos: '有照片吗？（可不传）',
  identity: '您希望我们怎样对待您的身份？',
  contact: '怎么把结果告诉您？',
  warning: '文字里有您的联系方式',
  check: '请核对，再提交投诉',
}

const contactKinds: Partial<Record<PersonalDataKind, string>> = {
  mobile: '手机号',
  landline: '电话号码',
  idCard: '身份证号',
  email: '邮箱',
  wechatQq: '微信或 QQ 号',
}

/** What was found in the text: 手机号“138…”. */
export const foundContact = (found: { kind: PersonalDataKind; shown: string }): string =>
  `${contactKinds[found.kind] ?? '号码'}“${found.shown}”`

/** Words of lodging a complaint. */
export const complaintWords = { headings, promiseSentence, foundContact }
