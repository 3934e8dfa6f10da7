import { expect, test } from 'vitest'
import { LETTER_KINDS } from '../../api/rules/letter-kind.ts'
import type { LetterFacts } from '../../api/rules/letter-facts.ts'
import { letter } from '../../emails/letter.ts'
import { letters } from '../../emails/letters.ts'

const FACTS: LetterFacts = {
  origin: 'https://hall.example',
  hall: { key: 'qingpu', name: '青浦区行政服务中心' },
  number: 'TS-7K4M-2QX9',
  dueOn: '2026-03-05',
  deadlines: [
    { kind: 'reply', dueOn: '2026-03-05' },
    { kind: 'maximum', dueOn: '2026-03-16' },
  ],
  day: '2026-03-02',
  month: '2026-03',
}
const NOTHING: LetterFacts = { ...FACTS, dueOn: null, deadlines: [], day: null, month: null }

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, '')

const sentencesOf = (text: string) =>
  text
    .split(/[。\n]/)
    .filter((sentence) => !sentence.startsWith('https:'))
    .map((sentence) => [...sentence].length)

test.for(LETTER_KINDS.map((kind) => [kind]))('%s', ([kind]) => {
  for (const facts of [FACTS, NOTHING]) {
    const { subject, text, html } = letters[kind!](facts)
    expect(plain(html)).toBe(text.replaceAll(/\s+/g, ''))
    expect(text.startsWith('您好。')).toBe(true)
    const links = [...`${text}${html}`.matchAll(/\w+:\/\/[^\s"<]+/g)].map(([link]) => link)
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !link.startsWith('https://hall.example/'))).toEqual([])
    expect(Math.max(...sentencesOf(text))).toBeLessThanOrEqual(40)
    expect(`${subject}${text}`).not.toMatch(/温馨提示|亲|请勿|非法|系统繁忙|！|null|undefined/)
    expect(subject).toBe(subject.trim())
  }
})

test.for<[kind: (typeof LETTER_KINDS)[number], says: string]>([
  ['complaint-received', '最晚 2026-03-05 告诉您是否受理。'],
  ['complaint-accepted', '最晚 2026-03-05 答复您。'],
  ['deadline-extended', '新的答复日期是 2026-03-05。'],
  ['statement-asked', '请在 2026-03-05 下班前提交。'],
  ['deadline-near', '答复：2026-03-05 下班前。'],
  ['deadline-missed', '最长期限：应在 2026-03-16 下班前完成。'],
  ['box-not-checked', '2026-03-02 没有登记意见箱和意见簿的检查。'],
  ['told-outside', '最长期限：期限是 2026-03-16 下班前。'],
  ['post-empty', '2026-03-02 有期限要提醒'],
  ['month-waits', '2026-03 的计分还缺数据'],
  ['report-waits', '2026-03 的统计月报已经出好。'],
  ['entry-proposed', '您可以在 2026-03-02 下班前说明情况。'],
  ['filing-waits', '请在 2026-03-02 下班前审核。'],
  ['filing-corrected', '请在 2026-03-02 下班前告知申请人'],
  ['filing-near', '答复：2026-03-05 下班前。'],
  ['filing-missed', '最长期限：应在 2026-03-16 下班前完成。'],
  ['windows-to-mark', '2026-03 的窗口互评还没有收到您的评分。'],
])('%s says its date', ([kind, says]) => {
  expect(letters[kind](FACTS).text).toContain(says)
})

test('what is written stands in the HTML as text', () => {
  const { html } = letter('一', ['<b>&"', { says: '看', link: 'https://hall.example/?a=1&b="' }])
  expect(html).toContain('&#60;b&#62;&#38;&#34;')
  expect(html).not.toContain('<b>')
})
