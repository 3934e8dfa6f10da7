import * as v from 'valibot'
import { APOLOGY_WORDS } from '../rules/apology.ts'
import { oneOf, text } from './field.ts'

const MOST_RECEIPT = 64
const MOST_PASS = 400
const MOST_MESSAGE = 2000

/** The 16 digits, as somebody types them. */
export const ReceiptForm = v.object({ receipt: text(MOST_RECEIPT, 'receipt-16-digits') }, 'needed')

/** The way back into the case that a receipt has just opened. */
export const PassForm = v.object({ pass: text(MOST_PASS) }, 'needed')

/** What a complainant adds; `form` is the key that keeps it from being written twice. */
export const MessageForm = v.object(
  { pass: text(MOST_PASS), form: text(64), text: text(MOST_MESSAGE) },
  'needed',
)

/** Whether the reply satisfies. */
export const VerdictForm = v.object(
  { pass: text(MOST_PASS), satisfied: oneOf(['yes', 'no']) },
  'needed',
)

/** Whether there was an apology, and whether it is accepted. */
export const ApologyForm = v.object(
  { pass: text(MOST_PASS), apology: oneOf(APOLOGY_WORDS) },
  'needed',
)

/** Retaliation after a complaint; `form` is the key that keeps it from being written twice. */
export const RetaliationForm = v.object(
  { pass: text(MOST_PASS), form: text(64), retaliation: text(MOST_MESSAGE) },
  'needed',
)
