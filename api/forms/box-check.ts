import * as v from 'valibot'
import { optionalText, wholeNumber } from './field.ts'

const MOST_FOUND = 999
const LONGEST_NOTE = 200

/** What was found in comment book and box: how many, none too, and a remark. */
export const BoxCheckForm = v.object(
  { found: wholeNumber(0, MOST_FOUND), note: optionalText(LONGEST_NOTE) },
  'needed',
)
export type BoxCheckForm = v.InferOutput<typeof BoxCheckForm>
