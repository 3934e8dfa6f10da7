import * as v from 'valibot'
import {
  DAY_PARTS,
  IDENTITIES,
  LONGEST_NARRATIVE,
  MOST_PHOTOS,
  SHORTEST_NARRATIVE,
} from '../rules/complaint.ts'
import type { TypedStep } from '../rules/complaint-answers.ts'
import { plainPhone } from '../rules/contact.ts'
import { isEmailAddress } from '../rules/email-address.ts'
import { cleanText, oneOf, optionalText, text, wholeNumber, yesNo } from './field.ts'
import type { Problem } from './problem.ts'

const say = (problem: Problem) => problem
const charactersIn = (typed: string) => Array.from(typed).length

/** What happened, in the citizen's words; a line's end is one character on every system. */
export const narrative = v.pipe(
  v.string(say('narrative-too-short')),
  v.transform((typed) => typed.replace(/\r\n?/g, '\n')),
  cleanText,
  v.trim(),
  v.check((typed) => charactersIn(typed) >= SHORTEST_NARRATIVE, say('narrative-too-short')),
  v.check((typed) => charactersIn(typed) <= LONGEST_NARRATIVE, say('narrative-too-long')),
)

const LONGEST_KEY = 80
const LONGEST_STATE = 200_000
const LONGEST_NAME = 30
const LONGEST_DATE_PART = 8

/** A question left out is one left empty, so that it gets its own sentence. */
export const asked = <I, O>(schema: v.GenericSchema<I, O>) => v.optional(schema, '' as never)
const raw = v.optional(v.string(say('needed')), '')
const carried = {
  hall: text(LONGEST_KEY),
  /** The sealed state of the steps before; empty at the first. */
  sealed: v.optional(v.pipe(v.string(say('needed')), v.maxLength(LONGEST_STATE, 'too-long')), ''),
  /** `check` when the question was opened from the check of all answers. */
  returnTo: v.optional(v.picklist(['', 'check'], say('unknown-choice')), ''),
}

/** The window for somebody who does not remember, and the clause for somebody not sure. */
export const UNKNOWN = 'unknown'
/** The day that is typed as year, month and day. */
export const OTHER_DAY = 'other'

const WhenStep = v.pipe(
  v.object(
    {
      ...carried,
      step: v.literal('when'),
      window: asked(text(LONGEST_KEY, 'window-needed')),
      /** A day as `2026-03-02`; `other`, or nothing, with year, month and day. */
      day: optionalText(LONGEST_KEY),
      year: optionalText(LONGEST_DATE_PART),
      month: optionalText(LONGEST_DATE_PART),
      date: optionalText(LONGEST_DATE_PART),
      part: asked(oneOf(DAY_PARTS, 'part-needed')),
      /** Kept for its own question, from a form that expired. */
      narrative: raw,
    },
    'needed',
  ),
  v.forward(
    v.partialCheck(
      [['day'], ['month'], ['date']],
      ({ day, month, date }) => day !== '' || (month !== '' && date !== ''),
      say('day-needed'),
    ),
    ['day'],
  ),
)
const ClauseStep = v.object(
  { ...carried, step: v.literal('clause'), clause: asked(text(LONGEST_KEY, 'clause-needed')) },
  'needed',
)
const StoryStep = v.object(
  { ...carried, step: v.literal('story'), narrative: asked(narrative) },
  'needed',
)
const PhotosStep = v.object(
  {
    ...carried,
    step: v.literal('photos'),
    /** The id of a photo just taken in. */
    add: optionalText(LONGEST_KEY),
    /** The place in the list of a photo to take away, from 1. */
    remove: v.optional(wholeNumber(1, MOST_PHOTOS)),
  },
  'needed',
)
const IdentityStep = v.object(
  {
    ...carried,
    step: v.literal('identity'),
    identity: asked(oneOf(IDENTITIES, 'identity-needed')),
  },
  'needed',
)
const ContactStep = v.object(
  {
    ...carried,
    step: v.literal('contact'),
    name: raw,
    phone: raw,
    email: raw,
    mayPublish: asked(yesNo('publish-needed')),
  },
  'needed',
)
const WarningStep = v.object(
  { ...carried, step: v.literal('warning'), keep: v.literal('yes', say('needed')) },
  'needed',
)

const TYPED_STEPS: readonly TypedStep[] = ['when', 'story', 'contact']
const LeaveStep = v.object(
  {
    ...carried,
    /** Going elsewhere from a question whose answer is not one yet: what was typed is kept. */
    step: v.literal('leave'),
    from: v.picklist(TYPED_STEPS, say('unknown-choice')),
    window: raw,
    day: raw,
    year: raw,
    month: raw,
    date: raw,
    part: raw,
    narrative: raw,
    name: raw,
    phone: raw,
    email: raw,
    mayPublish: raw,
  },
  'needed',
)

/** The answer to one question of a complaint, with the sealed answers before it. */
export const StepForm = v.variant(
  'step',
  [WhenStep, ClauseStep, StoryStep, PhotosStep, IdentityStep, ContactStep, WarningStep, LeaveStep],
  'unknown-choice',
)
export type StepForm = v.InferOutput<typeof StepForm>
/** The answers of one step. */
export type StepFormOf<S extends StepForm['step']> = Extract<StepForm, { step: S }>

/** The sealed answers, to be shown again. */
export const AnswersForm = v.object({ hall: carried.hall, sealed: carried.sealed }, 'needed')
/** The sealed answers, to be lodged; with the hall, if any, whose page they came from. */
export const LodgingForm = v.object(
  { sealed: carried.sealed, hall: optionalText(LONGEST_KEY) },
  'needed',
)

type Contact = { name: string; phone: string; email: string }
type ContactProblems = Partial<Record<keyof Contact, Problem[]>>

const namePart = optionalText(LONGEST_NAME)

/** How to reach the complainant: a name, and a telephone or an e-mail address or both. */
export function contactOf(typed: Contact): { contact: Contact; problems: ContactProblems } {
  const problems: ContactProblems = {}
  const name = v.safeParse(namePart, typed.name)
  if (!name.success) problems.name = [name.issues[0].message as Problem]
  else if (name.output === '') problems.name = ['name-needed']
  const phone = typed.phone.trim() === '' ? '' : plainPhone(typed.phone)
  if (phone === null) problems.phone = ['not-a-phone']
  const email = typed.email.trim()
  if (email !== '' && !isEmailAddress(email)) problems.email = ['not-an-email']
  if (phone === '' && email === '') problems.phone = ['contact-needed']
  const contact = {
    name: name.success ? name.output.replace(/\s+/g, ' ') : '',
    phone: phone ?? '',
    email,
  }
  return { contact, problems }
}
