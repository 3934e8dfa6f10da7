import type { ComplaintCategory } from './complaint.ts'
import type { Day } from './day.ts'

/** What of a hall's published rules is said anew: a clause, its official wording, a whole rule's. */
export const RULE_CHANGE_KINDS = ['clause', 'clauseWording', 'systemWording'] as const
export type RuleChangeKind = (typeof RULE_CHANGE_KINDS)[number]

/** What became of a change that was entered. */
export const RULE_CHANGE_OUTCOMES = ['approved', 'returned', 'takenBack'] as const
export type RuleChangeOutcome = (typeof RULE_CHANGE_OUTCOMES)[number]

/** A clause as a change would have it; one that is not active is kept but cited no more. */
export type ClauseText = {
  label: string
  plain: string
  system: string
  category: ComplaintCategory
  active: boolean
}

/** Official wording (正式文本) as it is printed, entered by the hall; empty where nothing is printed. */
export type OfficialWording = {
  /** Title of the document it stands in. */
  title: string
  /** The document's number (文号). */
  number: string
  /** The article as printed (第几条). */
  article: string
  issuedOn: Day | null
  /** Where the whole document is published. */
  link: string
  /** Its paragraphs, a line each. */
  text: string
}

/** Official wording as it is shown, paragraph by paragraph. */
export type PrintedWording = Omit<OfficialWording, 'text'> & { paragraphs: readonly string[] }

/** A version that holds from a day until the next one does. */
export type Dated = { version: number; effectiveFrom: Day }

const newestOf = <V extends Dated>(versions: readonly V[]): V | null =>
  versions.reduce<V | null>(
    (newest, one) => (newest === null || one.version > newest.version ? one : newest),
    null,
  )

/** The version in force on a day: of those that hold by then, the newest; null before the first. */
export const inForceOn = <V extends Dated>(versions: readonly V[], on: Day): V | null =>
  newestOf(versions.filter(({ effectiveFrom }) => effectiveFrom <= on))

/**
 * The official wording shown today beside a clause that was cited on an earlier day: the one in
 * force then. A rule is older than its entry here, so before the first entry it is the first.
 */
export function wordingFor<V extends Dated>(
  versions: readonly V[],
  { citedOn, today }: { citedOn: Day; today: Day },
): V | null {
  const held = versions.filter(({ effectiveFrom }) => effectiveFrom <= today)
  const first = held.reduce<V | null>(
    (before, one) => (before === null || one.version < before.version ? one : before),
    null,
  )
  return inForceOn(held, citedOn) ?? first
}

/**
 * From when an approved change holds: from the day it was entered for, or from the day of its
 * approval when that came later. Never backwards: whoever cited a rule cited the one of that day.
 */
export const holdsFrom = (enteredFor: Day, approvedOn: Day): Day =>
  enteredFor < approvedOn ? approvedOn : enteredFor

/** Why a change may not be entered for a day; `latest` is the first day of the newest version. */
export function firstDayRefusal(
  from: Day,
  { today, latest }: { today: Day; latest: Day | null },
): 'from-in-past' | 'from-before-planned' | null {
  if (from < today) return 'from-in-past'
  return latest !== null && from < latest ? 'from-before-planned' : null
}

/** The paragraphs of an official wording, without the empty lines between them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The key of the next clause of the hall's own: numbered on from those it ever had. */
export function nextOwnKey(hall: string, taken: readonly string[]): string {
  const prefix = `${hall}.own.`
  const numbers = taken
    .filter((key) => key.startsWith(prefix))
    .map((key) => Number(key.slice(prefix.length)))
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}
