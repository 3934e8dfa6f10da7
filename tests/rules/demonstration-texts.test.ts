import { describe, expect, test } from 'vitest'
import { clauses, ruleSystems } from '../../api/policies/clauses/index.ts'
import { anci41 } from '../../api/policies/sheets/anci-4-1.ts'
import { bingchaMonthly } from '../../api/policies/sheets/bingcha-monthly.ts'
import { FINDINGS, type Finding } from '../../api/rules/case-file.ts'
import { CATEGORIES } from '../../api/rules/complaint.ts'
import { DEMONSTRATION_HALLS, hallSeeds, smallHallSeeds, windowsOn } from '../../db/seeds/halls.ts'
import * as texts from '../../db/seeds/texts.ts'
import { clauseWordings, INVENTED, ruleWordings } from '../../db/seeds/wordings.ts'

const { stories, praises, deductionReasons, outOfScope, questions } = texts

const clauseOf = (key: string) =>
  Object.values(clauses)
    .flatMap((list) => list ?? [])
    .find((clause) => clause.key === key)

const NOTES = [
  texts.evidenceNotes,
  texts.witnessNotes,
  texts.extensionReasons,
  texts.coordinationOpinions,
  texts.starReasons,
  texts.hygieneReasons.map(({ reason }) => reason),
  texts.reportNotes,
].flat()

/** What citizens wrote: anything but personal data may stand in it. */
const citizens = [
  ...stories.map((story) => story.narrative),
  ...praises.map((praise) => praise.text),
  ...outOfScope.map((one) => one.narrative),
  ...questions.map((one) => one.question),
]

/** What the hall writes: short sentences, no blame, no raised voice. */
const halls = [
  ...stories.flatMap((story) => [
    story.gist,
    story.inquiryComplainant,
    story.inquirySubject,
    story.statement,
    story.reply,
    story.summary,
  ]),
  ...praises.map((praise) => praise.gist),
  ...deductionReasons.map((one) => one.reason),
  ...outOfScope.flatMap((one) => [one.gist, one.reason, one.whereTo]),
  ...questions.map((one) => one.answer),
  ...NOTES,
]

const people = [...Object.values(hallSeeds), ...Object.values(smallHallSeeds)].flatMap((hall) => [
  ...hall.staff.map((member) => member.nameZh),
  ...hall.officers.map((officer) => officer.nameZh),
])

test('there is enough of everything, and nothing is said twice', () => {
  expect(stories.length).toBeGreaterThanOrEqual(40)
  expect(praises.length).toBeGreaterThanOrEqual(10)
  expect(deductionReasons.length).toBeGreaterThanOrEqual(20)
  expect(outOfScope.length).toBeGreaterThanOrEqual(4)
  for (const field of ['narrative', 'gist', 'statement', 'reply', 'summary'] as const) {
    const all = stories.map((story) => story[field])
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([])
  }
})

test('every category and every finding occurs', () => {
  const categories = new Set(stories.map((story) => story.category))
  expect(CATEGORIES.filter((category) => !categories.has(category))).toEqual([])
  const findings = new Set(stories.map((story) => story.finding))
  expect(FINDINGS.filter((finding) => !findings.has(finding))).toEqual([])
})

test('nobody is named, and no number leads to anybody', () => {
  const all = [...citizens, ...halls]
  expect(all.filter((text) => /\d{6,}|@|[0-9Xx]{15}/.test(text))).toEqual([])
  expect(all.filter((text) => people.some((name) => text.includes(name)))).toEqual([])
})

test('the hall writes short sentences without scolding', () => {
  expect(halls.filter((text) => /温馨提示|亲爱|请勿|非法|系统繁忙|[!！]/.test(text))).toEqual([])
  const sentences = halls.flatMap((text) => text.split(/[。；？]/))
  expect(sentences.filter((sentence) => sentence.length > 40)).toEqual([])
})

/** The words by which a reader recognises a finding in a published summary. */
const SAYS: Record<Finding, RegExp> = {
  substantiated: /(?<!部分|不)属实/,
  partlySubstantiated: /部分属实/,
  unsubstantiated: /不属实|不属违规/,
  unverifiable: /无法核实/,
}

describe.for(stories.map((story) => [story.gist, story] as const))('%s', ([, story]) => {
  test('is a complaint a citizen could write', () => {
    expect(story.narrative.length).toBeGreaterThanOrEqual(20)
    expect(story.narrative.length).toBeLessThanOrEqual(200)
    expect(story.gist.length).toBeLessThanOrEqual(30)
    expect(story.summary.length).toBeLessThanOrEqual(200)
    expect(story.reply.length).toBeGreaterThanOrEqual(60)
    expect(story.reply).toMatch(/您.*。$/)
  })

  test('cites a clause of each hall, and has a window there', () => {
    for (const hall of DEMONSTRATION_HALLS) {
      expect(clauseOf(story.clauseKeyByHall[hall])?.hall).toBe(hall)
      expect(windowsOn(hallSeeds[hall], story.topic).length).toBeGreaterThanOrEqual(1)
    }
    expect(clauseOf(story.clauseKeyByHall.qingpu)?.category).toBe(story.category)
  })

  test('its summary says what was found, and nothing else', () => {
    const said = FINDINGS.filter((finding) => SAYS[finding].test(story.summary))
    const partly = story.finding === 'partlySubstantiated'
    expect(said.filter((one) => one !== 'substantiated' || !partly)).toEqual([story.finding])
  })
})

test.for(deductionReasons.map((one) => [one.reason, one] as const))('%s', ([, one]) => {
  const codes = (sheet: { items: readonly { code: string }[] }) => sheet.items.map((i) => i.code)
  const { anci, bingcha, qingpu } = one.itemByHall
  if (anci) expect(codes(anci41)).toContain(anci)
  if (bingcha) expect(codes(bingchaMonthly)).toContain(bingcha)
  expect(qingpu).toBeNull()
})

test.for([...praises, ...questions].map((one) => [one.topic] as const))(
  'a window of each hall deals with %s',
  ([topic]) => {
    for (const hall of DEMONSTRATION_HALLS)
      expect(windowsOn(hallSeeds[hall], topic).length).toBeGreaterThanOrEqual(1)
  },
)

test('a wording that is invented says so, and stands at a clause or rule of its hall', () => {
  expect(INVENTED).toContain('不是原文')
  for (const hall of DEMONSTRATION_HALLS) {
    expect(clauseWordings[hall].length).toBeGreaterThan(0)
    for (const { clause, article } of clauseWordings[hall]) {
      expect(clauseOf(clause)?.hall).toBe(hall)
      expect(article).toContain('样例')
    }
    const shown = (ruleSystems[hall] ?? []).map(({ key }) => key)
    for (const { system, number } of ruleWordings[hall] ?? []) {
      expect(shown).toContain(system)
      expect(number).toContain('样例')
    }
  }
})
