import type { HallPolicy } from './hall-policy.ts'
import { MAY_BE_NULL } from './policy-problems.ts'
import { type PolicyValue, valuesOf } from './policy-version.ts'

/** What a hall may set a value to: a figure, a yes or no, one of some words, a text, a time, a day. */
export type ValueKind =
  | { kind: 'whole' | 'decimal' | 'yesNo' | 'text' | 'time' | 'dayOfYear' }
  | { kind: 'choice'; choices: readonly string[] }

/** The parts of a policy that values are listed under. */
export const VALUE_GROUPS = [
  'clocks',
  'steps',
  'rating',
  'points',
  'awards',
  'attendance',
  'hours',
  'publish',
  'posts',
] as const
export type ValueGroup = (typeof VALUE_GROUPS)[number]

/** A value that a hall may set for itself. */
export type SettableValue = {
  path: string
  value: PolicyValue
  of: ValueKind
  /** Whether it may be left out: the hall then has no such limit or rule. */
  mayBeNull: boolean
  group: ValueGroup
}

/**
 * What a hall cannot set value by value: what the policy is, whole lists, parts that stand or fall
 * together, what the portal holds one figure for so far (a rating's service and its own day, cases
 * accepted and completed), and that the complainant is told of every later date.
 */
const FIXED: readonly RegExp[] = [
  /^(key|nameZh|version|effectiveFrom|scope|ladder|source|channels|internalFindings|scorecards)(\.|$)/,
  /^rating\.(levels|lowLevels|formula)/,
  /^monthlyReport\.day$/,
  /^clocks\.setBy$/,
  /^negativeFiling\.titleZh$/,
  /^eRating\.(ratingBelongsTo|casesCounted)$/,
  /^extension\.(tracks|mustTellComplainant)/,
  /^steps\.coordinationMeeting$/,
  /^escalation\..*\.role$/,
  /^awards\.[^.]+\.(kind|nameZh|recipient|period)$/,
  /^vetoes\.[^.]+\.(key|cause|bars|whom)/,
]

/** Parts that a policy has or does not have as a whole. */
const WHOLE: readonly RegExp[] = [
  /^(eRating|negativeFiling|repeatRule|indicators|monthlyReport|rating\.lowFollowUp)$/,
  /^(clocks\.promiseCeilingWd|attendance\.conversion|openingHours\.summer)$/,
  /^awards\.[^.]+\.(nomination|leastMonths|nomination\.places\.\d+\.upToStaff)$/,
]

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  replyRule: ['record', 'mirrorNature', 'any'],
  veto12345: ['substantiated', 'anyTransferred'],
  circularCosts: ['aboutComplaint', 'everyCircular'],
  'steps.reportToHead': ['complex', 'major'],
  'steps.circular': ['verified', 'everyResult'],
  'negativeFiling.unit': ['workingDays', 'calendarDays', 'calendarDaysRolled'],
  'awards.*.decisionFrom': ['monthClose', 'periodEnd'],
  'vetoes.*.lasts': ['month', 'quarters', 'year', 'yearEnd'],
  'eRating.bandsApplyTo': ['shortfall', 'count', 'countReversed'],
  'eRating.rounding': ['ceil', 'round', 'floor'],
  'eRating.steps': ['asPrinted', 'smoothed'],
  'eRating.monthlyScore': ['mean', 'lostPoints'],
  'eRating.noRatingsBase': ['nothing', 'full'],
  'eRating.noCasesScore': ['notRanked', 'full'],
  'eRating.floor': ['nothing', 'carried'],
  'eRating.voided': ['leave', 'stay'],
  'eRating.faultWaives': ['partOfMonth', 'wholeMonth'],
  'eRating.offCountsPer': ['halfDay', 'day'],
}

