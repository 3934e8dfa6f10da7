import * as v from 'valibot'
import { CIRCUMSTANCES, SANCTIONS, SEVERITIES } from '../rules/ladder.ts'
import { hasContactData } from '../rules/personal-data.ts'
import { isDay } from '../rules/day.ts'
import { anyOf, day, oneOf, optionalText, text, yesNo } from './field.ts'
import type { Problem } from './problem.ts'

const LONGEST_GIST = 120
const LONGEST_PAPER = 4000
const LONGEST_ID = 40
const LONGEST_KEY = 40

const say = (problem: Problem) => problem

const ticked = v.optional(
  v.pipe(
    v.union([v.picklist(['yes', 'no', ''], say('unknown-choice')), v.boolean(say('needed'))]),
    v.transform((typed) => typed === true || typed === 'yes'),
  ),
  false,
)

/** One of a vocabulary's words, or null when it is left out. */
const maybeOneOf = <const W extends readonly string[]>(words: W) =>
  v.optional(
    v.pipe(
      v.union([v.literal(''), v.picklist(words)], say('unknown-choice')),
      v.transform((typed): W[number] | null => (typed === '' ? null : typed)),
    ),
    '',
  )

/** Read by the person it is about, so it must not say how to reach anybody. */
const gist = v.pipe(
  optionalText(LONGEST_GIST),
  v.check((typed) => !hasContactData(typed), say('contact-in-gist')),
)

/**
 * Who answers for what, by the hall's ladder. `staff` is a public id; without one nobody is held to
 * account, because of `reason`.
 */
export const AccountabilityForm = v.object(
  {
    staff: optionalText(LONGEST_ID),
    asHead: ticked,
    ground: optionalText(LONGEST_KEY),
    severity: maybeOneOf(SEVERITIES),
    actOn: v.optional(
      v.pipe(
        v.string(say('needed')),
        v.trim(),
        v.check((typed) => typed === '' || isDay(typed), say('not-a-day')),
        v.transform((typed) => (isDay(typed) ? typed : null)),
      ),
      '',
    ),
    circumstances: anyOf(CIRCUMSTANCES.filter((one) => one !== 'repeated')),
    choice: maybeOneOf(SANCTIONS),
    gist,
    reason: text(LONGEST_PAPER, 'reason-needed'),
  },
  'needed',
)
export type AccountabilityForm = v.InferOutput<typeof AccountabilityForm>

/** `none` in place of a rung holds nobody to account. */
export const NO_RUNG = 'none'

/** What the deciding body makes of a proposal, and the papers that went out with it. */
export const AccountabilityDecisionForm = v.object(
  {
    outcome: oneOf(['agreed', 'deviated', 'returned']),
    rung: optionalText(LONGEST_KEY),
    choice: maybeOneOf(SANCTIONS),
    reason: optionalText(LONGEST_PAPER),
    circularSent: ticked,
    circularAbout: ticked,
    departmentTold: ticked,
    returnLetterSent: ticked,
  },
  'needed',
)
export type AccountabilityDecisionForm = v.InferOutput<typeof AccountabilityDecisionForm>

/** What the person concerned has to say (申辩). */
export const PleaForm = v.object({ statement: text(LONGEST_PAPER) }, 'needed')
export type PleaForm = v.InferOutput<typeof PleaForm>

/** What a patrol officer is to answer for; `officer` is a public id. */
export const PatrolLiabilityForm = v.object(
  {
    officer: text(LONGEST_ID),
    ground: text(LONGEST_KEY),
    happenedOn: day(),
    facts: text(LONGEST_PAPER),
  },
  'needed',
)
export type PatrolLiabilityForm = v.InferOutput<typeof PatrolLiabilityForm>

/** Whether the patrol officer bears responsibility, and which, or why none. */
export const PatrolDecisionForm = v.object(
  { held: yesNo(), decision: text(LONGEST_PAPER) },
  'needed',
)
export type PatrolDecisionForm = v.InferOutput<typeof PatrolDecisionForm>
