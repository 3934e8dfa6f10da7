import * as v from 'valibot'
import { AWARD_KINDS } from '../rules/award-kind.ts'
import { FINDINGS, INQUIRY_ROLES, REPLY_FORMS, TRACKS } from '../rules/case-file.ts'
import { isDay } from '../rules/day.ts'
import { DECLINE_REASONS } from '../rules/decline-reason.ts'
import { hasContactData } from '../rules/personal-data.ts'
import { anyOf, day, oneOf, optionalText, text, wholeNumber } from './field.ts'
import type { Problem } from './problem.ts'

/** The most characters of the gist, which the person complained about will read. */
const LONGEST_GIST = 120
/** The most characters of an explanation, an opinion, a note, a reply. */
const LONGEST_PAPER = 4000
const LONGEST_ID = 40
const LONGEST_LETTER_NUMBER = 60
const MOST_REVISIONS = 1_000_000_000

const say = (problem: Problem) => problem

/** A day, or null when it is left out. */
const optionalDay = v.optional(
  v.pipe(
    v.string(say('needed')),
    v.trim(),
    v.check((typed) => typed === '' || isDay(typed), say('not-a-day')),
    v.transform((typed) => (isDay(typed) ? typed : null)),
  ),
  '',
)

/** A box that may be left unticked. */
const ticked = v.optional(
  v.pipe(
    v.union([v.picklist(['yes', 'no', ''], say('unknown-choice')), v.boolean(say('needed'))]),
    v.transform((typed) => typed === true || typed === 'yes'),
  ),
  false,
)

/** Ids ticked in a list; a single one may come as plain text. */
const ids = v.optional(
  v.pipe(
    v.union([v.array(v.string()), v.string()]),
    v.transform((typed) => (Array.isArray(typed) ? typed : [typed])),
    v.transform((typed) => typed.filter((id) => id !== '')),
    v.array(v.pipe(v.string(), v.regex(/^\d{1,15}$/, say('unknown-choice')), v.transform(Number))),
  ),
  [],
)

/** Which state of the case the officer had before them; a later one refuses the act. */
const seen = { revision: wholeNumber(0, MOST_REVISIONS) }
const paper = text(LONGEST_PAPER)
/** Read by the person complained about, so it must not say how to reach anybody. */
const gist = v.pipe(
  text(LONGEST_GIST),
  v.check((typed) => !hasContactData(typed), say('contact-in-gist')),
)

const form = <const E extends v.ObjectEntries>(entries: E) =>
  v.object({ ...seen, ...entries }, 'needed')

/** Taking a case up. `handler` is an officer's public id, empty for whoever accepts. */
export const AcceptanceForm = form({
  track: oneOf(TRACKS),
  handler: optionalText(LONGEST_ID),
  gist,
  departments: ids,
  promisedOn: optionalDay,
})
export type AcceptanceForm = v.InferOutput<typeof AcceptanceForm>

/** Not taking it up: why, as the citizen will read it, and whom to ask instead. */
export const DeclineForm = form({
  category: oneOf(DECLINE_REASONS),
  explanation: text(LONGEST_PAPER, 'reason-needed'),
  instead: optionalText(LONGEST_PAPER),
})
export type DeclineForm = v.InferOutput<typeof DeclineForm>

/** Sending it on to the organ that may decide it. */
export const TransferForm = form({ explanation: text(LONGEST_PAPER, 'reason-needed') })
export type TransferForm = v.InferOutput<typeof TransferForm>

/** Who handles it from now on. */
export const AssignmentForm = form({ handler: text(LONGEST_ID) })
export type AssignmentForm = v.InferOutput<typeof AssignmentForm>

/** Another track, other departments or another gist, once more is known. */
export const ClassificationForm = form({
  track: oneOf(TRACKS),
  gist,
  departments: ids,
})
export type ClassificationForm = v.InferOutput<typeof ClassificationForm>

/** An act that needs nothing but to be done. */
export const BareForm = form({})
export type BareForm = v.InferOutput<typeof BareForm>

/** An act that leaves one text: an opinion, a decision of the leaders, a message. */
export const PaperForm = form({ text: paper })
export type PaperForm = v.InferOutput<typeof PaperForm>

/** What somebody said when asked, or that nobody could be asked. */
export const InquiryNoteForm = form({ role: oneOf(INQUIRY_ROLES), summary: paper })
export type InquiryNoteForm = v.InferOutput<typeof InquiryNoteForm>

/** Hearing a member of staff. `subject` says that the complaint is about this person. */
export const StatementRequestForm = form({
  staff: text(LONGEST_ID),
  gist,
  subject: ticked,
})
export type StatementRequestForm = v.InferOutput<typeof StatementRequestForm>

/** What the person heard has to say. */
export const StatementForm = v.object({ statement: paper }, 'needed')
export type StatementForm = v.InferOutput<typeof StatementForm>

/** A later date, why, and that the citizen is told. */
export const ExtensionForm = form({
  newDueOn: day(),
  explanation: text(LONGEST_PAPER, 'reason-needed'),
  told: ticked,
})
export type ExtensionForm = v.InferOutput<typeof ExtensionForm>

/** What a department found. */
export const DepartmentResultForm = form({
  department: wholeNumber(1, MOST_REVISIONS),
  text: paper,
})
export type DepartmentResultForm = v.InferOutput<typeof DepartmentResultForm>

/** The meeting of the departments' chief representatives. */
export const MeetingForm = form({
  heldOn: day(),
  present: text(LONGEST_PAPER),
  decision: paper,
})
export type MeetingForm = v.InferOutput<typeof MeetingForm>

const decision = {
  finding: oneOf(FINDINGS),
  reasons: paper,
  measure: paper,
  /** Left out, both, where nobody is answered. */
  replyForm: v.optional(
    v.pipe(
      v.picklist([...REPLY_FORMS, ''], say('unknown-choice')),
      v.transform((typed) => (typed === '' ? null : typed)),
    ),
    '',
  ),
  reply: optionalText(LONGEST_PAPER),
}

/** A decision put before another officer. */
export const DecisionForm = form(decision)
export type DecisionForm = v.InferOutput<typeof DecisionForm>

/** A simple matter settled on the spot: who was heard, and the decision, in one sheet. */
export const OnSpotForm = form({
  complainant: paper,
  subject: paper,
  witness: optionalText(LONGEST_PAPER),
  ...decision,
})
export type OnSpotForm = v.InferOutput<typeof OnSpotForm>

/** The answer to the organ that sent a complaint on: the day, the number of the letter. */
export const SenderAnswerForm = form({
  answeredOn: day(),
  letterNumber: text(LONGEST_LETTER_NUMBER),
  citizenTold: ticked,
})
export type SenderAnswerForm = v.InferOutput<typeof SenderAnswerForm>

/** Why a decision goes back. */
export const ReturnForm = form({ note: text(LONGEST_PAPER, 'reason-needed') })
export type ReturnForm = v.InferOutput<typeof ReturnForm>

/** What follows from the decision: who was told, why no points, which awards are lost. */
export const ClosingForm = form({
  departmentTold: ticked,
  circularSent: ticked,
  scoreWaiver: optionalText(LONGEST_PAPER),
  vetoedAwards: anyOf(AWARD_KINDS),
})
export type ClosingForm = v.InferOutput<typeof ClosingForm>

/** The list of evidence, and whether somebody under age is concerned. */
export const ArchivingForm = form({ evidence: optionalText(LONGEST_PAPER), aboutMinor: ticked })
export type ArchivingForm = v.InferOutput<typeof ArchivingForm>
