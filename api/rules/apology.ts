import { type CaseState, type Finding, isVerified } from './case-file.ts'
import { type Circumstance, type Ladder, tickable } from './ladder.ts'

/** What a complainant says of an apology: none was made, it was accepted, or it was not (谅解). */
export const APOLOGY_WORDS = ['none', 'accepted', 'notAccepted'] as const
export type ApologyWord = (typeof APOLOGY_WORDS)[number]

/** Cases that end without anybody answering for anything. */
const NOBODY_ANSWERS: readonly CaseState[] = [
  'registered',
  'notAccepted',
  'transferred',
  'withdrawn',
]

/** Why the complainant is not asked about an apology. */
export type ApologyRefusal = 'apology-not-asked' | 'apology-too-late'

/**
 * Whether the complainant may say if there was an apology and if it is accepted. Anci
 * 责任追究制度, first mitigating factor: only a ladder that knows it asks, from acceptance on, unless
 * nothing was verified; a word may be changed until accountability is decided.
 */
export function apologyRefusal(
  ladder: Ladder,
  file: { state: CaseState; finding: Finding | null; decided: boolean },
): ApologyRefusal | null {
  if (!tickable(ladder).includes('forgiven')) return 'apology-not-asked'
  if (NOBODY_ANSWERS.includes(file.state)) return 'apology-not-asked'
  if (file.finding !== null && !isVerified(file.finding)) return 'apology-not-asked'
  return file.decided ? 'apology-too-late' : null
}

/**
 * Whether circumstances say that the complainant forgave when the complainant says otherwise.
 * Anci 责任追究制度, first mitigating factor: forgiveness is the applicant's, nobody else's.
 */
export const saysOtherwise = (
  word: ApologyWord | null,
  circumstances: readonly Circumstance[],
): boolean => word !== null && word !== 'accepted' && circumstances.includes('forgiven')

/** What an officer finds ticked already: the word of the complainant, where there is one. */
export const circumstancesSaid = (word: ApologyWord | null): Circumstance[] => {
  if (word === 'accepted') return ['apologised', 'forgiven']
  return word === 'notAccepted' ? ['apologised'] : []
}
