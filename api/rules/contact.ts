const PHONE = /^\+?\d{5,15}(?:转\d{1,6})?$/

/**
 * A telephone number as it is kept, or null when it cannot be one: five to fifteen digits and an
 * extension; blanks, hyphens, brackets and full-width digits are forgiven.
 */
export function plainPhone(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s()‐-―-]/g, '')
  return PHONE.test(plain) ? plain : null
}
