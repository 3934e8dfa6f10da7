import * as v from 'valibot'
import { DAY_PARTS, IDENTITIES, LONGEST_NARRATIVE } from '../rules/complaint.ts'
import { isDay } from '../rules/day.ts'
import { INTAKE_CHANNELS } from '../rules/intake-channel.ts'
import type { Time } from '../rules/opening-hours.ts'
import { asked } from './complaint.ts'
import { cleanText, oneOf, optionalText, text, yesNo } from './field.ts'
import type { Problem } from './problem.ts'

const say = (problem: Problem) => problem

const LONGEST_STATE = 60_000
const LONGEST_KEY = 80
const LONGEST_NAME = 30
const LONGEST_CONTACT = 254
const LONGEST_NUMBER = 60
const MOST_STAFF = 3
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** A day, or null when it is left out. */
export const optionalDay = v.pipe(
  v.optional(v.string(say('needed')), ''),
  v.trim(),
  v.check((typed) => typed === '' || isDay(typed), say('not-a-day')),
  v.transform((typed) => (isDay(typed) ? typed : null)),
)

const optionalTime = v.pipe(
  v.optional(v.string(say('needed')), ''),
  v.trim(),
  v.check((typed) => typed === '' || TIME.test(typed), say('not-a-time')),
  v.transform((typed) => (typed === '' ? null : (typed as Time))),
)

/** A box that may be left unticked. */
export const ticked = v.pipe(
  v.optional(v.union([v.boolean(), v.picklist(['yes', ''], say('unknown-choice'))]), false),
  v.transform((typed) => typed === true || typed === 'yes'),
)

/** The same person named twice counts once. */
const staff = v.pipe(
  v.optional(v.union([v.array(v.string()), v.string()], say('unknown-choice')), []),
  v.transform((typed) => [...new Set([typed].flat().filter((id) => id !== ''))]),
  v.array(v.pipe(v.string(), v.maxLength(LONGEST_KEY, say('unknown-choice')))),
  v.maxLength(MOST_STAFF, say('unknown-choice')),
)

/** What was said, written or found, however short: the officer enters what there is. */
export const said = (missing: Problem) =>
  v.pipe(
    v.string(say(missing)),
    v.transform((typed) => typed.replace(/\r\n?/g, '\n')),
    cleanText,
    v.trim(),
    v.nonEmpty(say(missing)),
    v.check((typed) => Array.from(typed).length <= LONGEST_NARRATIVE, say('narrative-too-long')),
  )

/** A complaint as an officer takes it down; `sealed` comes with one that is being corrected. */
export const IntakeForm = v.object(
  {
    sealed: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_STATE, say('too-long'))), ''),
    channel: asked(oneOf(INTAKE_CHANNELS, 'channel-needed')),
    /** Left out for comment book and box: those count from now. */
    receivedOn: optionalDay,
    receivedTime: optionalTime,
    /** The sending organ's number and limit, of what another organ sent on. */
    externalNumber: optionalText(LONGEST_NUMBER),
    externalDueOn: optionalDay,
    noLimit: ticked,
    /** A window's code, a clause's key; empty when nobody knows. */
    window: optionalText(LONGEST_KEY),
    staff,
    clause: optionalText(LONGEST_KEY),
    occurredOn: optionalDay,
    occurredPart: v.optional(v.picklist(DAY_PARTS, say('unknown-choice')), 'unknown'),
    narrative: asked(said('story-needed')),
    major: ticked,
    identity: asked(oneOf(IDENTITIES, 'their-identity-needed')),
    name: optionalText(LONGEST_NAME),
    phone: optionalText(LONGEST_CONTACT),
    email: optionalText(LONGEST_CONTACT),
    mayPublish: asked(yesNo('publishing-unasked')),
  },
  'needed',
)
export type IntakeForm = v.InferOutput<typeof IntakeForm>

/** What was taken down, sealed: to be corrected or registered. */
export const SealedIntake = v.object({ sealed: text(LONGEST_STATE) }, 'needed')
