import { addressesIn } from './personal-data/addresses.ts'
import {
  candidatesOf,
  PERSONAL_DATA_KINDS,
  type Candidate,
  type PersonalDataKind,
} from './personal-data/candidate.ts'
import { CONTACT_SIGNS } from './personal-data/contact-signs.ts'
import { namesIn } from './personal-data/names.ts'
import { NUMBER_SIGNS } from './personal-data/number-signs.ts'
import { plainReading, type PlainReading } from './personal-data/plain-reading.ts'
import { windowsIn } from './personal-data/windows.ts'

/**
 * Something in a text that may point to a person: `text` is what the original says from `start` to
 * `end`. `certain` when a check digit, a list or an unmistakable form says so; otherwise somebody
 * has to look. The finder is a help: it does not replace the two people who read before publishing.
 */
export interface PersonalData {
  kind: PersonalDataKind
  start: number
  end: number
  text: string
  certain: boolean
}

/** What the finder is told about a hall, and which windows are too small to be named in public. */
export interface HallNames {
  staffNames: readonly string[]
  windowNumbers?: readonly string[]
}

/**
 * The personal data in a text, in the order of the text and without overlaps. Reads through
 * full-width digits, blanks, hyphens, characters without a width and Chinese numerals.
 */
export function personalDataIn(
  original: string,
  { staffNames, windowNumbers = [] }: HallNames,
): PersonalData[] {
  const reading = plainReading(original)
  const { text } = reading
  return settled(original, reading, [
    ...[...CONTACT_SIGNS, ...NUMBER_SIGNS].flatMap((sign) => candidatesOf(sign, text)),
    ...addressesIn(text),
    ...namesIn(text, staffNames),
    ...windowsIn(text, windowNumbers),
  ])
}

/** What in a text lets its writer be reached: telephone, identity number, e-mail, WeChat or QQ. */
export function contactDataIn(original: string): PersonalData[] {
  const reading = plainReading(original)
  return settled(
    original,
    reading,
    CONTACT_SIGNS.flatMap((sign) => candidatesOf(sign, reading.text)),
  )
}

/** Whether an anonymous writer should be warned that the text says how to reach somebody. */
export const hasContactData = (text: string): boolean => contactDataIn(text).length > 0

const SHOWN_CHARACTERS = 3

/** How a finding is shown in a warning: its beginning, never more than half of it (138…, 张…). */
export function masked({ kind, text }: Pick<PersonalData, 'kind' | 'text'>): string {
  const characters = Array.from(plainReading(text).text)
  const most = kind === 'name' ? 1 : SHOWN_CHARACTERS
  return `${characters.slice(0, Math.min(most, Math.floor(characters.length / 2))).join('')}…`
}

const byStrength = (a: Candidate, b: Candidate): number =>
  b.end - b.start - (a.end - a.start) ||
  Number(b.certain) - Number(a.certain) ||
  PERSONAL_DATA_KINDS.indexOf(a.kind) - PERSONAL_DATA_KINDS.indexOf(b.kind) ||
  a.start - b.start

/**
 * Settles overlaps: the longest finding stands, then the certain one, then the stronger kind. What
 * a weaker one covers beyond it stays found, so that settling never uncovers anything.
 */
function settled(original: string, reading: PlainReading, candidates: Candidate[]): PersonalData[] {
  const owners = Array.from<Candidate | undefined>({ length: reading.text.length })
  const kept: Candidate[] = []
  for (const candidate of candidates.sort(byStrength)) {
    let { start } = candidate
    const keepUntil = (end: number) => {
      const piece = pieceOf(candidate, start, end, reading.text)
      if (piece) kept.push(piece)
      start = end + 1
    }
    for (let at = candidate.start; at < candidate.end; at++) {
      const owner = owners[at]
      if (owner) keepUntil(at)
      if (owner?.kind === candidate.kind) owner.certain ||= candidate.certain
      owners[at] ??= candidate
    }
    keepUntil(candidate.end)
  }
  let last = 0
  return kept
    .sort((a, b) => a.start - b.start)
    .flatMap(({ kind, start: from, end: to, certain }) => {
      const start = Math.max(last, reading.starts[from]!)
      const end = reading.ends[to - 1]!
      if (start >= end) return []
      last = end
      return [{ kind, start, end, text: original.slice(start, end), certain }]
    })
}

function pieceOf(
  whole: Candidate,
  start: number,
  end: number,
  text: string,
): Candidate | undefined {
  if (start === whole.start && end === whole.end) return whole
  const piece = text.slice(start, end)
  if (!/[\p{L}\p{N}]/u.test(piece)) return undefined
  return { ...whole, start, end, certain: false }
}
