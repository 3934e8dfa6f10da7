import { COMMON_PASSWORDS } from './common-passwords.ts'

/** How long a password is, and how much of it must be its owner's own. Lengths in characters. */
export type PasswordFigures = {
  shortest: number
  longest: number
  /** Characters left once common and expected words are taken out. */
  leastOwn: number
  /** Different characters. */
  leastDifferent: number
}

/** Why a password is not good enough. */
export type PasswordRefusal = 'too-short' | 'too-long' | 'too-common'

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/** Years, and one character over and over. */
const EXPECTED = /(?:19|20)\d\d|(.)\1\1+/gu

/**
 * Why a password will not do, or null. Any characters may be used and none must be. What
 * somebody can expect does not count: common words, years, one key held down, and the words
 * `context` gives (hall, login, name). A password that is long only by those is `too-common`.
 */
export function passwordRefusal(
  password: string,
  context: readonly string[],
  { shortest, longest, leastOwn, leastDifferent }: PasswordFigures,
): PasswordRefusal | null {
  const text = folded(password)
  const length = [...text].length
  if (length < shortest) return 'too-short'
  if (length > longest) return 'too-long'
  if (new Set(text).size < leastDifferent) return 'too-common'
  return [...ownPart(text, context)].length < leastOwn ? 'too-common' : null
}

const longestFirst = (words: readonly string[]) =>
  [...words].sort((one, other) => other.length - one.length)

const WORDS = longestFirst(COMMON_PASSWORDS)

/** What is left of a password once the context's words and then the common ones are taken out. */
function ownPart(text: string, context: readonly string[]): string {
  const named = longestFirst(context.map(folded).filter((word) => [...word].length > 1))
  const left = [...named, ...WORDS].reduce((rest, word) => rest.replaceAll(word, '\n'), text)
  return left.replace(EXPECTED, '').replace(/\s/g, '')
}
