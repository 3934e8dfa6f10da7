import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Keys } from './keys.ts'

const VERSION = 'v1'
const IV_BYTES = 12

/** Where an encrypted text belongs: `table.column` and the id of the thing that owns it. */
export type Place = `${string}.${string}`

/**
 * Encrypt a field (AES-256-GCM). The text opens only at the place and owner it was made for, so
 * two rows' texts cannot be exchanged.
 */
export function sealField(keys: Keys, place: Place, owner: string | number, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keys.app, iv)
  cipher.setAAD(Buffer.from(`${place}:${owner}`))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [VERSION, iv.toString('base64url'), body.toString('base64url')].join('.')
}

const TAG_BYTES = 16

/** Decrypt a field; throws when it was changed or moved. */
export function openField(
  keys: Keys,
  place: Place,
  owner: string | number,
  sealed: string,
): string {
  const [version, iv, body] = sealed.split('.')
  if (version !== VERSION || !iv || !body) throw new Error(`unknown encryption at ${place}`)
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keys.app, Buffer.from(iv, 'base64url'))
  decipher.setAAD(Buffer.from(`${place}:${owner}`))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const text = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES))
  return Buffer.concat([text, decipher.final()]).toString('utf8')
}

/** Like `openField`, for a column that may be empty. */
export const openMaybe = (
  keys: Keys,
  place: Place,
  owner: string | number,
  sealed: string | null,
): string | null => (sealed === null ? null : openField(keys, place, owner, sealed))

/** A keyed digest: equal texts have equal digests, and nobody without the key can make one. */
export const digestOf = (keys: Keys, purpose: string, text: string): string =>
  createHmac('sha256', keys.digest).update(`${purpose}\n${text}`).digest('base64url')
