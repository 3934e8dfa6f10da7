import { type Count, shownTable } from './small-counts.ts'

/** How often a clause was cited, and how often the complaint was found to be true. */
export type ClauseFigures = { cited: Count; upheld: Count }

/**
 * A clause's figures as they are published: none below the policy's least number, and none that
 * could be reckoned from the other. `cited` counts every complaint that named the clause.
 */
export function clauseFigures(
  { cited, upheld }: { cited: number; upheld: number },
  least: number,
): ClauseFigures {
  const { cells, total } = shownTable([[upheld, cited - upheld]], least)
  return { cited: total, upheld: cells[0]?.[0] ?? null }
}
