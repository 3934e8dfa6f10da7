import * as v from 'valibot'
import { plainPhone } from '../rules/contact.ts'
import { RATING_REASONS } from '../rules/rating-level.ts'
import { anyOf, optionalText, text, wholeNumber } from './field.ts'
import type { Problem } from './problem.ts'

const LONGEST_PHONE = 30
const LONGEST_SALUTATION = 20
const NOT_A_PHONE: Problem = 'not-a-phone'

/** One tap on a window's page. */
export const RatingForm = v.object({ window: text(8), level: wholeNumber(1, 5) }, 'needed')
export type RatingForm = v.InferOutput<typeof RatingForm>

/** The other level, chosen within two minutes or after the rectification. */
export const CorrectionForm = v.object({ level: wholeNumber(1, 5) }, 'needed')
export type CorrectionForm = v.InferOutput<typeof CorrectionForm>

/**
 * Why the rating was low, and whom to call back and how to address them; ticking and typing
 * nothing is an answer too.
 */
export const ReasonsForm = v.object(
  {
    reasons: anyOf(RATING_REASONS),
    telephone: v.pipe(
      optionalText(LONGEST_PHONE),
      v.check((typed) => typed === '' || plainPhone(typed) !== null, NOT_A_PHONE),
      v.transform((typed) => plainPhone(typed) ?? ''),
    ),
    salutation: optionalText(LONGEST_SALUTATION),
  },
  'needed',
)
export type ReasonsForm = v.InferOutput<typeof ReasonsForm>
