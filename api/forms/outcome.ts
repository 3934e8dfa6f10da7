import * as v from 'valibot'
import { WITHHOLDING_REASONS } from '../rules/closing.ts'
import { REMEDIES } from '../rules/remedy.ts'
import { RETRACTION_REASONS } from '../rules/retraction.ts'
import { oneOf, text, wholeNumber } from './field.ts'

/** More than any hall's summary may have; the hall's own limit is looked up when it is saved. */
const LONGEST_TYPED = 2000
const LONGEST_NOTE = 500
const MOST_DRAFTS = 1_000_000_000

/** The version the officer has before them; 0 where there is none. */
const draft = wholeNumber(0, MOST_DRAFTS)

/** The summary as the public will read it. */
export const DraftForm = v.object(
  { draft, remedy: oneOf(REMEDIES), summary: text(LONGEST_TYPED) },
  'needed',
)
export type DraftForm = v.InferOutput<typeof DraftForm>

/** What becomes of one place where the finder stopped. */
const HIT_DECISIONS = ['remove', 'harmless'] as const

/** A decision about one of them. */
export const HitForm = v.object({ decision: oneOf(HIT_DECISIONS) }, 'needed')
export type HitForm = v.InferOutput<typeof HitForm>

/** The second person agrees to this version. */
export const ApprovalForm = v.object({ draft }, 'needed')
export type ApprovalForm = v.InferOutput<typeof ApprovalForm>

/** The second person sends this version back, and says why. */
export const ReturnForm = v.object({ draft, note: text(LONGEST_NOTE, 'reason-needed') }, 'needed')
export type ReturnForm = v.InferOutput<typeof ReturnForm>

/** The reasons an officer may give; a withdrawal is the complainant's. */
export const OFFICER_REASONS = WITHHOLDING_REASONS.filter((reason) => reason !== 'withdrawn')

/** Counted and not shown. */
export const WithholdingForm = v.object({ reason: oneOf(OFFICER_REASONS) }, 'needed')
export type WithholdingForm = v.InferOutput<typeof WithholdingForm>

/** Taken back after publication. */
export const RetractionForm = v.object({ reason: oneOf(RETRACTION_REASONS) }, 'needed')
export type RetractionForm = v.InferOutput<typeof RetractionForm>
