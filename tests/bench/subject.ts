/** What a subject measured: our figure, the yardstick's in the same run, and their ratio. */
export type Measured = {
  name: string
  value: number
  unit: string
  against: number
  ratio: number
  /** The ratio the project asks of itself, shown beside it. */
  wanted: string
}

/** One file of this folder: measured in turns with its yardstick, on a database of its own. */
export type Subject = { name: string; run: () => Promise<Measured[]> }

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
