import * as v from 'valibot'
import { text } from './field.ts'
import { typedPassword } from './session.ts'

/** A custodian's new passphrase, typed twice. */
export const CustodianKeyForm = v.object(
  { passphrase: typedPassword, again: typedPassword },
  'needed',
)
export type CustodianKeyForm = v.InferOutput<typeof CustodianKeyForm>

/** Why a sealed identity has to be opened. */
export const UnsealingForm = v.object({ reason: text(200, 'reason-needed') }, 'needed')
export type UnsealingForm = v.InferOutput<typeof UnsealingForm>

/** The passphrase that opens a sealed identity. */
export const OpeningForm = v.object({ passphrase: typedPassword }, 'needed')
export type OpeningForm = v.InferOutput<typeof OpeningForm>
