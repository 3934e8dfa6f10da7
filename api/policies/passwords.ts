import type { PasswordFigures } from '../rules/password.ts'

/** [portal] An officer's password; long before complicated, and never made to be changed. */
export const OFFICER_PASSWORD: PasswordFigures = {
  shortest: 12,
  longest: 128,
  leastOwn: 6,
  leastDifferent: 6,
}

/** [portal] The custodian's passphrase: it alone stands between a thief and sealed names. */
export const CUSTODIAN_PASSPHRASE: PasswordFigures = {
  shortest: 16,
  longest: 128,
  leastOwn: 8,
  leastDifferent: 8,
}
