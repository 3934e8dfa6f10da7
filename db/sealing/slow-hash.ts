import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** Argon2id as the portal uses it: 19 MiB, two passes; about 20 ms of one core. */
const MEMORY_KIB = 19_456
const PASSES = 2
const TAG_BYTES = 32
const SALT_BYTES = 16
const MOST_AT_ONCE = 2
const MOST_WAITING = 50

/** Too many slow hashes are waiting; the caller is asked to come back. */
export class SlowHashBusy extends Error {}

let running = 0
const waiting: (() => void)[] = []

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new SlowHashBusy('too many hashes')
    await new Promise<void>((go) => waiting.push(go))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** Hash a text slowly. The same message, salt and secret give the same hash. */
export const slowHash = (message: string, salt: Buffer, secret?: Buffer): Promise<Buffer> =>
  inLine(
    () =>
      new Promise((done, fail) =>
        argon2(
          'argon2id',
          {
            message: Buffer.from(message),
            nonce: salt,
            parallelism: 1,
            tagLength: TAG_BYTES,
            memory: MEMORY_KIB,
            passes: PASSES,
            ...(secret ? { secret } : {}),
          },
          (error, tag) => (error ? fail(error) : done(Buffer.from(tag))),
        ),
      ),
  )

/** A password as it is stored: its salt and its hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await slowHash(password.normalize('NFKC'), salt)
  return `argon2id.${salt.toString('base64url')}.${hash.toString('base64url')}`
}

const NOBODY = `argon2id.${Buffer.alloc(SALT_BYTES).toString('base64url')}.${Buffer.alloc(TAG_BYTES).toString('base64url')}`

/** Whether a password is the stored one. Takes as long when nothing is stored. */
export async function passwordIs(password: string, stored: string | null): Promise<boolean> {
  const [, salt, hash] = (stored ?? NOBODY).split('.')
  const made = await slowHash(password.normalize('NFKC'), Buffer.from(salt!, 'base64url'))
  return timingSafeEqual(made, Buffer.from(hash!, 'base64url')) && stored !== null
}
