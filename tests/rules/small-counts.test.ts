import { expect, test } from 'vitest'
import { monthFigures, type RawFigures } from '../../api/rules/outcome-figures.ts'
import {
  type Count,
  shownCount,
  shownTable,
  type ShownTable,
} from '../../api/rules/small-counts.ts'

const LEAST = 5

/** Whole numbers from a seed, as a linear congruence hands them out. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** A published figure or an unknown one, and the sums that readers know to hold. */
type Puzzle = { known: Count[]; sums: { parts: number[]; whole: number }[] }

function puzzleOf({ cells, rowTotals, columnTotals, total }: ShownTable): Puzzle {
  const width = cells[0]!.length
  const cell = (row: number, column: number) => row * width + column
  const rowTotal = (row: number) => cells.length * width + row
  const columnTotal = (column: number) => cells.length * width + cells.length + column
  const grand = columnTotal(width)
  const every = <T>(length: number, of: (index: number) => T) =>
    Array.from({ length }, (_, i) => of(i))
  return {
    known: [...cells.flat(), ...rowTotals, ...columnTotals, total],
    sums: [
      ...every(cells.length, (row) => ({
        parts: every(width, (column) => cell(row, column)),
        whole: rowTotal(row),
      })),
      ...every(width, (column) => ({
        parts: every(cells.length, (row) => cell(row, column)),
        whole: columnTotal(column),
      })),
      { parts: every(cells.length, rowTotal), whole: grand },
      { parts: every(width, columnTotal), whole: grand },
    ],
  }
}

/** What each figure may be at least and at most, as far as every sum narrows every other. */
function boundsOf({ known, sums }: Puzzle): [low: number, high: number][] {
  const bounds = known.map((count): [number, number] =>
    count === null ? [0, Infinity] : [count, count],
  )
  for (let changed = true; changed;) {
    changed = false
    const narrow = (index: number, low: number, high: number) => {
      const [least, most] = bounds[index]!
      if (low <= least && high >= most) return
      bounds[index] = [Math.max(low, least), Math.min(high, most)]
      changed = true
    }
    for (const { parts, whole } of sums) {
      narrow(
        whole,
        sum(parts.map((part) => bounds[part]![0])),
        sum(parts.map((part) => bounds[part]![1])),
      )
      for (const part of parts) {
        const others = parts.filter((other) => other !== part)
        narrow(
          part,
          bounds[whole]![0] - sum(others.map((other) => bounds[other]![1])),
          bounds[whole]![1] - sum(others.map((other) => bounds[other]![0])),
        )
      }
    }
  }
  return bounds
}

/** Every value each cell takes in a table of small numbers that agrees with what is published. */
function* agreeing({ known, sums }: Puzzle, most: number, cells: number): Generator<number[]> {
  const values: number[] = []
  function* fill(at: number): Generator<number[]> {
    if (at === cells) {
      const whole = [...values]
      for (const { parts, whole: index } of sums)
        whole[index] = sum(parts.map((part) => whole[part]!))
      if (known.every((count, index) => count === null || count === whole[index])) yield whole
      return
    }
    const given = known[at]!
    for (let value = given ?? 0; value <= (given ?? most); value++) {
      values[at] = value
      yield* fill(at + 1)
    }
    values.length = at
  }
  yield* fill(0)
}

const tableOf = (draw: (below: number) => number, rows: number, columns: number, below: number) =>
  Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (draw(3) === 0 ? draw(LEAST) : draw(below))),
  )

test('in 500 tables nothing small is shown, nothing shown is untrue, and no sum gives a cell away', () => {
  const draw = numbers(20_261_120)
  let hiddenCells = 0
  let shownCells = 0
  for (let round = 0; round < 500; round++) {
    const cells = tableOf(draw, 2 + draw(6), 2 + draw(5), [8, 20, 60][draw(3)]!)
    const shown = shownTable(cells, LEAST)
    for (const [row, line] of shown.cells.entries()) {
      for (const [column, count] of line.entries()) {
        if (count === null) continue
        expect(count).toBe(cells[row]![column])
        expect(count).toBeGreaterThanOrEqual(LEAST)
      }
      expect([null, sum(cells[row]!)]).toContain(shown.rowTotals[row])
    }
    expect([null, sum(cells.flat())]).toContain(shown.total)
    const puzzle = puzzleOf(shown)
    for (const [index, [low, high]] of boundsOf(puzzle).entries()) {
      if (puzzle.known[index] !== null) shownCells++
      else {
        hiddenCells++
        expect(high - low, JSON.stringify({ cells, index })).toBeGreaterThanOrEqual(LEAST)
      }
    }
  }
  expect(hiddenCells).toBeGreaterThan(1_000)
  expect(shownCells).toBeGreaterThan(1_000)
})

