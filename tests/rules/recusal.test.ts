import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../api/rules/day.ts'
import {
  type DeclaredRelation,
  isRecused,
  type Posting,
  type RecusalFacts,
} from '../../api/rules/recusal.ts'

const file: RecusalFacts = { caseId: 1, windowId: 10, staffIds: [100], occurredOn: '2026-03-05' }
const serves = (staffId: number, windowId: number, fromDay: Day, toDay: Day | null): Posting => ({
  staffId,
  windowId,
  fromDay,
  toDay,
  head: false,
})
const heads = (staffId: number, windowId: number, fromDay: Day, toDay: Day | null): Posting => ({
  ...serves(staffId, windowId, fromDay, toDay),
  head: true,
})
const declares = (what: Partial<DeclaredRelation>): DeclaredRelation => ({
  officerId: 7,
  staffId: null,
  windowId: null,
  caseId: null,
  ...what,
})

test.for<
  [
    why: string,
    staffId: number | null,
    postings: Posting[],
    relations: DeclaredRelation[],
    recused: boolean,
    about?: Partial<RecusalFacts>,
  ]
>([
  ['who serves nowhere and declared nothing is free', null, [], [], false],
  ['the person named is kept away', 100, [], [], true],
  ['somebody of another window is free', 101, [serves(101, 11, '2026-01-01', null)], [], false],
  ['a colleague on that day', 101, [serves(101, 10, '2026-01-01', null)], [], true],
  ['a colleague whose first day it was', 101, [serves(101, 10, '2026-03-05', null)], [], true],
  [
    'a colleague whose last day it was',
    101,
    [serves(101, 10, '2026-01-01', '2026-03-05')],
    [],
    true,
  ],
  ['a colleague who had left', 101, [serves(101, 10, '2026-01-01', '2026-03-04')], [], false],
  ['a colleague who came later', 101, [serves(101, 10, '2026-03-06', null)], [], false],
  ['the head of the window on that day', 101, [heads(101, 10, '2026-01-01', null)], [], true],
  ['a head who came later', 101, [heads(101, 10, '2026-03-06', null)], [], true],
  ['a head who had left', 101, [heads(101, 10, '2026-01-01', '2026-03-04')], [], false],
  ['the head of another window', 101, [heads(101, 11, '2026-01-01', null)], [], false],
  [
    'left and came back',
    101,
    [serves(101, 10, '2026-01-01', '2026-02-01'), serves(101, 10, '2026-03-01', null)],
    [],
    true,
  ],
  [
    'an unknown day keeps away who ever served there',
    101,
    [serves(101, 10, '2025-01-01', '2025-02-01')],
    [],
    true,
    { occurredOn: null },
  ],
  [
    'no window, no colleagues',
    101,
    [serves(101, 10, '2026-01-01', null)],
    [],
    false,
    { windowId: null },
  ],
  ['no window, but named', 100, [], [], true, { windowId: null }],
  [
    'a colleague is kept away though nobody is named',
    101,
    [serves(101, 10, '2026-01-01', null)],
    [],
    true,
    { staffIds: [] },
  ],
  ['a relation with the person named', null, [], [declares({ staffId: 100 })], true],
  [
    'a relation with somebody on that day',
    null,
    [serves(101, 10, '2026-01-01', null)],
    [declares({ staffId: 101 })],
    true,
  ],
  [
    'a relation with somebody unconcerned',
    null,
    [serves(101, 11, '2026-01-01', null)],
    [declares({ staffId: 101 })],
    false,
  ],
  ['a relation with the window', null, [], [declares({ windowId: 10 })], true],
  ['a relation with another window', null, [], [declares({ windowId: 11 })], false],
  [
    'no window, no relation with one',
    null,
    [],
    [declares({ caseId: 2 })],
    false,
    { windowId: null },
  ],
  ['a relation with the case', null, [], [declares({ caseId: 1 })], true],
  ['a relation with another case', null, [], [declares({ caseId: 2 })], false],
  ['the relation of another officer', null, [], [declares({ officerId: 8, caseId: 1 })], false],
])('%s', ([, staffId, postings, relations, recused, about]) => {
  expect(isRecused({ id: 7, staffId }, { ...file, ...about }, postings, relations)).toBe(recused)
})

const FIRST: Day = '2026-03-01'
const HORIZON = 8
const days = Array.from({ length: HORIZON }, (_, n) => addDays(FIRST, n))

/** Written day by day and person by person, without intervals. */
function oracle(
  officer: { id: number; staffId: number | null },
  about: RecusalFacts,
  postings: readonly Posting[],
  relations: readonly DeclaredRelation[],
): boolean {
  const daysOf = (posting: Posting) => {
    const first = days.indexOf(posting.fromDay)
    const last = posting.toDay ? days.indexOf(posting.toDay) : HORIZON - 1
    return days.filter((_, n) => n >= first && n <= last)
  }
  const involved = (person: number): boolean => {
    if (about.staffIds.some((named) => named === person)) return true
    if (about.windowId === null) return false
    const here = postings.filter((p) => p.staffId === person && p.windowId === about.windowId)
    if (about.occurredOn === null) return here.length > 0
    const that = days.indexOf(about.occurredOn)
    const onThatDay = here.some((p) => daysOf(p).includes(days[that]!))
    const headThenOrLater = here.some(
      (p) => p.head && daysOf(p).some((one) => days.indexOf(one) >= that),
    )
    return onThatDay || headThenOrLater
  }
  const people = [
    ...(officer.staffId === null ? [] : [officer.staffId]),
    ...relations.flatMap((r) =>
      r.officerId === officer.id && r.staffId !== null ? [r.staffId] : [],
    ),
  ]
  const mine = relations.filter((r) => r.officerId === officer.id)
  return (
    people.some(involved) ||
    mine.some((r) => r.caseId === about.caseId) ||
    (about.windowId !== null && mine.some((r) => r.windowId === about.windowId))
  )
}

test('ten thousand officers and cases agree with the day-by-day oracle', () => {
  const person = fc.integer({ min: 1, max: 4 })
  const window = fc.integer({ min: 1, max: 3 })
  const day = fc.constantFrom(...days)
  const posting = fc
    .record({ staffId: person, windowId: window, a: day, b: fc.option(day), head: fc.boolean() })
    .map(({ a, b, ...rest }): Posting => ({
      ...rest,
      fromDay: b && b < a ? b : a,
      toDay: b && b < a ? a : b,
    }))
  const relation = fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.constantFrom('staffId', 'windowId', 'caseId'), person)
    .map(([officerId, kind, id]): DeclaredRelation => ({
      officerId,
      staffId: null,
      windowId: null,
      caseId: null,
      [kind]: id,
    }))
  const seen = { recused: 0, free: 0 }
  fc.assert(
    fc.property(
      fc.option(person),
      fc.record({
        caseId: fc.integer({ min: 1, max: 3 }),
        windowId: fc.option(window),
        staffIds: fc.uniqueArray(person, { maxLength: 1 }),
        occurredOn: fc.option(day, { freq: 8 }),
      }),
      fc.array(posting, { maxLength: 3 }),
      fc.array(relation, { maxLength: 2 }),
      (staffId, about, postings, relations) => {
        const officer = { id: 1, staffId }
        const is = isRecused(officer, about, postings, relations)
        seen[is ? 'recused' : 'free']++
        expect(is).toBe(oracle(officer, about, postings, relations))
      },
    ),
    { numRuns: 10_000, seed: 20260302 },
  )
  expect(Math.min(seen.recused, seen.free)).toBeGreaterThan(2_000)
})
