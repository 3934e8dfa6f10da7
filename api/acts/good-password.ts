import { CUSTODIAN_PASSPHRASE, OFFICER_PASSWORD } from '../policies/passwords.ts'
import { Invalid } from '../refused.ts'
import { passwordRefusal } from '../rules/password.ts'

/** Refuses a new password that is too short, too long, expected, or typed differently twice. */
export function demandGoodPassword(
  { password, again }: { password: string; again: string },
  context: readonly string[],
): void {
  const refusal = passwordRefusal(password, context, OFFICER_PASSWORD)
  if (refusal === 'too-short') throw new Invalid({ password: ['password-too-short'] })
  if (refusal === 'too-long') throw new Invalid({ password: ['too-long'] })
  if (refusal === 'too-common') throw new Invalid({ password: ['password-too-common'] })
  if (password !== again) throw new Invalid({ again: ['passwords-differ'] })
}

/** The same for a custodian's new passphrase. */
export function demandGoodPassphrase(
  { passphrase, again }: { passphrase: string; again: string },
  context: readonly string[],
): void {
  const refusal = passwordRefusal(passphrase, context, CUSTODIAN_PASSPHRASE)
  if (refusal === 'too-short') throw new Invalid({ passphrase: ['passphrase-too-short'] })
  if (refusal === 'too-long') throw new Invalid({ passphrase: ['too-long'] })
  if (refusal === 'too-common') throw new Invalid({ passphrase: ['passphrase-too-common'] })
  if (passphrase !== again) throw new Invalid({ again: ['passphrases-differ'] })
}
