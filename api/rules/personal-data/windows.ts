import { sign, type Candidate } from './candidate.ts'

const HAN_DIGITS = '零一二三四五六七八九'
const TEN = 10
const han = `[${HAN_DIGITS}十百]{1,5}`
const forms = [
  `第? ?(?<value>[a-z]{0,2}-?\\d{1,4}[a-z]?|${han}) ?号? ?(?:综合|服务)?窗口?`,
  `窗口? ?(?<value>[a-z]{0,2}-?\\d{1,4}[a-z]?|${han})(?![\\d个名位人])`,
  '(?<![a-z0-9])(?<value>[a-z]{1,2}-?\\d{1,4})(?![a-z0-9])',
].map(sign)

function read(number: string): string {
  if (!new RegExp(`^${han}$`).test(number))
    return number
      .toUpperCase()
      .replaceAll('-', '')
      .replace(/(?<!\d)0+(?=\d)/g, '')
  let total = 0
  let digit = 0
  for (const character of number) {
    const value = HAN_DIGITS.indexOf(character)
    if (value >= 0) digit = value
    else {
      total += (digit || 1) * (character === '百' ? 100 : TEN)
      digit = 0
    }
  }
  return String(total + digit)
}

/** The bare number of a window that is called 3号 or 第三窗口. */
const bare = (number: string): string =>
  number
    .normalize('NFKC')
    .trim()
    .replace(/^第|号?(?:窗口?)?$/g, '')

/** Mentions of the given windows: 3, 03, 第三号窗口 and 窗口3 are the same window, as are A03 and a3. */
export function windowsIn(text: string, windowNumbers: readonly string[]): Candidate[] {
  const hidden = new Set(windowNumbers.map((number) => read(bare(number))))
  if (hidden.size === 0) return []
  return forms.flatMap((form) =>
    Array.from(text.matchAll(form))
      .filter(({ groups }) => hidden.has(read(groups!.value!)))
      .map(({ 0: { length }, index }) => ({
        kind: 'window',
        start: index,
        end: index + length,
        certain: true,
      })),
  )
}
