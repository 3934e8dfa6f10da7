import * as v from 'valibot'
import { AWARD_KINDS } from '../rules/award-kind.ts'
import { isMonth } from '../rules/day.ts'
import { isPeriod } from '../rules/period.ts'
import { day, oneOf, optionalText, text, wholeNumber } from './field.ts'
import type { Problem } from './problem.ts'

const say = (problem: Problem) => problem

/** A calendar month, written `2026-03`. */
export const month = v.pipe(v.string(say('needed')), v.trim(), v.guard(isMonth, say('not-a-month')))

/** A month, a quarter `2026-Q3` or a year `2026`. */
export const period = v.pipe(
  v.string(say('needed')),
  v.trim(),
  v.guard(isPeriod, say('unknown-choice')),
)

/** Points an officer chose, without a sign and with two decimals at the most; null when none. */
export const chosenPoints = v.optional(
  v.pipe(
    v.union([v.string(), v.number()], say('not-a-number')),
    v.transform((typed) => String(typed).trim()),
    v.regex(/^(\d{1,3}(\.\d{1,2})?)?$/, say('not-a-number')),
    v.transform((typed) => (typed === '' ? null : Number(typed))),
  ),
  '',
)

/** A column of a table that is sent whole: a name that repeats, or a single one. */
export const column = v.optional(
  v.pipe(
    v.union([v.array(v.union([v.string(), v.number()])), v.string(), v.number()]),
    v.transform((typed) => (Array.isArray(typed) ? typed : [typed]).map(String)),
    v.maxLength(1000, say('too-long')),
  ),
  [],
)

/** A deduction or a bonus somebody proposes. */
export const ProposalForm = v.object(
  {
    item: text(20),
    staff: optionalText(40),
    window: optionalText(16),
    quantity: wholeNumber(1, 99),
    points: chosenPoints,
    occurredOn: day(),
    reason: text(300, 'reason-needed'),
    proof: optionalText(200),
    another: optionalText(3),
  },
  'needed',
)
export type ProposalForm = v.InferOutput<typeof ProposalForm>

/** The second person's yes: the points of a range, and who it was where only the window is known. */
export const ConfirmationForm = v.object(
  { points: chosenPoints, staff: optionalText(40) },
  'needed',
)
export type ConfirmationForm = v.InferOutput<typeof ConfirmationForm>

/** Why an entry is rejected or taken back. */
export const WhyForm = v.object({ reason: text(300, 'reason-needed') }, 'needed')
export type WhyForm = v.InferOutput<typeof WhyForm>

/** What somebody answers to a deduction that names them. */
export const AnswerForm = v.object({ answer: text(1000) }, 'needed')
export type AnswerForm = v.InferOutput<typeof AnswerForm>

/**
 * A month's attendance, one row for each member of staff: attended days, marks due and there, days
 * of sick and of personal leave.
 */
export const AttendanceForm = v.object(
  {
    month,
    staff: column,
    days: column,
    due: column,
    present: column,
    sick: column,
    leave: column,
  },
  'needed',
)
export type AttendanceForm = v.InferOutput<typeof AttendanceForm>

/** A month's cases, one row for each window. */
export const VolumesForm = v.object(
  { month, window: column, cases: column, duringFault: column },
  'needed',
)
export type VolumesForm = v.InferOutput<typeof VolumesForm>

/** Who gets the places nothing else decides, the first one first, and why. */
export const PlaceForm = v.object(
  { period, title: oneOf(AWARD_KINDS), order: column, reason: text(300, 'reason-needed') },
  'needed',
)
export type PlaceForm = v.InferOutput<typeof PlaceForm>

/** A bar to awards: whom, for which cause, from which day, and why. */
export const VetoForm = v.object(
  {
    cause: text(40),
    staff: optionalText(40),
    window: optionalText(16),
    from: day(),
    reason: text(300, 'reason-needed'),
  },
  'needed',
)
export type VetoForm = v.InferOutput<typeof VetoForm>
