import * as v from 'valibot'
import type { Time } from '../rules/opening-hours.ts'
import { optionalText, text } from './field.ts'
import type { Problem } from './problem.ts'
import { column } from './score.ts'

const say = (problem: Problem) => problem
const LONGEST_FINDING = 200
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const time = v.pipe(
  text(5),
  v.regex(TIME, say('not-a-time')),
  v.transform((typed) => typed as Time),
)

/** A tick or nothing. */
const tick = v.pipe(
  v.optional(v.union([v.literal('yes'), v.literal(''), v.boolean()], say('unknown-choice')), false),
  v.transform((typed) => typed === true || typed === 'yes'),
)

/**
 * A round: from when to when, with the recorder or not, and for each window, by its code, what was
 * found; `looked` are the windows that were looked at and are in order.
 */
export const RoundForm = v.object(
  {
    started: time,
    ended: time,
    recorder: tick,
    window: column,
    finding: v.pipe(
      column,
      v.check(
        (typed) => typed.every((one) => one.trim().length <= LONGEST_FINDING),
        say('too-long'),
      ),
    ),
    looked: column,
    handTo: optionalText(40),
  },
  'needed',
)
export type RoundForm = v.InferOutput<typeof RoundForm>