const GROUP_OF: readonly (readonly [RegExp, ValueGroup])[] = [
  [/^(clocks|extension|externalLimit|negativeFiling|monthlyReport)/, 'clocks'],
  [/^(steps|majorMustBeWritten|replyRule|repeatRule)/, 'steps'],
  [/^(eRating|rating|indicators)/, 'rating'],
  [/^(awards|vetoes|veto12345|minimumAttendedDays|heldPlaceWd)/, 'awards'],
  [/^(attendance|patrol)/, 'attendance'],
  [/^openingHours/, 'hours'],
  [/^publish/, 'publish'],
  [/^(office|supervisingBodyZh|formNameZh|secondPerson|fallbackPost|escalation)/, 'posts'],
]

/** A path without the names of its list's members: `awards.*.places`. */
export const patternOf = (path: string): string =>
  path.replace(/^(awards|vetoes)\.[^.]+/, '$1.*').replace(/\.\d+(?=\.|$)/g, '.*')

function kindOf(path: string, value: PolicyValue): ValueKind {
  const choices = CHOICES[patternOf(path)]
  if (choices) return { kind: 'choice', choices }
  if (typeof value === 'boolean') return { kind: 'yesNo' }
  if (typeof value === 'string') {
    if (path.startsWith('openingHours.summer.') && /(from|until)$/.test(path))
      return { kind: 'dayOfYear' }
    return { kind: path.startsWith('openingHours') || path.endsWith('.at') ? 'time' : 'text' }
  }
  return { kind: path.startsWith('eRating.deductions') ? 'decimal' : 'whole' }
}

const groupOf = (path: string): ValueGroup =>
  GROUP_OF.find(([pattern]) => pattern.test(path))?.[1] ?? 'points'

/** Every value of a policy that a hall may set for itself, group by group. */
export function settableValues(policy: HallPolicy): SettableValue[] {
  const values = valuesOf(policy)
    .filter(({ path }) => !FIXED.some((pattern) => pattern.test(path)))
    .filter(({ path, value }) => value !== null || !WHOLE.some((pattern) => pattern.test(path)))
    .map(({ path, value }) => ({
      path,
      value,
      of: kindOf(path, value),
      mayBeNull: MAY_BE_NULL.has(path) && !WHOLE.some((pattern) => pattern.test(path)),
      group: groupOf(path),
    }))
  return VALUE_GROUPS.flatMap((group) => values.filter((each) => each.group === group))
}

/** Why a typed value cannot be read as what it must be. */
export type ValueProblem =
  | 'needed'
  | 'not-a-number'
  | 'out-of-range'
  | 'unknown-choice'
  | 'not-a-time'
  | 'not-a-day'
  | 'too-long'

const WHOLE_FIGURE = /^\d{1,4}$/
const FIGURE = /^\d{1,4}(\.\d{1,2})?$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const LONGEST_TEXT = 40

/**
 * A typed value as the policy keeps it. Nothing typed leaves out what may be left out; figures have
 * at most four digits, two decimals where points are meant.
 */
export function readValue(
  typed: string,
  { of, mayBeNull }: Pick<SettableValue, 'of' | 'mayBeNull'>,
): { value: PolicyValue } | { problem: ValueProblem } {
  const text = typed.trim()
  if (text === '') return mayBeNull ? { value: null } : { problem: 'needed' }
  const kept = (right: boolean, problem: ValueProblem, value: PolicyValue = text) =>
    right ? { value } : { problem }
  switch (of.kind) {
    case 'whole':
      return kept(WHOLE_FIGURE.test(text), 'not-a-number', Number(text))
    case 'decimal':
      return kept(FIGURE.test(text), 'not-a-number', Number(text))
    case 'yesNo':
      return kept(text === 'yes' || text === 'no', 'unknown-choice', text === 'yes')
    case 'choice':
      return kept(of.choices.includes(text), 'unknown-choice')
    case 'time':
      return kept(TIME.test(text), 'not-a-time')
    case 'dayOfYear':
      return kept(MONTH_DAY.test(text), 'not-a-day')
    case 'text':
      return kept(text.length <= LONGEST_TEXT, 'too-long')
  }
}
