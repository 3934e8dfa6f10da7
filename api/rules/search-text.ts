import { bigramsOf, pairsOf, stretchesOf } from './bigrams.ts'

/** The most characters of a search that are looked at. */
export const SEARCH_LENGTH = 64

const spread = (stretch: readonly string[]): string[] =>
  pairsOf(stretch).flatMap((pair, at) => [pair, stretch[at + 1]!])

/**
 * What the full-text index (SQLite FTS5, unicode61) keeps of a text: every character and every pair
 * of neighbours, in turn (社 社保 保), so that words of one, two or more characters are found
 * without a dictionary.
 */
export const searchText = (text: string): string =>
  stretchesOf(text)
    .flatMap((stretch) => [stretch[0]!, ...spread(stretch)])
    .join(' ')

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`
const typedPart = (typed: string): string => Array.from(typed).slice(0, SEARCH_LENGTH).join('')

/**
 * The FTS5 query for what somebody typed, or undefined when there is nothing to look for. Every
 * stretch must be found as written, in any order; operators of FTS5 mean nothing, they are words.
 */
export function searchQuery(typed: string): string | undefined {
  const stretches = stretchesOf(typedPart(typed))
  const phrases = stretches.map((stretch) => quoted(stretch.length > 1 ? spread(stretch) : stretch))
  return phrases.length > 0 ? [...new Set(phrases)].join(' ') : undefined
}

/**
 * A wider query for when the exact one finds nothing: texts with any of the bigrams, to be ordered
 * by rank, so that 办理居住证 leads to 居住证办理. Undefined when there are no bigrams.
 */
export function widerSearchQuery(typed: string): string | undefined {
  const phrases = bigramsOf(typedPart(typed)).map((pair) => quoted([pair]))
  return phrases.length > 0 ? phrases.join(' OR ') : undefined
}
