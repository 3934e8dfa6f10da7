/** A text as the finders read it; `starts[i]` and `ends[i]` say where its character `i` stood. */
export interface PlainReading {
  text: string
  starts: number[]
  ends: number[]
}

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Mn}\p{Me}]/u
const dash = /[\p{Pd}\u2212]/u
const blank = /[^\S\n]/

const HAN_NUMERALS: Record<string, string> = Object.fromEntries(
  [
    '零〇○',
    '一壹幺',
    '二贰貳两',
    '三叁參',
    '四肆',
    '五伍',
    '六陆陸',
    '七柒',
    '八捌',
    '九玖',
  ].flatMap((variants, digit) => Array.from(variants, (variant) => [variant, String(digit)])),
)
const numeral = `[0-9${Object.keys(HAN_NUMERALS).join('')}]`
const longNumeralRun = new RegExp(`${numeral}(?:[ -]{0,3}${numeral}){6,}`, 'g')

// The longest form worth reading is a number in brackets; a few stand for a whole sentence.
const LONGEST_FORM = '(10)'.length

function plainCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character
  if (unseen.test(character)) return ''
  const form = character.normalize('NFKC')
  return Array.from(form.length > LONGEST_FORM ? character : form, (plain) => {
    if (unseen.test(plain)) return ''
    if (dash.test(plain)) return '-'
    return blank.test(plain) ? ' ' : plain
  }).join('')
}

/**
 * Reads a text the way a person would dial it: compatibility forms made plain (full-width digits),
 * characters without a width left out, dashes and blanks made one, and Chinese numerals in runs of
 * seven or more written as digits. Every character keeps its place in the original.
 */
export function plainReading(original: string): PlainReading {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of original) {
    const plain = plainCharacter(character)
    pieces.push(plain)
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(at)
      ends.push(at + character.length)
    }
    at += character.length
  }
  const text = pieces
    .join('')
    .replace(longNumeralRun, (run) =>
      Array.from(run, (character) => HAN_NUMERALS[character] ?? character).join(''),
    )
  return { text, starts, ends }
}
