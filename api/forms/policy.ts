import * as v from 'valibot'
import { day, optionalText, text } from './field.ts'

const LONGEST_PATH = 100
const LONGEST_VALUE = 100
const LONGEST_REASON = 200

/** A single value that a hall sets otherwise than its policy, from a day on, and why. */
export const PolicyChangeForm = v.object(
  {
    path: text(LONGEST_PATH),
    value: optionalText(LONGEST_VALUE),
    effectiveFrom: day(),
    reason: text(LONGEST_REASON, 'reason-needed'),
  },
  'needed',
)
export type PolicyChangeForm = v.InferOutput<typeof PolicyChangeForm>
