import * as v from 'valibot'
import { isDay } from '../rules/day.ts'
import type { Problem } from './problem.ts'

const say = (problem: Problem) => problem

/** No NUL, no half of a surrogate pair, no other control character but line breaks and tabs. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/
const isCleanText = (text: string) => text.isWellFormed() && !CONTROL.test(text)

/** Text that the database gives back as it was typed. */
export const cleanText = v.check<string, Problem>(isCleanText, say('strange-characters'))

/** Text as a person types it, trimmed, at most `most` characters; empty when left out. */
export const optionalText = (most: number) =>
  v.optional(
    v.pipe(
      v.string(say('needed')),
      v.check(isCleanText, say('strange-characters')),
      v.trim(),
      v.maxLength(most, say('too-long')),
    ),
    '',
  )

/** Text that must be there. */
export const text = (most: number, missing: Problem = 'needed') =>
  v.pipe(
    v.string(missing),
    v.check(isCleanText, say('strange-characters')),
    v.trim(),
    v.nonEmpty(missing),
    v.maxLength(most, say('too-long')),
  )

/** One of a vocabulary's words. */
export const oneOf = <const W extends readonly string[]>(words: W, missing: Problem = 'needed') =>
  v.pipe(
    v.string(missing),
    v.check((typed) => typed === '' || words.includes(typed), say('unknown-choice')),
    v.picklist(words, missing),
  )

/** Any of a vocabulary's words, ticked; a single one may come as plain text. */
export const anyOf = <const W extends readonly string[]>(words: W) =>
  v.optional(
    v.pipe(
      v.union([v.array(v.string()), v.string()]),
      v.transform((typed) => (Array.isArray(typed) ? typed : typed === '' ? [] : [typed])),
      v.array(v.picklist(words, say('unknown-choice'))),
    ),
    [],
  )

/** A calendar day that exists. */
export const day = (missing: Problem = 'needed') =>
  v.pipe(v.string(missing), v.trim(), v.nonEmpty(missing), v.guard(isDay, say('not-a-day')))

/** A whole number between two bounds, typed as text or sent as a number. */
export const wholeNumber = (from: number, to: number, missing: Problem = 'needed') =>
  v.pipe(
    v.union([v.string(missing), v.number(missing)], missing),
    v.transform((typed) => (typeof typed === 'string' ? typed.trim() : String(typed))),
    v.nonEmpty(missing),
    v.regex(/^-?\d{1,15}$/, say('not-a-number')),
    v.transform(Number),
    v.minValue(from, say('out-of-range')),
    v.maxValue(to, say('out-of-range')),
  )

/** A ticked box or a yes/no radio. */
export const yesNo = (missing: Problem = 'needed') =>
  v.pipe(
    v.union([v.picklist(['yes', 'no'], missing), v.boolean(missing)], missing),
    v.transform((typed) => typed === true || typed === 'yes'),
  )
