import { stretchesOf } from './bigrams.ts'
import { SEARCH_LENGTH } from './search-text.ts'

/** The most characters of a short name (简称). */
const LONGEST = 5

/** Tokens of the index between two characters of a full name: three Chinese characters or so. */
const APART = 7

/**
 * The FTS5 query for a short name: 社保 stands for 社会保险, 房产证 for 房屋产权证. Its characters
 * stand close together, whatever is between. Undefined when nothing typed can be a short name.
 */
export function shortNameQuery(typed: string): string | undefined {
  const stretches = stretchesOf(Array.from(typed).slice(0, SEARCH_LENGTH).join(''))
  const short = stretches.every(({ length }) => length > 1 && length <= LONGEST)
  if (stretches.length === 0 || !short) return undefined
  return stretches
    .map((stretch) => `NEAR(${stretch.map((one) => `"${one}"`).join(' ')}, ${APART})`)
    .join(' ')
}
