import * as v from 'valibot'
import { text } from './field.ts'

/** The longest password anybody may set or try, in characters. */
const LONGEST_PASSWORD = 128

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

/** A one-time link, when it is looked at. */
export const LookForm = v.object({ invitation: text(LONGEST_PASSWORD) }, 'needed')
export type LookForm = v.InferOutput<typeof LookForm>

/** A password typed twice, the second time only against slips. */
export const twice = { password: typedPassword, again: typedPassword }

/** A one-time link and the password it sets. */
export const AcceptForm = v.object({ invitation: text(LONGEST_PASSWORD), ...twice }, 'needed')
export type AcceptForm = v.InferOutput<typeof AcceptForm>

/** The password an officer has and the one they want. */
export const PasswordForm = v.object({ present: typedPassword, ...twice }, 'needed')
export type PasswordForm = v.InferOutput<typeof PasswordForm>
