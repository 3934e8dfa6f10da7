import * as v from 'valibot'
import { AWARD_KINDS } from '../rules/award-kind.ts'
import { isYear } from '../rules/period.ts'
import { isQuarter } from '../rules/quarter.ts'
import { oneOf, optionalText, text } from './field.ts'
import type { Problem } from './problem.ts'
import { period } from './score.ts'

const say = (problem: Problem) => problem

const quarter = v.pipe(v.string(say('needed')), v.trim(), v.guard(isQuarter, say('unknown-choice')))

const year = v.pipe(v.string(say('needed')), v.trim(), v.guard(isYear, say('unknown-choice')))

/** Whom a window, or where none is named a section of the centre, proposes, and why. */
export const NominationForm = v.object(
  {
    quarter,
    window: optionalText(16),
    section: optionalText(30),
    staff: text(40),
    reason: text(300, 'reason-needed'),
  },
  'needed',
)
export type NominationForm = v.InferOutput<typeof NominationForm>

/** Which window a window, or where none is named a section of the centre, recommends, and why. */
export const RecommendationForm = v.object(
  {
    year,
    by: optionalText(16),
    section: optionalText(30),
    window: text(16, 'window-needed'),
    reason: text(300, 'reason-needed'),
  },
  'needed',
)
export type RecommendationForm = v.InferOutput<typeof RecommendationForm>

/** An honour of somebody's in a year, and the number of what proves it. */
export const HonourForm = v.object(
  { year, staff: text(40), title: text(60), proof: text(60) },
  'needed',
)
export type HonourForm = v.InferOutput<typeof HonourForm>

/** Whom, or which window, the group passes over for an award, and why. */
export const PassForm = v.object(
  {
    period,
    title: oneOf(AWARD_KINDS),
    staff: optionalText(40),
    window: optionalText(16),
    reason: text(300, 'reason-needed'),
  },
  'needed',
)
export type PassForm = v.InferOutput<typeof PassForm>
