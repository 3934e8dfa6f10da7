const PHONE = /^\+?\d{5,15}(?:转\d{1,6})?$/

/**
 * A telephone number as it is kept, or null when it cannot be one: five to fifteen digits and an
 * extension; blanks, hyphens, brackets and full-width digits are forgiven.
 */
export function plainPhone(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s()‐-―-]/g, '')
  return PHONE.test(plain) ? plain : null
}

const EMAIL = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/
const LONGEST_EMAIL = 254

/** Whether a letter can be sent there: one address, nothing that a mail server reads as more. */
export const isEmailAddress = (typed: string): boolean =>
  typed.length <= LONGEST_EMAIL && EMAIL.test(typed)
