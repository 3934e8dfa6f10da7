/**
 * The stretches of letters and digits in a text, Chinese writing included, each as its characters:
 * compatibility forms made plain (full-width digits), capitals lowered, everything else a break.
 */
export function stretchesOf(text: string): string[][] {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKC')
  const seen = plain.replace(/[\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}]/gu, '')
  return Array.from(seen.matchAll(/[\p{L}\p{N}]+/gu), ([stretch]) => Array.from(stretch))
}

/** The pairs of neighbours in a stretch of characters. */
export const pairsOf = (stretch: readonly string[]): string[] =>
  stretch.slice(1).map((character, before) => stretch[before]! + character)

/**
 * The different bigrams of a text in the order they appear, none across a stop: what two accounts
 * of the same matter share, and what a search looks for. A text without neighbours has none.
 */
export const bigramsOf = (text: string): string[] => [
  ...new Set(stretchesOf(text).flatMap(pairsOf)),
]
