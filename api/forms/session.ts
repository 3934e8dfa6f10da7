import * as v from 'valibot'
import { text } from './field.ts'

/** The longest password anybody may set or try, in characters. */
export const LONGEST_PASSWORD = 128

/** A password as it is typed: nothing trimmed, nothing changed. */
export const typedPassword = v.pipe(
  v.string('needed'),
  v.nonEmpty('needed'),
  v.maxLength(LONGEST_PASSWORD, 'too-long'),
)

/** Signing in. Logins are lower case however they are typed. */
export const SignInForm = v.object(
  { login: v.pipe(text(64), v.toLowerCase()), password: typedPassword },
  'needed',
)
export type SignInForm = v.InferOutput<typeof SignInForm>
