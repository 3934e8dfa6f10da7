import { describe, expect, test } from 'vitest'
import { ruleSystems } from '../../api/policies/clauses/index.ts'
import { policies, type PolicyKey } from '../../api/policies/index.ts'
import { sheetsOfPolicy } from '../../api/policies/sheets/by-key.ts'
import { rulesInWords } from '../../api/policies/rules-in-words/index.ts'
import { clauseFigures } from '../../api/rules/clause-figures.ts'
import type { DayUnit } from '../../api/rules/day-unit.ts'
import { inWords } from '../../api/rules/rule-in-words.ts'

const KEYS = Object.keys(policies) as PolicyKey[]
const saidOf = (hall: PolicyKey, system: string, policy = policies[hall]) =>
  inWords(rulesInWords[`${hall}.${system}`] ?? {}, policy, sheetsOfPolicy(hall))
    .map(({ sentence }) => sentence)
    .join('')

const BANNED = /温馨提示|亲|请勿|非法|系统繁忙|[!！]|undefined|null|NaN/
const LONGEST = 60

describe.for(KEYS)('%s', (hall) => {
  const systems = ruleSystems[hall] ?? []

  test('every rule that is shown says what it says, none that is left out does', () => {
    const shown = systems.filter(({ role }) => role !== 'out').map(({ key }) => key)
    const written = Object.keys(rulesInWords).filter((key) => key.startsWith(`${hall}.`))
    expect(written.toSorted()).toEqual(shown.toSorted())
  })

  test.for(systems.filter(({ role }) => role !== 'out').map(({ key }) => [key]))(
    '%s is in whole, short sentences with stable anchors',
    ([key]) => {
      const sentences = inWords(rulesInWords[key!] ?? {}, policies[hall], sheetsOfPolicy(hall))
      expect(sentences.length).toBeGreaterThan(0)
      for (const { anchor, sentence } of sentences) {
        expect(anchor).toMatch(/^[a-z][A-Za-z0-9]*$/)
        expect(sentence).toMatch(/[^。]。$/)
        expect(sentence).not.toMatch(BANNED)
        expect(sentence.length).toBeLessThanOrEqual(LONGEST)
      }
    },
  )
})

test.for<[hall: PolicyKey, system: string, figure: string]>([
  ['anci', 'conduct', '最多 15 分钟'],
  ['anci', 'patrol', '七项任务'],
  ['anci', 'attendance', '四次指纹'],
  ['anci', 'attendance', '10 分钟内'],
  ['anci', 'appraisal', '从 100 分起'],
  ['anci', 'appraisal', '有责任的，一次扣 5 分'],
  ['anci', 'appraisal', '20 个编号'],
  ['anci', 'appraisal', '标兵 1 名'],
  ['anci', 'appraisal', '窗口 1 个'],
  ['anci', 'complaints', '3 个工作日内拿出协调意见'],
  ['anci', 'complaints', '1 个工作日内答复'],
  ['anci', 'accountability', '十三种'],
  ['anci', 'accountability', '1 年内被追究 2 次'],
  ['bingcha', 'openness', '八项公开'],
  ['bingcha', 'servicePromise', '十二项承诺'],
  ['bingcha', 'negativeFiling', '3 个工作日内复核'],
  ['bingcha', 'negativeFiling', '纠正后 3 个工作日'],
  ['bingcha', 'duty', '08:00—11:30、14:00—17:30'],
  ['bingcha', 'duty', '08:00—11:30、15:00—18:00'],
  ['bingcha', 'leave', '超过 30 天'],
  ['bingcha', 'monthly', '基本分 100 分，奖励最多再加 10 分，满分 110 分'],
  ['bingcha', 'monthly', '一次扣 2 到 5 分；因投诉被通报的，扣 10 分'],
  ['bingcha', 'leave', '超过 60 天扣半年'],
  ['bingcha', 'appraisal', '最高 110 分'],
  ['bingcha', 'monthly', '红旗窗口 5 个'],
  ['bingcha', 'monthly', '岗位之星 5 个'],
  ['bingcha', 'complaints', '不超过 3 个工作日'],
  ['bingcha', 'complaints', '最长 10 个工作日'],
  ['bingcha', 'study', '10 日、20 日、30 日'],
  ['qingpu', 'posting', '30%'],
  ['qingpu', 'patrol', '定时巡查 2 次'],
  ['qingpu', 'attendance', '08:30—12:00、13:00—17:00'],
  ['qingpu', 'attendance', '13:30—17:00'],
  ['qingpu', 'electronicRating', '50 件以内至少 70%，51 到 100 件至少 60%'],
  ['qingpu', 'electronicRating', '101 到 200 件至少 50%，再多的至少 100 个评价'],
  ['qingpu', 'electronicRating', '差 10 个以内 1 分，差 20 个以内 2 分'],
  ['qingpu', 'electronicRating', '差 40 个以内 4 分，再多扣 5 分'],
  ['qingpu', 'hygiene', '每处扣 0.5 到 2 分'],
  ['qingpu', 'electronicRating', '2.5 分'],
  ['qingpu', 'hygiene', '100 分折成 5 分'],
  ['qingpu', 'awards', '季度评服务明星 10 名'],
  ['qingpu', 'awards', '明星 10 名、优秀服务窗口 8 个'],
  ['qingpu', 'awards', '20 日前'],
  ['qingpu', 'awards', '最低的 3 个窗口'],
  ['qingpu', 'complaints', '3 个工作日内办完'],
  ['qingpu', 'complaints', '最长 10 个工作日'],
  ['qingpu', 'yearlyAppraisal', '20%'],
  ['yuanzhou', 'attendance', '4 次以上'],
  ['yuanzhou', 'approval', '都算投诉'],
  ['yichuang', 'firstAsk', '100%，办结率 95%'],
  ['yichuang', 'timeLimit', '95%'],
  ['standard', 'complaints', '3 个工作日内答复'],
])('%s %s says %s', ([hall, system, figure]) => {
  expect(saidOf(hall, system)).toContain(figure)
})

