import { createHash } from 'node:crypto'

/** A one-time link as it is stored: its token is kept nowhere. */
export const invitationDigest = (token: string) =>
  createHash('sha256').update(token).digest('base64url')
