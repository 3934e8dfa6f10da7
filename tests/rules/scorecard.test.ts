import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anci41 } from '../../api/policies/sheets/anci-4-1.ts'
import { bingchaMonthly, bingchaPeerMarking } from '../../api/policies/sheets/bingcha-monthly.ts'
import { monthlySheetOf, sheets } from '../../api/policies/sheets/by-key.ts'
import { qingpuRating } from '../../api/policies/sheets/qingpu-rating.ts'
import { peerMarkRefusal, peerScore } from '../../api/rules/peer-marks.ts'
import type { Day, Month } from '../../api/rules/day.ts'
import { hundredthsOf, roundHalfUp } from '../../api/rules/rounding.ts'
import {
  confirmationRefusal,
  type EntrySource,
  type EntryState,
  type ScoreEntry,
} from '../../api/rules/score-entry.ts'
import { reversalOf, reversalRefusal } from '../../api/rules/score-reversal.ts'
import {
  type CountedEntry,
  entryRefusal,
  itemOf,
  oneFactOneDeduction,
  periodOf,
  pointsOf,
  scoreOf,
  type Sheet,
  timesFound,
} from '../../api/rules/scorecard.ts'
import { windowScore } from '../../api/rules/window-score.ts'

/** `A01 x2` is two of a fixed item, `M7.1 -3` the officer's choice within a range. */
function entriesOf(sheet: Sheet, short: readonly string[]): CountedEntry[] {
  return short.map((text, index) => {
    const [code = '', detail = 'x1'] = text.split(' ')
    const item = itemOf(sheet, code)
    if (!item) throw new Error(`No item ${code}`)
    const quantity = detail.startsWith('x') ? Number(detail.slice(1)) : 1
    const chosen = detail.startsWith('x') ? 0 : Math.abs(Number(detail))
    return {
      id: `e${index}`,
      item: code,
      points: pointsOf(item, quantity, chosen),
      quantity,
      source: 'manual',
      state: 'confirmed',
      reverses: null,
    }
  })
}

describe('Anci, sheet 4-1', () => {
  test.for<[why: string, entries: string[], score: number]>([
    ['a clean month keeps the base', [], 100],
    ['late twice, one mark missing', ['A01 x2', 'A02'], 96],
    ['away forty minutes once, a whole morning and ten minutes once', ['A03', 'A04'], 92],
    ['a verified complaint takes five', ['A17'], 95],
    ['with stacking the breach it describes takes five more', ['A17', 'A16'], 90],
    [
      'a quarrel, a cigarette and a missing badge against two letters and a suggestion',
      ['A15', 'A06', 'A13', 'AB1 x2', 'AB2'],
      97,
    ],
    ['seven full tenths of cases early', ['AB5 x7'], 107],
    ['praise by the province and by the city', ['AB4', 'AB3'], 105],
    ['twenty-one cases not entered stop at zero', ['A08 x21'], 0],
    ['a bonus counts before the floor', ['A08 x21', 'AB1 x3'], 1],
  ])('%s', ([, entries, score]) => {
    expect(scoreOf(anci41, entriesOf(anci41, entries)).score).toBe(score)
  })

  test('praise by the district has no item', () => {
    expect(anci41.items.filter(({ labelZh }) => /[区县]级/.test(labelZh))).toEqual([])
    expect(itemOf(anci41, 'AB3')?.labelZh).toContain('市级')
  })

  test('a window is the mean of its staff, and leaves out who hardly attended', () => {
    const members = [
      { id: 'a', score: 96, attendedDays: 22 },
      { id: 'b', score: 92, attendedDays: 5 },
      { id: 'c', score: 107, attendedDays: 20 },
      { id: 'd', score: 10, attendedDays: 4 },
    ]
    expect(windowScore(members, { fewestAttendedDays: 5 })).toEqual({
      members: members.map((member) => ({ ...member, counts: member.id !== 'd' })),
      sum: 295,
      count: 3,
      score: 98.33,
    })
    expect(windowScore(members.slice(-1), { fewestAttendedDays: 5 }).score).toBeNull()
  })
})

