import * as v from 'valibot'
import { ATTENDANCE_FINDINGS } from '../rules/attendance-finding.ts'
import { day, oneOf, optionalText, text } from './field.ts'
import type { Problem } from './problem.ts'
import { chosenPoints, column, month } from './score.ts'

const say = (problem: Problem) => problem

/** A whole number that may be left out; null then. */
const wholeOrNothing = () =>
  v.pipe(
    v.union([v.string(), v.number()], say('not-a-number')),
    v.transform((typed) => String(typed).trim()),
    v.regex(/^\d{0,6}$/, say('not-a-number')),
    v.transform((typed) => (typed === '' ? null : Number(typed))),
  )

/** What a window gives the others for a month: for each window one mark a topic, in their order. */
export const PeerMarksForm = v.object(
  { month, by: text(16), window: column, marks: column },
  'needed',
)
export type PeerMarksForm = v.InferOutput<typeof PeerMarksForm>

/** The directors' meeting's value for a window that no other has marked. */
export const DirectorMarkForm = v.object(
  { month, window: text(16, 'window-needed'), points: chosenPoints, reason: optionalText(300) },
  'needed',
)
export type DirectorMarkForm = v.InferOutput<typeof DirectorMarkForm>

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Somebody late, gone early, away, or without a mark: the time, or how many minutes away. */
export const FindingForm = v.object(
  {
    staff: text(40),
    day: day(),
    kind: oneOf(ATTENDANCE_FINDINGS),
    session: v.optional(oneOf(['morning', 'afternoon']), 'morning'),
    at: v.pipe(
      optionalText(5),
      v.check((typed) => typed === '' || TIME.test(typed), say('not-a-time')),
    ),
    minutes: v.pipe(
      optionalText(3),
      v.check((typed) => typed === '' || /^\d{1,3}$/.test(typed), say('not-a-number')),
    ),
  },
  'needed',
)
export type FindingForm = v.InferOutput<typeof FindingForm>

/** A roll call: the day, what it was, and for each person a mark; empty: was there in time. */
export const RollCallForm = v.object(
  { day: day(), activity: text(40), staff: column, mark: column },
  'needed',
)
export type RollCallForm = v.InferOutput<typeof RollCallForm>

/** The hygiene inspection of the quarter a month belongs to. */
export const InspectionForm = v.object({ month, day: day(), inspector: text(60) }, 'needed')
export type InspectionForm = v.InferOutput<typeof InspectionForm>

/** One thing an inspection takes off a window. */
export const HygieneForm = v.object(
  {
    month,
    window: text(16, 'window-needed'),
    item: text(20),
    points: chosenPoints,
    reason: text(300, 'reason-needed'),
  },
  'needed',
)
export type HygieneForm = v.InferOutput<typeof HygieneForm>

/** The quarter of a month. */
export const MonthForm = v.object({ month }, 'needed')
export type MonthForm = v.InferOutput<typeof MonthForm>

/** A month's promised cases of each person, and how many of them were finished early. */
export const EarlyForm = v.object(
  { month, staff: column, promised: column, early: column },
  'needed',
)
export type EarlyForm = v.InferOutput<typeof EarlyForm>

/** A person whose figures of the half year are to be put on the sheet, and their cases. */
export const HalfYearForm = v.object(
  {
    month,
    staff: text(40),
    cases: v.optional(wholeOrNothing(), ''),
    onTime: v.optional(wholeOrNothing(), ''),
  },
  'needed',
)
export type HalfYearForm = v.InferOutput<typeof HalfYearForm>

/** Appraisal marks of several people for the quarter or the year of a month. */
export const AppraisalForm = v.object(
  {
    month,
    part: oneOf(['daily', 'yearly']),
    staff: column,
    marks: column,
    absent: column,
    abroad: column,
  },
  'needed',
)
export type AppraisalForm = v.InferOutput<typeof AppraisalForm>
