import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secrets of an installation. They live in `DATA_DIR/keys`, never in the database or a backup. */
export type Keys = {
  /** Encrypts fields and files. */
  app: Buffer
  /** Hardens receipt hashes. */
  pepper: Buffer
  /** Binds the log's rows to each other. */
  chain: Buffer
  /** Seals the state of a form between its steps. */
  form: Buffer
  /** Makes receipts from a form's key. */
  receipt: Buffer
  /** Makes digests that find equal things without saying what they are. */
  digest: Buffer
}

const BYTES = 32

function keyIn(folder: string, name: string): Buffer {
  const file = join(folder, name)
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  chmodSync(file, 0o600)
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
}

const derived = (key: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, BYTES))

/** Every key from the two that are stored. */
export const keysFrom = (app: Buffer, pepper: Buffer): Keys => ({
  app,
  pepper,
  chain: derived(app, 'event chain'),
  form: derived(app, 'form state'),
  receipt: derived(app, 'receipt'),
  digest: derived(app, 'digest'),
})

/** Read the keys of an installation, making them (0600) at its first start. */
export function openKeys(dataDir: string): Keys {
  const folder = join(dataDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return keysFrom(keyIn(folder, 'app'), keyIn(folder, 'pepper'))
}