describe('Bingcha, the month of a window', () => {
  test.for<[why: string, entries: string[], peer: number, total: number]>([
    ['a clean month', [], 92, 99.2],
    ['twelve breaches of conduct stop the section at zero', ['M1.1 x12'], 80, 88],
    ['a serious quarrel takes three and two', ['M1.2', 'M1.3'], 90, 94],
    ['two cases four and nine days late', ['M3.1 x4', 'M3.1 x9'], 85, 88.5],
    ['two verified complaints of three and five', ['M7.1 -3', 'M7.1 -5'], 87.5, 90.75],
    ['a complaint with a circular empties the section', ['M7.2'], 70, 87],
    ['staff changed too often, half a day away', ['M8.1 -4', 'M8.2'], 90, 93],
    ['six hygiene findings in a section of five', ['M9.1 x6'], 90, 94],
    ['honours stop at ten', ['MB1 6', 'MB1 8', 'MB2'], 95, 109.5],
    ['the best possible', ['MB1 10'], 100, 110],
    ['three improper benefits', ['M6.1 x3'], 60, 90],
    [
      'every section exhausted, no mark, one banner',
      [
        'M1.1 x10',
        'M2.1 x5',
        'M3.1 x10',
        'M4.1 x10',
        'M5.2 x5',
        'M6.1 x5',
        'M7.2',
        'M8.1 -5',
        'M8.2 x9',
        'M9.1 x5',
        'MB3',
      ],
      0,
      2,
    ],
    ['a refusal to accept, verified by complaint at four', ['M7.1 -4'], 90, 95],
  ])('%s', ([, entries, peer, total]) => {
    const points = peerScore([peer], { mostTotal: 100, worth: 10 }).points
    const all = entriesOf(bingchaMonthly, [...entries, `M10 ${points}`])
    expect(scoreOf(bingchaMonthly, all).score).toBe(total)
  })

  test('the mutual rating is the mean of the marks, brought to ten', () => {
    expect(peerScore([92, 88, 95, 79], { mostTotal: 100, worth: 10 })).toEqual({
      received: 4,
      sum: 354,
      points: 8.85,
    })
    expect(peerScore([], { mostTotal: 100, worth: 10 }).points).toBeNull()
  })

  test.for<[why: string, forWindow: string, marks: number[], refusal: string | null]>([
    ['a window never marks itself', 'w1', [25, 25, 25, 25], 'peer-mark-own-window'],
    ['every topic gets a mark', 'w2', [25, 25, 25], 'peer-mark-topics'],
    ['no topic above twenty-five', 'w2', [26, 25, 25, 25], 'peer-mark-range'],
    ['none below zero', 'w2', [-1, 25, 25, 25], 'peer-mark-range'],
    ['a whole mark', 'w2', [25, 0, 12.5, 20], null],
  ])('peer marks: %s', ([, forWindow, marks, refusal]) => {
    expect(peerMarkRefusal({ byWindow: 'w1', forWindow, marks }, bingchaPeerMarking)).toBe(refusal)
  })

  test('the arithmetic of a section is shown, not only its result', () => {
    const card = scoreOf(bingchaMonthly, entriesOf(bingchaMonthly, ['M1.1 x12', 'MB3']))
    expect(card.base).toBe(90)
    expect(card.sections[0]).toMatchObject({ startsAt: 10, deductions: 12, earned: 0, score: 0 })
    expect(card.sections.at(-1)).toMatchObject({ startsAt: 0, earned: 2, score: 2 })
    expect(card).toMatchObject({ deductions: 12, bonuses: 2 })
    expect(card.lines[0]).toEqual({
      entry: 'e0',
      item: 'M1.1',
      labelZh: '违反行为规范',
      unitZh: '次',
      section: '1',
      kind: 'deduction',
      quantity: 12,
      points: -12,
      source: 'manual',
      reverses: null,
    })
  })
})

