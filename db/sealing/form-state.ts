import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keys } from './keys.ts'

const VERSION = 'f1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Seal what a form knows between its steps (AES-256-GCM), so that a page can carry it unread. */
export function sealForm(keys: Keys, purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keys.form, iv)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${VERSION}.${body.toString('base64url')}`
}

/** What was sealed for this purpose, or null when it was changed, cut or made for another. */
export function openForm(keys: Keys, purpose: string, sealed: string): string | null {
  const [version, body] = sealed.split('.')
  if (version !== VERSION || !body) return null
  const bytes = Buffer.from(body, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', keys.form, bytes.subarray(0, IV_BYTES))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
