import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../api/rules/day.ts'

const PREFIX = 'mark-'

/** The part of an address that a hall's Wi-Fi or a household shares. */
export function prefixOf(address: string): string {
  const v4 = address.replace(/^::ffff:/, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(v4)) return v4
  return address.split(':').slice(0, 4).join(':')
}

/**
 * Marks of addresses: keyed by a secret that lives one day and is then destroyed, so that a
 * mark can be counted today and means nothing tomorrow. The address itself is kept nowhere.
 */
export function marksIn(dataDir: string, today: () => Day): (address: string) => string {
  const folder = join(dataDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let day: Day | null = null
  let key = Buffer.alloc(0)
  const renew = (now: Day) => {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(PREFIX) && name !== PREFIX + now) rmSync(join(folder, name))
    }
    const file = join(folder, PREFIX + now)
    try {
      writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
    } catch {}
    key = readFileSync(file)
    day = now
  }
  return (address) => {
    const now = today()
    if (now !== day) renew(now)
    return createHmac('sha256', key).update(prefixOf(address)).digest('base64url')
  }
}

/** The address of whoever asks, believing the last `hops` entries of X-Forwarded-For. */
export function addressOf(socket: string, forwardedFor: string | undefined, hops: number): string {
  if (hops <= 0 || !forwardedFor) return socket
  const chain = [...forwardedFor.split(',').map((entry) => entry.trim()), socket]
  return chain[Math.max(0, chain.length - 1 - hops)] ?? socket
}
