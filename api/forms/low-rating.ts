import * as v from 'valibot'
import { CALL_RESULTS, REMEDIES } from '../rules/low-rating.ts'
import { oneOf, optionalText, text } from './field.ts'

const LONGEST_GIST = 300
const LONGEST_SENTENCE = 200

/** What came of calling back, and what was said. */
export const CallForm = v.object(
  { result: oneOf(CALL_RESULTS), gist: optionalText(LONGEST_GIST) },
  'needed',
)
export type CallForm = v.InferOutput<typeof CallForm>

/** How a low rating is to end, and the sentence its citizen reads. */
export const RemedyForm = v.object(
  { remedy: oneOf(REMEDIES), says: text(LONGEST_SENTENCE) },
  'needed',
)
export type RemedyForm = v.InferOutput<typeof RemedyForm>

/** Why a proposed end is sent back. */
export const SendBackForm = v.object({ note: text(LONGEST_GIST, 'reason-needed') }, 'needed')
export type SendBackForm = v.InferOutput<typeof SendBackForm>
