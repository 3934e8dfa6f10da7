import { describe, expect, test } from 'vitest'
import { clauses, ruleSystems } from '../../api/policies/clauses/index.ts'
import { SYSTEM_ROLES } from '../../api/rules/clause.ts'
import { CATEGORIES } from '../../api/rules/complaint.ts'
import { isDay } from '../../api/rules/day.ts'

const HALLS = ['anci', 'bingcha', 'qingpu', 'yuanzhou', 'yichuang', 'standard'] as const
const all = HALLS.flatMap((hall) => clauses[hall] ?? [])
const systems = HALLS.flatMap((hall) => ruleSystems[hall] ?? [])
const keys = all.map((clause) => clause.key)

/** The item codes of the Anci and Bingcha monthly sheets, written down here a second time. */
const ITEMS: Record<(typeof HALLS)[number], readonly string[]> = {
  anci: [
    'A01 A02 A03 A04 A05 A06 A07 A08 A09 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20'.split(' '),
    ['AB1', 'AB2', 'AB3', 'AB4', 'AB5'],
  ].flat(),
  bingcha: [
    ['M1.1', 'M1.2', 'M1.3'],
    ['M2.1', 'M2.2', 'M2.3', 'M2.4', 'M2.5'],
    ['M3.1', 'M4.1', 'M4.2'],
    ['M5.1', 'M5.2', 'M5.3', 'M6.1'],
    ['M7.1', 'M7.2', 'M8.1', 'M8.2', 'M9.1', 'M10'],
    ['MB1', 'MB2', 'MB3'],
  ].flat(),
  qingpu: [],
  yuanzhou: [],
  yichuang: [],
  standard: [],
}

const TRIGGERS =
  'shirk shirkDelay leftPost notInstant notOnce noReceipt noReply notForwarded notReported noSupplement falseReport noCooperation other'
    .split(' ')
    .map((name) => `anci.duty.${name}`)

const BANNED = /温馨提示|亲|请勿|非法|系统繁忙|[!！]/

test('every policy has its clauses and its rules', () => {
  expect(HALLS.map((hall) => clauses[hall]?.length)).toEqual([35, 20, 20, 9, 8, 10])
  expect(HALLS.map((hall) => ruleSystems[hall]?.length)).toEqual([7, 30, 21, 18, 8, 28])
})

test('no key is given twice', () => {
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(systems.map((system) => system.key)).size).toBe(systems.length)
})

test.for<[why: string, expected: readonly string[]]>([
  ['the nine kinds of complaint of Qingpu', [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `qingpu.q${n}`)],
  ['the second half of the sixth kind, taking benefits', ['qingpu.q6.integrity']],
  ['the thirteen triggers of accountability in Anci', TRIGGERS],
  [
    'what Anci adds from its other rules',
    'speech.bannedPhrase speech.noGreeting speech.noRedirect speech.noMissingList look.noBadge look.noUniform attitude.cold attitude.unequal attitude.argue attitude.noPriority desk.away15 desk.privateItems discipline.overdue discipline.eight patrol.complaintIgnored attendance.absent attendance.refusedForLeave duty.refusalNoReason duty.falseDone duty.errorRework open.missingInfo integrity.any'
      .split(' ')
      .map((name) => `anci.${name}`),
  ],
  [
    'every clause of Bingcha',
    'open.eight promise.fee first.refused first.notLed once.missing neg.notFiled neg.noReason ab.empty limit.overdue limit.notAccepted serve.taboo serve.look serve.idle serve.smoke serve.quarrel serve.unequal hours.closed phone.unanswered integrity.benefit outcome.dispute'
      .split(' ')
      .map((name) => `bingcha.${name}`),
  ],
  [
    'what Qingpu adds from its other rules',
    'serve.pauseSign serve.noPriority serve.courtesy first.shirk limit.noNotice once.notWritten open.guide smoke rating.refused rating.self'
      .split(' ')
      .map((name) => `qingpu.${name}`),
  ],
  [
    'what Yuanzhou forbids and promises',
    'ban.any first commit.any integrity runAround guideOut ratingOff'
      .split(' ')
      .map((name) => `yuanzhou.${name}`),
  ],
  [
    'what a one-window hall forbids and promises',
    'eight.any first limit once language.rude error integrity'
      .split(' ')
      .map((name) => `yichuang.${name}`),
  ],
])('can be cited: %s', ([, expected]) => {
  expect(expected.filter((key) => !keys.includes(key))).toEqual([])
})

