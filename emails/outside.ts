import { zh } from '../api/words/zh.ts'
import { filingInKey, type LetterFacts } from '../api/rules/letter-facts.ts'
import { type Letter, letter, type Paragraph } from './letter.ts'

/** A letter to a post outside the hall, which has no desk: it is led to the hall's public page. */
const outside = (
  { origin, hall }: LetterFacts,
  subject: string,
  paragraphs: readonly (Paragraph | false)[],
): Letter =>
  letter(subject, [
    '您好。',
    ...paragraphs,
    { says: '大厅的地址和电话：', link: `${origin}/h/${hall.key}` },
    '信里不写投诉内容和姓名。',
  ])

const nounOf = ({ number }: LetterFacts): string =>
  filingInKey(number) === null ? '投诉' : '否定报备'

/** To the post an escalation falls to when nobody in the hall can be told (上级联系岗位). */
export const toldOutside = (facts: LetterFacts) =>
  outside(
    facts,
    facts.number
      ? `${nounOf(facts)} ${facts.number} 的提醒，大厅里没有人收`
      : `${facts.day ?? '当天'} 的检查或差评没有人办，大厅里没有人收`,
    [
      `这是${facts.hall.name}的提醒。`,
      '要收提醒的岗位没有人，或者都要回避，所以转告贵单位。',
      facts.number !== '' && `${nounOf(facts)}编号：${facts.number}。`,
      ...facts.deadlines.map(
        ({ kind, dueOn }) => `${zh.vocabulary.deadlines[kind]}：期限是 ${dueOn} 下班前。`,
      ),
      facts.number !== '' &&
        facts.deadlines.length === 0 &&
        `到 ${facts.day ?? '今天'}，收到很久还没有答复。`,
      facts.number === '' && `${facts.day ?? '当天'} 该做的检查，或者到期的差评整改，还没有登记。`,
      '请督促大厅办理，并安排人到岗。',
    ],
  )

/** To the superior unit: a decision waits, and nobody in the hall may approve it. */
export const approverWanted = (facts: LetterFacts) =>
  outside(facts, `投诉 ${facts.number} 等贵单位审核`, [
    `这是${facts.hall.name}的请求。`,
    `投诉编号：${facts.number}。`,
    '处理决定要由另一个人审核，大厅里没有人可以审核。',
    '请指定一位审核人，由大厅的系统管理员开账号。',
  ])
