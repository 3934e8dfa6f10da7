import * as v from 'valibot'
import { CATEGORIES } from '../rules/complaint.ts'
import { isDay } from '../rules/day.ts'
import { isWebAddress } from '../rules/web-address.ts'
import { cleanText, day, oneOf, optionalText, text } from './field.ts'
import type { Problem } from './problem.ts'

const say = (problem: Problem) => problem
const LONGEST_LABEL = 12
const LONGEST_PLAIN = 60
const LONGEST_ARTICLE = 2_000
const LONGEST_RULE = 50_000

const words = { label: text(LONGEST_LABEL), plain: text(LONGEST_PLAIN) }
const entry = { effectiveFrom: day(), reason: text(200, 'reason-needed') }

/** Text of some paragraphs, a line each, as it was pasted. */
const paragraphs = (most: number) =>
  v.pipe(v.string(say('needed')), cleanText, v.trim(), v.maxLength(most, say('too-long')))

const optionalDay = v.pipe(
  optionalText('yyyy-mm-dd'.length),
  v.check((typed) => typed === '' || isDay(typed), say('not-a-day')),
  v.transform((typed) => (isDay(typed) ? typed : null)),
)

/** A clause in other words, from a day on. */
export const ClauseVersionForm = v.object({ ...words, ...entry }, 'needed')
export type ClauseVersionForm = v.InferOutput<typeof ClauseVersionForm>

/** A clause of the hall's own, in one of its rules. */
export const OwnClauseForm = v.object(
  { ...words, system: text(60), category: oneOf(CATEGORIES), ...entry },
  'needed',
)
export type OwnClauseForm = v.InferOutput<typeof OwnClauseForm>

/** A clause is cited no more from a day on. */
export const ClauseRetirementForm = v.object(entry, 'needed')
export type ClauseRetirementForm = v.InferOutput<typeof ClauseRetirementForm>

/** A clause's official wording, with the document and the article as printed. */
export const ClauseWordingForm = v.object(
  {
    title: text(80),
    article: text(40),
    text: v.pipe(paragraphs(LONGEST_ARTICLE), v.nonEmpty(say('needed'))),
    ...entry,
  },
  'needed',
)
export type ClauseWordingForm = v.InferOutput<typeof ClauseWordingForm>

/** A whole rule as published: its text, or where it can be read. */
export const SystemWordingForm = v.object(
  {
    title: text(80),
    number: optionalText(40),
    issuedOn: optionalDay,
    link: v.pipe(
      optionalText(300),
      v.check((typed) => typed === '' || isWebAddress(typed), say('not-a-link')),
    ),
    text: paragraphs(LONGEST_RULE),
    ...entry,
  },
  'needed',
)
export type SystemWordingForm = v.InferOutput<typeof SystemWordingForm>

/** Why a change goes back to whoever entered it. */
export const RuleReturnForm = v.object({ note: text(200, 'reason-needed') }, 'needed')
export type RuleReturnForm = v.InferOutput<typeof RuleReturnForm>