test('every table that agrees with the published one is counted, and no cell is narrow', () => {
  const draw = numbers(7)
  for (let round = 0; round < 60; round++) {
    const cells = tableOf(draw, 1 + draw(2), 2, 9)
    const shown = shownTable(cells, LEAST)
    const puzzle = puzzleOf(shown)
    const size = cells.flat().length
    const hidden = puzzle.known.flatMap((count, index) =>
      count === null && index < size ? [index] : [],
    )
    const seen = hidden.map(() => new Set<number>())
    for (const table of agreeing(puzzle, 16, size)) {
      for (const [at, index] of hidden.entries()) seen[at]!.add(table[index]!)
    }
    for (const values of seen) {
      expect(
        Math.max(...values) - Math.min(...values),
        JSON.stringify(cells),
      ).toBeGreaterThanOrEqual(LEAST)
    }
  }
})

test.for<[why: string, cells: number[][], shown: Partial<ShownTable>]>([
  [
    'nothing small, nothing left out',
    [
      [5, 9],
      [12, 7],
    ],
    {
      cells: [
        [5, 9],
        [12, 7],
      ],
      rowTotals: [14, 19],
      columnTotals: [17, 16],
      total: 33,
    },
  ],
  [
    'one small part takes the next smallest with it',
    [[3, 9, 20]],
    { cells: [[null, null, 20]], total: 32 },
  ],
  [
    'two small parts that add up to enough hide each other',
    [[4, 3, 20]],
    { cells: [[null, null, 20]], total: 27 },
  ],
  [
    'two parts that add up to little need a third',
    [[1, 1, 9, 20]],
    { cells: [[null, null, null, 20]], total: 31 },
  ],
  [
    'parts that are all but nothing take the sum with them',
    [[0, 1]],
    { cells: [[null, null]], total: null },
  ],
  ['a small whole is left out', [[4]], { cells: [[null]], total: null }],
  ['a whole of one part is its part', [[6]], { cells: [[6]], total: 6 }],
  ['nothing at all', [], { cells: [], total: null }],
  [
    'a cell is not told by its column either',
    [
      [2, 9],
      [8, 11],
    ],
    {
      cells: [
        [null, null],
        [null, null],
      ],
      rowTotals: [11, 19],
      columnTotals: [10, 20],
      total: 30,
    },
  ],
])('%s', ([, cells, shown]) => {
  expect(shownTable(cells, LEAST)).toMatchObject(shown)
})

test('a figure that stands alone is shown from the least on', () => {
  expect([4, 5, 0, 17].map((count) => shownCount(count, LEAST))).toEqual([null, 5, null, 17])
})

const month: RawFigures = {
  received: 23,
  accepted: 4,
  decided: [
    { category: 'attitude', verified: 7, unverified: 6 },
    { category: 'charging', verified: 5, unverified: 8 },
  ],
  published: 2,
  withheld: { objection: 6, withdrawn: 3, integrity: 1 },
}

test('a month is published without its small counts', () => {
  const figures = monthFigures(month, LEAST)
  expect(figures).toMatchObject({ received: 23, accepted: null, published: 2 })
  expect(figures.decided).toMatchObject({
    verified: 12,
    unverified: 14,
    total: 26,
    verifiedShare: 46,
  })
  expect(figures.withheld.total).toBe(10)
  const listed = figures.withheld.byReason.filter(({ count }) => count !== null)
  expect(listed.filter(({ reason }) => reason !== 'objection')).toEqual([])
  expect(figures.withheld.byReason.map(({ reason }) => reason)).toContain('minor')
})

test.for<[why: string, decided: RawFigures['decided'], share: number | null]>([
  ['a share of few is none', [{ category: 'other', verified: 3, unverified: 1 }], null],
  [
    'a share that tells a small part is none',
    [{ category: 'other', verified: 96, unverified: 4 }],
    null,
  ],
  ['a share of enough', [{ category: 'other', verified: 5, unverified: 10 }], 33],
  ['nothing decided', [{ category: 'other', verified: 0, unverified: 0 }], null],
  ['no category at all', [], null],
])('%s', ([, decided, share]) => {
  expect(monthFigures({ ...month, decided }, LEAST).decided.verifiedShare).toBe(share)
})