describe('the sheets', () => {
  test('Anci has twenty deductions and five bonuses', () => {
    const codes = (kind: string) =>
      anci41.items.filter((item) => item.kind === kind).map(({ code }) => code)
    expect(codes('deduction')).toEqual(
      Array.from({ length: 20 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`),
    )
    expect(codes('bonus')).toEqual(['AB1', 'AB2', 'AB3', 'AB4', 'AB5'])
  })

  test('Bingcha has ten sections worth a hundred and ten more for honours', () => {
    expect(bingchaMonthly.sections).toHaveLength(11)
    const worth = bingchaMonthly.sections.map(({ most }) => most ?? 0)
    expect(worth.slice(0, -1).reduce((sum, most) => sum + most)).toBe(100)
    expect(worth.at(-1)).toBe(10)
  })

  test('the mutual rating can earn its whole section', () => {
    expect(bingchaPeerMarking.topics.length * bingchaPeerMarking.mostPerTopic).toBe(100)
  })

  test.for<[code: string, points: number]>([
    ['off', 1],
    ['notPrompted', 1],
    ['refused', 2.5],
    ['burst', 1],
    ['selfRated', 1],
  ])('Qingpu, the electronic rating: %s', ([code, points]) => {
    expect(itemOf(qingpuRating, code)?.points).toBe(points)
    expect(pointsOf(itemOf(qingpuRating, code)!, 3)).toBe(-3 * points)
  })

  test.for(Object.values(sheets).map((sheet) => [sheet.key, sheet] as const))(
    '%s: codes are unique, labels short and different, sections and exclusions exist',
    ([, sheet]) => {
      const codes = sheet.items.map(({ code }) => code)
      const labels = sheet.items.map(({ labelZh }) => labelZh)
      expect(new Set(codes).size).toBe(codes.length)
      expect(new Set(labels).size).toBe(labels.length)
      for (const { labelZh, section, exclusiveWith, points } of sheet.items) {
        expect([...labelZh].length).toBeLessThanOrEqual(14)
        expect(sheet.sections.map(({ code }) => code)).toContain(section)
        if (exclusiveWith) expect(codes).toContain(exclusiveWith)
        if (typeof points === 'object' && points) expect(points.from).toBeLessThan(points.to)
      }
    },
  )

  test('every hall writes on a sheet that is found by its key', () => {
    for (const sheet of Object.values(monthlySheetOf)) expect(sheets[sheet.key]).toBe(sheet)
  })
})

describe('what an entry must be', () => {
  type Row = [
    why: string,
    sheet: Sheet,
    code: string,
    draft: { points: number; quantity: number; reason?: string; proof?: string },
    sameFact: string[],
    refusal: string | null,
  ]
  test.for<Row>([
    ["the item's own points", anci41, 'A01', { points: -2, quantity: 2 }, [], null],
    ['an unknown item', anci41, 'A99', { points: -1, quantity: 1 }, [], 'entry-item-unknown'],
    [
      "points that are not the item's",
      anci41,
      'A01',
      { points: -3, quantity: 2 },
      [],
      'entry-points',
    ],
    ['a deduction that would add', anci41, 'A01', { points: 1, quantity: 1 }, [], 'entry-points'],
    ['a quantity of nothing', anci41, 'A01', { points: 0, quantity: 0 }, [], 'entry-quantity'],
    ['half a time', anci41, 'A01', { points: -0.5, quantity: 0.5 }, [], 'entry-quantity'],
    ['a bonus without proof', anci41, 'AB1', { points: 2, quantity: 1 }, [], 'entry-proof'],
    [
      'a bonus with its letter',
      anci41,
      'AB1',
      { points: 2, quantity: 1, proof: '感谢信' },
      [],
      null,
    ],
    [
      'eleven tenths',
      anci41,
      'AB5',
      { points: 11, quantity: 11, proof: '统计' },
      [],
      'entry-quantity',
    ],
    [
      'half a day beside thirty minutes',
      anci41,
      'A04',
      { points: -5, quantity: 1 },
      ['A03'],
      'entry-exclusive',
    ],
    ['half a day beside something else', anci41, 'A04', { points: -5, quantity: 1 }, ['A01'], null],
    [
      'a range without a reason',
      bingchaMonthly,
      'M7.1',
      { points: -3, quantity: 1 },
      [],
      'entry-reason',
    ],
    [
      'a range with blanks for a reason',
      bingchaMonthly,
      'M7.1',
      { points: -3, quantity: 1, reason: ' ' },
      [],
      'entry-reason',
    ],
    [
      'a range with its reason',
      bingchaMonthly,
      'M7.1',
      { points: -3, quantity: 1, reason: '当面顶撞' },
      [],
      null,
    ],
    [
      'below the range',
      bingchaMonthly,
      'M7.1',
      { points: -1, quantity: 1, reason: '轻' },
      [],
      'entry-points',
    ],
    ['the lower end', bingchaMonthly, 'M7.1', { points: -2, quantity: 1, reason: '轻' }, [], null],
    ['the upper end', bingchaMonthly, 'M7.1', { points: -5, quantity: 1, reason: '重' }, [], null],
    [
      'above the range',
      bingchaMonthly,
      'M7.1',
      { points: -6, quantity: 1, reason: '重' },
      [],
      'entry-points',
    ],
    [
      'between two steps',
      bingchaMonthly,
      'M7.1',
      { points: -2.5, quantity: 1, reason: '轻' },
      [],
      'entry-points',
    ],
    [
      'a ranged item twice at once',
      bingchaMonthly,
      'M7.1',
      { points: -4, quantity: 2, reason: '轻' },
      [],
      'entry-quantity',
    ],
    [
      'a complaint beside its own circular',
      bingchaMonthly,
      'M7.2',
      { points: -10, quantity: 1 },
      ['M7.1'],
      'entry-exclusive',
    ],
    [
      'both quarrel items for one quarrel',
      bingchaMonthly,
      'M1.3',
      { points: -2, quantity: 1 },
      ['M1.2'],
      null,
    ],
    [
      'a mark of two decimals',
      bingchaMonthly,
      'M10',
      { points: 8.85, quantity: 1, reason: '互评' },
      [],
      null,
    ],
    [
      'a mark of three decimals',
      bingchaMonthly,
      'M10',
      { points: 8.855, quantity: 1, reason: '互评' },
      [],
      'entry-points',
    ],
    ['three refused ratings', qingpuRating, 'refused', { points: -7.5, quantity: 3 }, [], null],
  ])('%s', ([, sheet, code, draft, sameFact, refusal]) => {
    expect(entryRefusal(sheet, code, draft, sameFact)).toBe(refusal)
  })

  test('an item without a figure is recorded without points', () => {
    const sheet: Sheet = {
      ...qingpuRating,
      items: [{ ...itemOf(qingpuRating, 'off')!, code: 'open', points: null }],
    }
    expect(entryRefusal(sheet, 'open', { points: 0, quantity: 1 })).toBeNull()
    expect(entryRefusal(sheet, 'open', { points: -1, quantity: 1 })).toBe('entry-points')
  })

  test.for<[why: string, by: string, state: EntryState, refusal: string | null]>([
    ['who entered it does not confirm it', 'p1', 'proposed', 'entry-same-person'],
    ['a second person does', 'p2', 'proposed', null],
    ['once', 'p2', 'confirmed', 'entry-already-decided'],
    ['and not after a rejection', 'p2', 'rejected', 'entry-already-decided'],
  ])('confirmation: %s', ([, by, state, refusal]) => {
    expect(confirmationRefusal({ enteredBy: 'p1', state }, by)).toBe(refusal)
  })

  test('only confirmed entries count', () => {
    const states: EntryState[] = ['proposed', 'confirmed', 'rejected']
    const entries = entriesOf(anci41, ['A05', 'A06', 'A07']).map((entry, index) => ({
      ...entry,
      state: states[index]!,
    }))
    expect(scoreOf(anci41, entries).score).toBe(99)
  })

  test('an entry of another sheet is an error, never ignored', () => {
    const stray = { ...entriesOf(anci41, ['A01'])[0]!, item: 'M1.1' }
    expect(() => scoreOf(anci41, [stray])).toThrow('M1.1')
  })
})

describe('one fact, one deduction', () => {
  type Posted = { item: string; points: number }
  test.for<[why: string, complaint: Posted, own: Posted[], stack: boolean, posted: string[]]>([
    [
      'equal: the complaint item',
      { item: 'A17', points: -5 },
      [{ item: 'A16', points: -5 }],
      false,
      ['A17'],
    ],
    [
      'the complaint takes more',
      { item: 'M7.1', points: -4 },
      [{ item: 'M2.1', points: -2 }],
      false,
      ['M7.1'],
    ],
    [
      'the fact takes more',
      { item: 'M7.1', points: -2 },
      [{ item: 'M1.2', points: -3 }],
      false,
      ['M1.2'],
    ],
    [
      'the heaviest of several',
      { item: 'M7.1', points: -2 },
      [
        { item: 'M1.1', points: -1 },
        { item: 'M1.2', points: -3 },
      ],
      false,
      ['M1.2'],
    ],
    ['no item of its own', { item: 'A17', points: -5 }, [], false, ['A17']],
    [
      'stacking posts both',
      { item: 'A17', points: -5 },
      [{ item: 'A16', points: -5 }],
      true,
      ['A17', 'A16'],
    ],
  ])('%s', ([, complaint, own, stackUnderlyingViolation, posted]) => {
    const { post, leaveOut } = oneFactOneDeduction(complaint, own, { stackUnderlyingViolation })
    expect(post.map(({ item }) => item)).toEqual(posted)
    expect(new Set([...post, ...leaveOut])).toEqual(new Set([complaint, ...own]))
  })
})

describe('the month an entry counts in', () => {
  test.for<
    [why: string, source: EntrySource, occurred: Day, decided: Day, closed: Month[], period: Month]
  >([
    [
      'a complaint: when it was found to be true',
      'complaint',
      '2026-03-28',
      '2026-04-03',
      [],
      '2026-04',
    ],
    ['a patrol: when it occurred', 'patrol', '2026-03-28', '2026-04-03', [], '2026-03'],
    [
      'a patrol of a closed month: when it was decided',
      'patrol',
      '2026-03-28',
      '2026-04-10',
      ['2026-03'],
      '2026-04',
    ],
    [
      'never into a closed month',
      'complaint',
      '2026-03-28',
      '2026-03-30',
      ['2026-02', '2026-03'],
      '2026-04',
    ],
    ['over the end of a year', 'attendance', '2026-12-30', '2026-12-31', ['2026-12'], '2027-01'],
  ])('%s', ([, source, occurredOn, decidedOn, closedMonths, period]) => {
    expect(periodOf({ source, occurredOn, decidedOn }, { closedMonths })).toBe(period)
  })
})

describe('taking an entry back', () => {
  const entry: ScoreEntry = {
    id: 'e1',
    item: 'A17',
    points: -5,
    quantity: 1,
    windowId: 'w1',
    staffId: 's1',
    occurredOn: '2026-03-20',
    decidedOn: '2026-04-02',
    period: '2026-04',
    source: 'complaint',
    state: 'confirmed',
    reverses: null,
  }

  test.for<[why: string, closed: Month[], period: Month]>([
    ['in its own month while that is open', ['2026-03'], '2026-04'],
    ['in the month of the decision afterwards', ['2026-03', '2026-04'], '2026-05'],
  ])('%s', ([, closedMonths, period]) => {
    expect(reversalOf(entry, { id: 'e2', decidedOn: '2026-05-04', closedMonths })).toMatchObject({
      id: 'e2',
      points: 5,
      period,
      state: 'proposed',
      reverses: 'e1',
    })
  })

  test.for<[why: string, entry: Partial<ScoreEntry>, others: EntryState[], refusal: string | null]>(
    [
      ['a confirmed entry', {}, [], null],
      ['not twice', {}, ['confirmed'], 'entry-reversed'],
      ['not while a reversal waits', {}, ['proposed'], 'entry-reversed'],
      ['again after a rejected reversal', {}, ['rejected'], null],
      ['not before it is confirmed', { state: 'proposed' }, [], 'entry-not-confirmed'],
      ['a reversal stays', { reverses: 'e0' }, [], 'entry-is-reversal'],
    ],
  )('%s', ([, change, others, refusal]) => {
    const reversals = others.map((state) => ({ state, reverses: 'e1' }))
    expect(reversalRefusal({ ...entry, ...change }, reversals)).toBe(refusal)
  })

  test('a reversed finding is no longer counted as found', () => {
    const { lines } = scoreOf(anci41, [
      ...entriesOf(anci41, ['A01 x3', 'A13']),
      { ...entriesOf(anci41, ['A01 x3'])[0]!, id: 'r', points: 3, reverses: 'e0' },
    ])
    expect(timesFound(lines, ['A01', 'A13'])).toBe(1)
  })
})

describe('rounding', () => {
  test.for<[why: string, numerator: number, denominator: number, rounded: number]>([
    ['a half goes up though its bits lie below it', 1.005, 1, 1.01],
    ['just under a half goes down', 1.00499999, 1, 1],
    ['a mean of three', 295, 3, 98.33],
    ['two thirds', 2, 3, 0.67],
    ['an eighth of a hundredth', 1, 800, 0],
    ['a half of a hundredth', 1, 200, 0.01],
    ['a negative half goes up too', -1.005, 1, -1],
    ['a large mean stays exact', 900719925474.09, 1, 900719925474.09],
    ['a tiny number', 1e-7, 1, 0],
  ])('%s', ([, numerator, denominator, rounded]) => {
    expect(roundHalfUp(numerator, denominator)).toBe(rounded)
  })

  test('a mean over nobody and points of three decimals are errors', () => {
    expect(() => roundHalfUp(1, 0)).toThrow(RangeError)
    expect(() => hundredthsOf(0.125)).toThrow(RangeError)
  })

  test('it agrees with whole-number arithmetic everywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e4 }), (n, d) => {
        const expected = Math.floor((2 * n * 100 + d) / (2 * d)) / 100
        expect(roundHalfUp(n, d)).toBe(expected)
      }),
      { seed: 20260302 },
    )
  })
})

describe('for every set of entries', () => {
  const entriesIn = (sheet: Sheet): fc.Arbitrary<CountedEntry[]> =>
    fc
      .array(
        fc.record({
          item: fc.constantFrom(...sheet.items),
          quantity: fc.integer({ min: 1, max: 9 }),
          at: fc.integer({ min: 0, max: 5 }),
        }),
        { maxLength: 30 },
      )
      .map((picks) =>
        picks.map(({ item, quantity, at }, index) => {
          const range = typeof item.points === 'object' ? item.points : null
          const count = range ? 1 : quantity
          const chosen = range ? Math.min(range.to, range.from + at * range.step) : 0
          return {
            id: `e${index}`,
            item: item.code,
            points: pointsOf(item, count, chosen),
            quantity: count,
            source: 'manual',
            state: 'confirmed',
            reverses: null,
          }
        }),
      )
  const bySheet = Object.values(sheets).map((sheet) => [sheet.key, sheet] as const)
  const options = { seed: 20260302, numRuns: 200 }

  test.for(bySheet)('%s: the order of entries does not matter', ([, sheet]) => {
    const shuffled = entriesIn(sheet).chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        const { lines: _, ...one } = scoreOf(sheet, entries)
        expect(scoreOf(sheet, other)).toMatchObject(one)
      }),
      options,
    )
  })

  test.for(bySheet)('%s: a reversal restores the score', ([, sheet]) => {
    fc.assert(
      fc.property(entriesIn(sheet), fc.nat(), (entries, pick) => {
        const taken = entries[pick % Math.max(1, entries.length)]
        fc.pre(taken !== undefined)
        const reversal = { ...taken!, id: 'r', points: 0 - taken!.points, reverses: taken!.id }
        const without = scoreOf(
          sheet,
          entries.filter((entry) => entry !== taken),
        )
        const restored = scoreOf(sheet, [...entries, reversal])
        expect(restored.score).toBe(without.score)
        expect(restored.deductions).toBe(without.deductions)
        expect(restored.bonuses).toBe(without.bonuses)
      }),
      options,
    )
  })

  test.for(bySheet)('%s: a deduction never raises, a bonus never lowers', ([, sheet]) => {
    fc.assert(
      fc.property(entriesIn(sheet), entriesIn(sheet), (entries, [added]) => {
        fc.pre(added !== undefined)
        const before = scoreOf(sheet, entries).score
        const after = scoreOf(sheet, [...entries, { ...added!, id: 'new' }]).score
        const isDeduction = itemOf(sheet, added!.item)?.kind === 'deduction'
        expect(isDeduction ? after <= before : after >= before).toBe(true)
      }),
      options,
    )
  })

  test.for(bySheet)("%s: the score stays between nothing and the sheet's best", ([, sheet]) => {
    const most = sheet.sections.reduce((sum, section) => sum + (section.most ?? Infinity), 0)
    fc.assert(
      fc.property(entriesIn(sheet), (entries) => {
        const { score } = scoreOf(sheet, entries)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(most)
      }),
      options,
    )
  })

  test.for(bySheet)('%s: every drafted entry of a whole sheet is acceptable', ([, sheet]) => {
    fc.assert(
      fc.property(entriesIn(sheet), (entries) => {
        for (const { item, points, quantity } of entries)
          expect(
            entryRefusal(sheet, item, { points, quantity, reason: '理由', proof: '凭证' }),
          ).toBe(null)
      }),
      options,
    )
  })
})
