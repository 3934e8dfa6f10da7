import { sign, type Sign } from './candidate.ts'
import { isCreditCode, passesLuhn } from './check-digits.ts'

const gap = '[ -]{0,3}'
const compact = (value: string) => value.replace(/[ -]/g, '')

const CARD_LENGTHS = ['15', '16', '17', '18', '19']
const bankCards: Sign[] = CARD_LENGTHS.map((length) => ({
  kind: 'bankCard',
  pattern: sign(`(?<!\\d)[3-69](?:${gap}\\d){${Number(length) - 1}}(?!\\d)`),
  passes: (value) => passesLuhn(compact(value)),
  certain: (value) => /^62|^\d+$/.test(value),
}))

const provinces = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const plateGap = '[ ·•・.-]{0,2}'
const serial = '[A-HJ-NP-Z0-9]'

const papers =
  '身份证|证件|护照|通行证|台胞证|回乡证|驾驶证|驾照|社保卡|医保卡|居住证|残疾证|退休证|户口[本簿]'
const matters =
  '受理(?:编号|单号|通知书编号|号)|办件(?:编号|号)|(?:业务|投诉|信访|申请|登记)(?:编号|单号|号)|流水号|回执(?:编号|号)?|查询[码号]|工单号?|单号|订单号|案号|编号'
const queues = '取(?:的|了|到)?号|排队号|排号|号票|票号|叫号|小票'

/** Signs of numbers that name a person's property, papers or matter. */
export const NUMBER_SIGNS: readonly Sign[] = [
  {
    kind: 'creditCode',
    pattern: sign(
      `(?<![A-Z0-9])[159Y]${gap}[1239](?:${gap}\\d){6}(?:${gap}[0-9A-HJ-NPQRTUWXY]){10}(?![A-Z0-9])`,
    ),
    passes: (value) => isCreditCode(compact(value)),
    certain: true,
  },
  ...bankCards,
  {
    kind: 'plate',
    pattern: sign(
      `${provinces}${plateGap}[A-HJ-NP-Z]${plateGap}(?:[A-HJK] ?${serial}(?: ?\\d){4}|\\d(?: ?\\d){4} ?[A-HJK]|${serial}(?: ?${serial}){3} ?[A-HJ-NP-Z0-9挂学警港澳领])(?![A-Z0-9])`,
    ),
    passes: (value) => /\d.*\d/.test(value),
    certain: true,
  },
  {
    kind: 'document',
    pattern: sign(
      '(?<![A-Z0-9])(?:[EGDSPCTLW]\\d{8}|E[A-HJ-NP-Z]\\d{7}|[DSP]E\\d{7}|[HM]\\d{8}(?:\\d{2})?)(?![A-Z0-9])',
    ),
    certain: false,
  },
  {
    kind: 'document',
    pattern: sign(
      `(?:${papers})(?:的)?(?:号码?|编号)?(?:是|为)?:? ?(?<value>(?=[A-Z]{0,3}\\d)[A-Z0-9]{7,24})(?![A-Z0-9])`,
    ),
    certain: true,
  },
  {
    kind: 'ticketNumber',
    pattern: sign(
      `(?:${matters})(?:是|为)?:? ?(?<value>(?=[A-Z-]{0,8}\\d)[A-Z0-9][A-Z0-9-]{2,31})(?![A-Z0-9年月日元个次])`,
    ),
    certain: true,
  },
  {
    kind: 'ticketNumber',
    pattern: sign(
      `(?:${queues})(?:码|是|为)?:? ?(?<value>[A-Z]{1,2}-?\\d{1,5}|\\d{3,5})(?![\\dA-Z年月日元个次分秒人块多])`,
    ),
    certain: true,
  },
  {
    kind: 'ticketNumber',
    pattern: sign('(?<![A-Z0-9])[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}(?![A-Z0-9])'),
    certain: true,
  },
  {
    kind: 'ticketNumber',
    pattern: sign('(?<![\\d.])\\d{12,32}(?![\\d.])'),
    certain: false,
  },
  {
    kind: 'ticketNumber',
    pattern: sign('(?<!\\d)\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?!\\d)'),
    passes: (value) => !/^(?:(?:19|20)\d\d[ -]?){4}$/.test(value),
    certain: false,
  },
  {
    kind: 'staffNumber',
    pattern: sign(
      '(?:工号|工牌号?|胸牌号?|员工(?:编号|号)|职员号|柜员编号|警号|柜员号|执法证号?)(?:是|为)?:? ?(?<value>[A-Z]{0,4}-?\\d{1,12})(?!\\d)',
    ),
    certain: true,
  },
  {
    kind: 'staffNumber',
    pattern: sign(
      '(?<![\\dA-Z])[A-Z]?(?:\\d{1,8}|[一二三四五六七八九十]{1,3}) ?号(?=(?:柜员|工作人员|办事员|职员|员工|坐席|话务员|科员|客服|工号))',
    ),
    certain: false,
  },
]
