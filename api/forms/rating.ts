import * as v from 'valibot'
import { RATING_REASONS } from '../rules/rating-level.ts'
import { anyOf, text, wholeNumber } from './field.ts'

/** One tap on a window's page. */
export const RatingForm = v.object({ window: text(8), level: wholeNumber(1, 5) }, 'needed')
export type RatingForm = v.InferOutput<typeof RatingForm>

/** The other level, chosen within two minutes. */
export const CorrectionForm = v.object({ level: wholeNumber(1, 5) }, 'needed')
export type CorrectionForm = v.InferOutput<typeof CorrectionForm>

/** Why the rating was low; ticking nothing is an answer too. */
export const ReasonsForm = v.object({ reasons: anyOf(RATING_REASONS) }, 'needed')
export type ReasonsForm = v.InferOutput<typeof ReasonsForm>
