import { createHash, hkdfSync } from 'node:crypto'
import type { Keys } from './keys.ts'
import { slowHash } from './slow-hash.ts'

const DIGITS = 16
const RECEIPTS = 10n ** 16n

/**
 * The receipt of a form: 16 digits that follow from the form's own key, so that a form sent
 * again shows the same receipt and nothing has to be kept in the clear.
 */
export function receiptOf(keys: Keys, formKey: string): string {
  const bytes = Buffer.from(hkdfSync('sha256', keys.receipt, formKey, 'receipt', 32))
  return (BigInt(`0x${bytes.toString('hex')}`) % RECEIPTS).toString().padStart(DIGITS, '0')
}

const SYSTEM_SALT = Buffer.from('starwindow receipt salt of 32 b.')

/** A receipt as it is stored: slow-hashed with the pepper, so that the file alone tells nothing. */
export const receiptHash = async (keys: Keys, receipt: string): Promise<string> =>
  (await slowHash(receipt, SYSTEM_SALT, keys.pepper)).toString('base64url')

/** A form's key as it is stored. */
export const formDigest = (formKey: string): string =>
  createHash('sha256').update(formKey).digest('base64url')

const FULL_WIDTH_ZERO = '０'.charCodeAt(0)

/** What somebody typed as the 16 digits: spaces, hyphens and full-width digits are forgiven. */
export function typedReceipt(typed: string): string | null {
  const digits = typed
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO))
    .replace(/[\s\-‐-―－]/g, '')
  return /^\d{16}$/.test(digits) ? digits : null
}

/** The receipt in four groups of four. */
export const grouped = (receipt: string): string => receipt.replace(/(\d{4})(?=\d)/g, '$1 ')
