/**
 * What may be found, the strongest first: `document` is a passport, a permit or another numbered
 * paper, `landline` any telephone but a mainland mobile, `ticketNumber` the number of a matter,
 * a queue ticket or a long number of unknown meaning, `window` a window that must not be named.
 */
export const PERSONAL_DATA_KINDS = [
  'idCard',
  'creditCode',
  'email',
  'bankCard',
  'mobile',
  'landline',
  'plate',
  'document',
  'wechatQq',
  'address',
  'staffNumber',
  'name',
  'ticketNumber',
  'window',
] as const
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]

/** A finding in the plain reading of a text, before overlaps are settled. */
export interface Candidate {
  kind: PersonalDataKind
  start: number
  end: number
  certain: boolean
}

/**
 * One way to recognise a kind. The group `value`, where the pattern has one, is what is found and
 * the rest only its keyword. `certain` is judged on the value.
 */
export interface Sign {
  kind: PersonalDataKind
  pattern: RegExp
  passes?: (value: string) => boolean
  certain: boolean | ((value: string) => boolean)
}

/** A pattern for a `Sign`: case does not count, offsets of groups are kept. */
export const sign = (source: string): RegExp => new RegExp(source, 'dgi')

/**
 * Every place where a sign shows. The pattern must be bounded; after a value that fails its check
 * the search goes on one character later, so that a false start hides nothing.
 */
export function candidatesOf({ kind, pattern, passes, certain }: Sign, text: string): Candidate[] {
  const found: Candidate[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [start, end] = match.indices!.groups?.value ?? match.indices![0]!
    const value = text.slice(start, end)
    if (!passes || passes(value)) {
      found.push({
        kind,
        start,
        end,
        certain: typeof certain === 'function' ? certain(value) : certain,
      })
      pattern.lastIndex = Math.max(end, match.index + 1)
    } else pattern.lastIndex = match.index + 1
  }
  return found
}

/** Whether a character is Chinese writing. */
export const isHan = (character: string | undefined): boolean =>
  character !== undefined && /[\u3400-\u4dbf\u4e00-\u9fff]/.test(character)
