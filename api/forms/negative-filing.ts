import * as v from 'valibot'
import { NATURES } from '../rules/complaint.ts'
import {
  filingProblems,
  NOTICE_WAYS,
  type Refusing,
  REVIEW_OUTCOMES,
} from '../rules/negative-filing.ts'
import { hasContactData } from '../rules/personal-data.ts'
import { asked } from './complaint.ts'
import { day, oneOf, optionalText, text } from './field.ts'
import type { Problem } from './problem.ts'

const LONGEST_KEY = 40
const LONGEST_NAME = 60
const LONGEST_ADDRESS = 200
const LONGEST_CONTENT = 500
const LONGEST_PAPER = 2000

const say = (problem: Problem) => problem

/** A box that may be left unticked. */
const ticked = v.optional(
  v.pipe(
    v.union([v.picklist(['yes', 'no', ''], say('unknown-choice')), v.boolean(say('needed'))]),
    v.transform((typed) => typed === true || typed === 'yes'),
  ),
  false,
)

/** What everybody of the section reads; how to reach the applicant stands in fields of its own. */
const withoutContact = (most: number, missing: Problem) =>
  v.pipe(
    text(most, missing),
    v.check((typed) => !hasContactData(typed), say('contact-in-filing')),
  )

const READY: Refusing = { nature: 'written', toldToWrite: true, explained: true, objects: true }

/** Whether the rule has nothing against a field, as far as what it hangs on was filled in. */
const holds = (field: keyof Refusing) => (said: Partial<Refusing>) =>
  filingProblems({ ...READY, ...said })[field] === undefined

/**
 * A refusal as the window puts it on file. `window` is a code, `staff` the public id of who
 * refused; `formKey` keeps a form sent twice from becoming two filings.
 */
export const NegativeFilingForm = v.pipe(
  v.object(
    {
      formKey: optionalText(LONGEST_KEY),
      window: text(LONGEST_KEY, 'window-needed'),
      staff: text(LONGEST_KEY),
      refusedOn: day(),
      nature: asked(oneOf(NATURES, 'how-asked-needed')),
      toldToWrite: ticked,
      explained: ticked,
      objects: ticked,
      applicantName: text(LONGEST_NAME, 'applicant-name-needed'),
      applicantUnit: optionalText(LONGEST_NAME),
      applicantAddress: optionalText(LONGEST_ADDRESS),
      applicantPhone: optionalText(LONGEST_NAME),
      content: withoutContact(LONGEST_CONTENT, 'refusal-content-needed'),
      reason: withoutContact(LONGEST_PAPER, 'refusal-reason-needed'),
      basis: text(LONGEST_PAPER, 'refusal-basis-needed'),
      important: ticked,
    },
    'needed',
  ),
  v.forward(v.partialCheck([['explained']], holds('explained'), say('not-yet-explained')), [
    'explained',
  ]),
  v.forward(v.partialCheck([['objects']], holds('objects'), say('nobody-objects')), ['objects']),
  v.forward(
    v.partialCheck([['nature'], ['toldToWrite']], holds('toldToWrite'), say('writing-not-told')),
    ['toldToWrite'],
  ),
  v.forward(
    v.partialCheck(
      [['applicantAddress'], ['applicantPhone']],
      ({ applicantAddress, applicantPhone }) => applicantAddress !== '' || applicantPhone !== '',
      say('applicant-contact-needed'),
    ),
    ['applicantPhone'],
  ),
)
export type NegativeFilingForm = v.InferOutput<typeof NegativeFilingForm>

/** What the section finds; `important` when the matter has to be reported though it was not filed so. */
export const FilingReviewForm = v.object(
  {
    outcome: asked(oneOf(REVIEW_OUTCOMES, 'outcome-needed')),
    opinion: asked(text(LONGEST_PAPER, 'opinion-needed')),
    important: ticked,
  },
  'needed',
)
export type FilingReviewForm = v.InferOutput<typeof FilingReviewForm>

/** How the applicant was told of the correction. */
export const FilingNoticeForm = v.object(
  { way: asked(oneOf(NOTICE_WAYS, 'way-needed')), note: optionalText(LONGEST_PAPER) },
  'needed',
)
export type FilingNoticeForm = v.InferOutput<typeof FilingNoticeForm>

/** That an important matter was reported, and what was said to it. */
export const FilingReportForm = v.object({ note: optionalText(LONGEST_PAPER) }, 'needed')
export type FilingReportForm = v.InferOutput<typeof FilingReportForm>
