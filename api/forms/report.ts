import * as v from 'valibot'
import { text, wholeNumber } from './field.ts'
import { month } from './score.ts'

const MOST = 999_999
const MOST_VERSIONS = 999

/** The version the officer has seen. */
const version = wholeNumber(1, MOST_VERSIONS)

/** The office's analysis of a month's statistics (分析说明). */
export const ReportNoteForm = v.object({ version, note: text(2000) }, 'needed')
export type ReportNoteForm = v.InferOutput<typeof ReportNoteForm>

/** Why a month is counted again. */
export const ReportReasonForm = v.object({ version, reason: text(300, 'reason-needed') }, 'needed')
export type ReportReasonForm = v.InferOutput<typeof ReportReasonForm>

const count = wholeNumber(0, MOST)

/** What a month's first-ask inquiries and promised cases came to. */
export const ServiceCountsForm = v.object(
  { month, asked: count, accepted: count, completed: count, promised: count, inTime: count },
  'needed',
)
export type ServiceCountsForm = v.InferOutput<typeof ServiceCountsForm>
