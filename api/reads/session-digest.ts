import { createHash } from 'node:crypto'

/** A session as it is stored: the cookie's value is kept nowhere. */
export const sessionDigest = (token: string) =>
  createHash('sha256').update(token).digest('base64url')
