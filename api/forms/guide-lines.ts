import * as v from 'valibot'
import type { GuideFee, GuideMaterial } from '../rules/guide.ts'
import { cleanText } from './field.ts'
import type { Problem } from './problem.ts'

const say = (problem: Problem) => problem
const LONGEST_LINES = 4000
const LONGEST_LINE = 200
const MOST_COPIES = 99
const ORIGINAL = '原件'
const COPY = '复印件'

const linesIn = (typed: string): string[] =>
  typed
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const cellsIn = (line: string): string[] => line.split(/[|｜]/).map((cell) => cell.trim())

const typedLines = v.pipe(
  v.optional(v.string(say('needed')), ''),
  cleanText,
  v.maxLength(LONGEST_LINES, say('too-long')),
  v.transform(linesIn),
  v.check((lines) => lines.every((line) => line.length <= LONGEST_LINE), say('too-long')),
)

/** One entry a line; blank lines do not count. None at all is an answer too. */
export const optionalLines = typedLines

/** One entry a line, at least one. */
export const someLines = v.pipe(typedLines, v.minLength(1, say('needed')))

function materialOf(line: string): GuideMaterial | null {
  const [name = '', copies = '', kind = '', note = '', ...more] = cellsIn(line)
  const number = Number(copies)
  if (!name || more.length > 0 || ![ORIGINAL, COPY].includes(kind)) return null
  if (!/^\d{1,2}$/.test(copies) || number < 1 || number > MOST_COPIES) return null
  return { name, copies: number, original: kind === ORIGINAL, ...(note ? { note } : {}) }
}

/** Papers to bring, one a line: `身份证|1|原件|代办时带`. The note may be left out. */
export const materialLines = v.pipe(
  someLines,
  v.transform((lines) => lines.map(materialOf)),
  v.check((found) => !found.includes(null), say('material-line')),
  v.transform((found) => found.filter((material) => material !== null)),
)

/** A material as its line. */
export const materialLine = ({ name, copies, original, note }: GuideMaterial): string =>
  [name, copies, original ? ORIGINAL : COPY, ...(note ? [note] : [])].join('|')

function feeOf(line: string): GuideFee | null {
  const [item = '', standard = '', basis = '', ...more] = cellsIn(line)
  return item && standard && basis && more.length === 0 ? { item, standard, basis } : null
}

/** Charges, one a line: `补卡工本费|每张 16 元|省级收费标准`. None when the matter is free. */
export const feeLines = v.pipe(
  optionalLines,
  v.transform((lines) => lines.map(feeOf)),
  v.check((found) => !found.includes(null), say('fee-line')),
  v.transform((found) => found.filter((fee) => fee !== null)),
)

/** A charge as its line. */
export const feeLine = ({ item, standard, basis }: GuideFee): string =>
  [item, standard, basis].join('|')
