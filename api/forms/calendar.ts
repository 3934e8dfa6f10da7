import * as v from 'valibot'
import { isDay } from '../rules/day.ts'
import { cleanText, day, optionalText, text, wholeNumber } from './field.ts'
import type { Problem } from './problem.ts'

const say = (problem: Problem) => problem
const FIRST_YEAR = 2000
const LAST_YEAR = 2999
const LONGEST_NOTICE = 20_000
const LONGEST_HOURS = 1_000

/** Lines as they were pasted: their numbers are told, so nothing is trimmed. */
const lines = (most: number) =>
  v.pipe(v.string(say('needed')), cleanText, v.maxLength(most, say('too-long')))

const optionalDay = v.pipe(
  optionalText('yyyy-mm-dd'.length),
  v.check((typed) => typed === '' || isDay(typed), say('not-a-day')),
  v.transform((typed) => (isDay(typed) ? typed : null)),
)

/** A year's working days, pasted a line each, and where they come from. */
export const CalendarYearForm = v.object(
  {
    year: wholeNumber(FIRST_YEAR, LAST_YEAR),
    lines: v.pipe(
      lines(LONGEST_NOTICE),
      v.check((typed) => typed.trim() !== '', say('needed')),
    ),
    number: optionalText(40),
    announcedOn: optionalDay,
  },
  'needed',
)
export type CalendarYearForm = v.InferOutput<typeof CalendarYearForm>

/** Days on which a hall or one window serves nobody; no window closes the whole hall. */
export const ClosingDaysForm = v.object(
  { window: optionalText(8), from: day(), until: day(), reason: text(40, 'reason-needed') },
  'needed',
)
export type ClosingDaysForm = v.InferOutput<typeof ClosingDaysForm>

/** A window's own hours, a line each; nothing leaves it to the hall's hours. */
export const WindowHoursForm = v.object({ hours: lines(LONGEST_HOURS) }, 'needed')
export type WindowHoursForm = v.InferOutput<typeof WindowHoursForm>