test.for<[why: string, key: string, category: string, item: string | null, others: string[]]>([
  [
    'a trigger without an item of its own costs the complaint item',
    'anci.duty.noReply',
    'dutyOrProcedure',
    'A17',
    [],
  ],
  ['not told once has its own item', 'anci.duty.notOnce', 'notToldOnce', 'A16', []],
  [
    'away a quarter of an hour costs nothing, half an hour does',
    'anci.desk.away15',
    'absentOrIdle',
    null,
    ['A03'],
  ],
  [
    'an empty post is graver from half a day',
    'anci.attendance.absent',
    'absentOrIdle',
    'A03',
    ['A04'],
  ],
  ['the patrol is not on the sheet', 'anci.patrol.complaintIgnored', 'dutyOrProcedure', null, []],
  ['a quarrel in Bingcha', 'bingcha.serve.quarrel', 'attitude', 'M1.2', []],
  ['nobody of the pair', 'bingcha.ab.empty', 'absentOrIdle', 'M7.1', ['M8.2']],
  ['the first half of the sixth kind', 'qingpu.q6', 'attitude', null, []],
  ['the second half of the sixth kind', 'qingpu.q6.integrity', 'integrity', null, []],
])('%s', ([, key, category, item, others]) => {
  const clause = all.find((each) => each.key === key)
  expect([clause?.category, clause?.pointsItem, clause?.otherPointsItems]).toEqual([
    category,
    item,
    others,
  ])
})

describe.for(HALLS)('%s', (hall) => {
  const own = clauses[hall] ?? []
  const ownSystems = ruleSystems[hall] ?? []

  test.for(own.map((clause) => [clause.key, clause] as const))('%s', ([key, clause]) => {
    expect(key.startsWith(`${hall}.`)).toBe(true)
    expect(clause.hall).toBe(hall)
    expect(CATEGORIES).toContain(clause.category)
    expect(isDay(clause.effectiveFrom)).toBe(true)
    expect(clause.version).toBe(1)
    expect(clause.label.length).toBeLessThanOrEqual(12)
    expect(clause.plain.length).toBeLessThanOrEqual(40)
    expect(clause.plain).toMatch(/[^。]。$/)
    expect(clause.label + clause.plain).not.toMatch(BANNED)
    const items = [clause.pointsItem ?? [], clause.otherPointsItems].flat()
    expect(items.filter((item) => !ITEMS[hall].includes(item))).toEqual([])
  })

  test('every clause stands in a rule that the portal shows', () => {
    const shown = ownSystems.filter((system) => system.role !== 'out').map((system) => system.key)
    expect(own.filter((clause) => !shown.includes(clause.system))).toEqual([])
  })

  test('offers five to eight clauses first, of at least five kinds', () => {
    const common = own.filter((clause) => clause.common)
    expect(common.length).toBeGreaterThanOrEqual(5)
    expect(common.length).toBeLessThanOrEqual(8)
    expect(new Set(common.map((clause) => clause.category)).size).toBeGreaterThanOrEqual(5)
  })

  test('keeps the order of its lists', () => {
    expect(own.map((clause) => clause.sortOrder)).toEqual(own.map((_, index) => index + 1))
    expect(ownSystems.map((system) => system.sortOrder)).toEqual(ownSystems.map((_, i) => i + 1))
  })

  test.for(ownSystems.map((system) => [system.key, system] as const))(
    '%s says what it is for, and why it is out',
    ([key, system]) => {
      expect(key.startsWith(`${hall}.`)).toBe(true)
      expect(SYSTEM_ROLES).toContain(system.role)
      expect(system.titleZh.length).toBeGreaterThan(3)
      expect(system.purposeZh.length).toBeLessThanOrEqual(40)
      expect(system.purposeZh).toMatch(/[^。]。$/)
      expect(system.purposeZh + (system.outReasonZh ?? '')).not.toMatch(BANNED)
      expect(system.outReasonZh !== null).toBe(system.role === 'out')
      if (system.outReasonZh) expect(system.outReasonZh).toMatch(/^.{6,39}。$/)
    },
  )
})