test('a figure that a hall changed is the one people read', () => {
  const { qingpu } = policies
  const changed = { ...qingpu, clocks: { ...qingpu.clocks, maxWd: 8 } }
  expect(saidOf('qingpu', 'complaints', changed)).toContain('最长 8 个工作日')
})

test.for<[why: string, unit: DayUnit, says: string]>([
  ['working days', 'workingDays', '审批科负责人 3 个工作日内复核'],
  ['days of the calendar', 'calendarDays', '审批科负责人 3 天内复核'],
  ['days that move off a rest day', 'calendarDaysRolled', '3 天（遇休息日顺延）内复核'],
])('a refusal on file in %s', ([, unit, says]) => {
  const { bingcha } = policies
  const changed = { ...bingcha, negativeFiling: { ...bingcha.negativeFiling!, unit } }
  expect(saidOf('bingcha', 'negativeFiling', changed)).toContain(says)
})

test('points that a hall changed, or has not settled, are the ones people read', () => {
  const said = (points: number | null) => {
    const sheets = sheetsOfPolicy('anci').map((sheet) => ({
      ...sheet,
      items: sheet.items.map((item) => (item.code === 'A17' ? { ...item, points } : item)),
    }))
    const rule = rulesInWords['anci.appraisal'] ?? {}
    return inWords(rule, policies.anci, sheets).find(({ anchor }) => anchor === 'deductions')
  }
  expect(said(4)?.sentence).toContain('一次扣 4 分')
  expect(said(null)?.sentence).toContain('一次扣 若干分')
})

test('a rate that a one-window hall changed is the one people read', () => {
  const indicators = { firstAskAccepted: 99, firstAskCompleted: 90, onTime: 97 }
  const changed = { ...policies.yichuang, indicators }
  expect(saidOf('yichuang', 'firstAsk', changed)).toContain('首问受理率 99%，办结率 90% 以上')
  expect(saidOf('yichuang', 'timeLimit', changed)).toContain('按时办结率 97% 以上')
})

test.for<[why: string, cited: number, upheld: number, shown: [number | null, number | null]]>([
  ['too few', 4, 0, [null, null]],
  ['enough of both kinds', 12, 6, [12, 6]],
  ['few upheld', 12, 4, [12, null]],
  ['few not upheld, so that the sum would tell', 12, 9, [12, null]],
])('figures of a clause: %s', ([, cited, upheld, [citedShown, upheldShown]]) => {
  expect(clauseFigures({ cited, upheld }, 5)).toEqual({ cited: citedShown, upheld: upheldShown })
})
