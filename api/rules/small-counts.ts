/** A figure as it is published; null where it is left out. */
export type Count = number | null

/** A table of counts as it is published, with those of its sums that may be. */
export type ShownTable = {
  cells: Count[][]
  rowTotals: Count[]
  columnTotals: Count[]
  total: Count
}

/** One figure that stands for itself and adds up to nothing that is published. */
export const shownCount = (count: number, least: number): Count => (count < least ? null : count)

/** `sign` is what makes every row and column, its sum included, add up to nothing. */
type Entry = {
  value: number
  hidden: boolean
  isTotal: boolean
  sign: 1 | -1
  /** The sums of a table's columns are published only when it has more than one row. */
  published: boolean
}
type Entries = readonly (readonly Entry[])[]
type Place = { row: number; column: number }

/**
 * A table of counts without its small ones. Every count below `least` is left out, then as many
 * more (small ones first, sums last) as it takes until nobody can reckon a missing one from the
 * sums to within `least`: what it may be by the published figures spans that much at least. A
 * table of one row has one sum. Says nothing about tables whose figures add up to each other's.
 */
export function shownTable(cells: readonly (readonly number[])[], least: number): ShownTable {
  if (!cells[0]?.length) return { cells: [], rowTotals: [], columnTotals: [], total: null }
  const entries = withTotals(cells)
  for (const entry of entries.flat()) entry.hidden = !entry.published || entry.value < least
  for (let again = true; again;) again = placesOf(entries).some((at) => covers(entries, at, least))
  const shown = entries.map((row) => row.map(({ value, hidden }) => (hidden ? null : value)))
  const inner = shown.slice(0, cells.length)
  const last = shown.at(-1)!
  return {
    cells: inner.map((row) => row.slice(0, -1)),
    rowTotals: inner.map((row) => row.at(-1)!),
    columnTotals: last.slice(0, -1),
    total: (cells.length === 1 ? inner[0]! : last).at(-1)!,
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

const placesOf = (entries: Entries): Place[] =>
  entries.flatMap((line, row) => line.map((_, column) => ({ row, column })))

function withTotals(cells: readonly (readonly number[])[]): Entry[][] {
  const columns = cells[0]!.map((_, column) => sumOf(cells.map((row) => row[column]!)))
  const entry = (value: number, isTotal: boolean, sign: 1 | -1, published = true): Entry => ({
    value,
    hidden: false,
    isTotal,
    sign,
    published,
  })
  const many = cells.length > 1
  return [
    ...cells.map((row) => [
      ...row.map((value) => entry(value, false, 1)),
      entry(sumOf(row), true, -1),
    ]),
    [...columns.map((value) => entry(value, true, -1, many)), entry(sumOf(columns), true, 1, many)],
  ]
}

/**
 * How a hidden entry's value may differ by the published figures: it grows when another of its row
 * and another of its column make up for it, and so on round a ring. Rows and columns are nodes, an
 * entry is the way from its row to its column when it grows and back when it shrinks (a sum the
 * other way round), and what can go round is the most that flows between its own row and column.
 */
type Ring = { entries: Entries; own: Place; moved: number[][] }

const ringOf = (entries: Entries, own: Place): Ring => ({
  entries,
  own,
  moved: entries.map((line) => line.map(() => 0)),
})

/** The node of the entry's row and that of its column, in the way that lets its value grow. */
function endsOf({ entries, own: { row, column } }: Ring): [from: number, to: number] {
  const ofColumn = entries.length + column
  return entries[row]![column]!.sign === 1 ? [ofColumn, row] : [row, ofColumn]
}

/** Hide what it takes for a hidden entry to be uncertain enough; whether anything was hidden. */
function covers(entries: Entries, own: Place, least: number): boolean {
  const { hidden, published, value } = entries[own.row]![own.column]!
  if (!hidden || !published) return false
  const shrinking = ringOf(entries, own)
  const [to, from] = endsOf(shrinking)
  const down = Math.min(value, mostThrough(shrinking, from, to, least))
  const growing = ringOf(entries, own)
  const ends = endsOf(growing)
  if (down + mostThrough(growing, ...ends, least) >= least) return false
  for (const { row, column } of cheapestWay(growing, ...ends, true)!) {
    entries[row]![column]!.hidden = true
  }
  return true
}

function mostThrough(ring: Ring, from: number, to: number, enough: number): number {
  let through = 0
  while (through < enough) {
    const way = cheapestWay(ring, from, to, false)
    if (!way) return through
    const sent = Math.min(enough - through, ...way.map(({ room }) => room))
    for (const { row, column, grows } of way) ring.moved[row]![column]! += grows ? sent : -sent
    through += sent
  }
  return through
}

type Step = Place & { grows: boolean; room: number }

/** The step between two nodes: null where nothing can move. */
function stepBetween({ entries, own, moved }: Ring, from: number, to: number): Step | null {
  const rows = entries.length
  const forward = from < rows
  const [row, column] = forward ? [from, to - rows] : [to, from - rows]
  if (row === own.row && column === own.column) return null
  const { sign, value } = entries[row]![column]!
  const grows = forward === (sign === 1)
  const room = grows ? Infinity : value + moved[row]![column]!
  return room > 0 ? { row, column, grows, room } : null
}

/** The way from node to node over hidden entries, or over those that cost least to hide as well. */
function cheapestWay(ring: Ring, from: number, to: number, mayHide: boolean): Step[] | null {
  const { entries } = ring
  const all = sumOf(entries.flat().map(({ value }) => value)) + 1
  const costOf = ({ row, column }: Step) => {
    const { hidden, isTotal, value } = entries[row]![column]!
    if (hidden) return 0
    if (!mayHide) return Infinity
    return isTotal ? all + value : value
  }
  const costs = new Map([[from, 0]])
  const steps = new Map<number, { before: number; step: Step }>()
  const settled = new Set<number>()
  for (let node: number | undefined = from; node !== undefined; node = nearest(costs, settled)) {
    settled.add(node)
    for (const next of nodesAcross(entries, node)) {
      const step = stepBetween(ring, node, next)
      if (!step) continue
      const cost = costs.get(node)! + costOf(step)
      if (cost >= (costs.get(next) ?? Infinity)) continue
      costs.set(next, cost)
      steps.set(next, { before: node, step })
    }
  }
  if (!costs.has(to)) return null
  const way: Step[] = []
  for (let node = to; node !== from;) {
    const { before, step } = steps.get(node)!
    way.push(step)
    node = before
  }
  return way
}

const nodesAcross = (entries: Entries, node: number): number[] => {
  const rows = entries.length
  return node < rows ? entries[0]!.map((_, column) => rows + column) : entries.map((_, row) => row)
}

function nearest(costs: ReadonlyMap<number, number>, settled: ReadonlySet<number>) {
  let found: number | undefined
  for (const [node, cost] of costs) {
    if (!settled.has(node) && (found === undefined || cost < costs.get(found)!)) found = node
  }
  return found
}
