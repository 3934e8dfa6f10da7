import { bigramsOf, stretchesOf } from './bigrams.ts'

/** A piece of a text; `found` where it is what somebody searched for. */
export type Piece = { text: string; found: boolean }

type Plain = { characters: string; origins: number[] }

const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}]$/u
const STOP = '\u0000'

function plainOf(originals: readonly string[]): Plain {
  const plain: Plain = { characters: '', origins: [] }
  originals.forEach((original, at) => {
    if (UNSEEN.test(original)) return
    const characters = stretchesOf(original).flat()
    for (const character of characters.length > 0 ? characters : [STOP]) {
      plain.characters += character
      for (let unit = 0; unit < character.length; unit++) plain.origins.push(at)
    }
  })
  return plain
}

function mark(found: boolean[], { characters, origins }: Plain, words: readonly string[]): void {
  for (const word of words) {
    for (let at = characters.indexOf(word); at >= 0; at = characters.indexOf(word, at + 1)) {
      found.fill(true, origins[at], origins[at + word.length - 1]! + 1)
    }
  }
}

function piecesFrom(originals: readonly string[], found: readonly boolean[]): Piece[] {
  const pieces: Piece[] = []
  originals.forEach((original, at) => {
    const last = pieces.at(-1)
    if (last && last.found === found[at]) last.text += original
    else pieces.push({ text: original, found: found[at]! })
  })
  return pieces
}

/**
 * A text cut where it holds what was typed, as the search sees it (full-width digits and capitals
 * are the same as plain ones). Where no stretch stands whole, its pairs of neighbours are marked.
 */
export function piecesOf(text: string, typed: string): Piece[] {
  const originals = Array.from(text)
  const found = originals.map(() => false)
  const plain = plainOf(originals)
  mark(
    found,
    plain,
    stretchesOf(typed).map((stretch) => stretch.join('')),
  )
  if (!found.includes(true)) mark(found, plain, bigramsOf(typed))
  return piecesFrom(originals, found)
}

/** Whether any piece was found. */
export const isFound = (pieces: readonly Piece[]): boolean => pieces.some(({ found }) => found)
