/** Why a letter has not gone out. `no-address`: anonymous, confidential, or no e-mail was given. */
const LETTER_PROBLEMS = [
  'no-address',
  'bad-address',
  'reader-gone',
  'unreachable',
  'login-refused',
  'put-off',
  'refused',
  'given-up',
] as const
export type LetterProblem = (typeof LETTER_PROBLEMS)[number]
