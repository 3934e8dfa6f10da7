import {
  type Client,
  createClient,
  LibsqlError,
  type Transaction as RawTransaction,
} from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { AsyncLocalStorage } from 'node:async_hooks'
import * as schema from './schema/index.ts'

const connect = (client: Client) => drizzle(client, { schema, casing: 'snake_case' })

type Database = ReturnType<typeof connect>
/** The transaction of an act. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** What reads speak to: the reading side of the store, or the transaction of an act. */
export type Reader = Database | Transaction

/** A statement that had to be made by hand, run inside the queue as one transaction. */
export type Batch = (tx: RawTransaction) => Promise<void>

/** How long one act may hold the only writer, and how long it keeps trying to become it. */
const DEADLINE_MS = 5_000

type Pragma = readonly [name: string, value: string, reads: string]

const PRAGMAS: readonly Pragma[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', '2'],
  ['foreign_keys', 'ON', '1'],
  ['secure_delete', 'ON', '1'],
  ['recursive_triggers', 'ON', '1'],
  ['trusted_schema', 'OFF', '0'],
]

const relax = (pragma: Pragma): Pragma =>
  pragma[0] === 'synchronous' ? ['synchronous', 'OFF', '0'] : pragma

/** The database stayed locked by another process for longer than an act may wait. */
export class StoreBusy extends Error {}
/** The disk has no room for the act; nothing of it was kept. */
export class StoreFull extends Error {}

const codeOf = (error: unknown): string => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof LibsqlError) return at.code
    if (/SQLITE_(BUSY|FULL)|database is locked|disk is full/.test(at.message)) {
      return /FULL|full/.test(at.message) ? 'SQLITE_FULL' : 'SQLITE_BUSY'
    }
  }
  return ''
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/**
 * One database. Everything that changes goes through `write`, one act at a time: SQLite has a
 * single writer. `read` never waits for it.
 */
export class Store {
  readonly read: Database
  readonly url: string
  #pragmas: readonly Pragma[]
  #writer: Database
  #client: Client
  #reader: Client
  #last: Promise<unknown> = Promise.resolve()
  #inside = new AsyncLocalStorage<true>()

  private constructor(url: string, client: Client, reader: Client, pragmas: readonly Pragma[]) {
    this.url = url
    this.#pragmas = pragmas
    this.#writer = connect(client)
    this.#client = client
    this.#reader = reader
    this.read = connect(reader)
  }

  /**
   * Open a `file:` database or a libSQL server. Refuses to open when a PRAGMA does not hold.
   * `relaxed` waits for no disk: only for a file that counts once it is whole, as a new
   * demonstration's does.
   */
  static async open(url: string, { relaxed = false } = {}): Promise<Store> {
    const client = createClient({ url, concurrency: 1 })
    const reader = createClient({ url })
    const pragmas = relaxed ? PRAGMAS.map(relax) : PRAGMAS
    const store = new Store(url, client, reader, pragmas)
    await store.#settle()
    return store
  }

  get isFile(): boolean {
    return this.url.startsWith('file:')
  }

  async #settle(): Promise<void> {
    if (!this.isFile) return
    for (const [name, value, reads] of this.#pragmas) {
      await this.#client.execute(`PRAGMA ${name}=${value}`)
      const { rows } = await this.#client.execute(`PRAGMA ${name}`)
      if (String(rows[0]?.[0]) !== reads) {
        throw new Error(`PRAGMA ${name} is ${String(rows[0]?.[0])}, not ${reads}`)
      }
    }
  }

  /** Perform one act as one transaction; on an error nothing of it is kept. Acts do not nest. */
  write<T>(act: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#turn(() => this.#writer.transaction(act, { behavior: 'immediate' }))
  }

  /** Like `write`, for the rating lane's statements over many rows. */
  batch(work: Batch): Promise<void> {
    return this.#turn(async () => {
      const tx = await this.#client.transaction('write')
      try {
        await work(tx)
        await tx.commit()
      } finally {
        tx.close()
      }
    })
  }

  #turn<T>(attempt: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) {
      return Promise.reject(new Error('an act was performed inside another act'))
    }
    const turn = this.#last.then(() => this.#inside.run(true, () => this.#insist(attempt)))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #insist<T>(attempt: () => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + DEADLINE_MS
    for (let tries = 1; ; tries++) {
      try {
        return await attempt()
      } catch (error) {
        const code = codeOf(error)
        if (code.startsWith('SQLITE_FULL')) throw new StoreFull('no room', { cause: error })
        if (!code.startsWith('SQLITE_BUSY')) throw error
        if (performance.now() > giveUpAt) throw new StoreBusy('locked', { cause: error })
        await this.#client.reconnect()
        await this.#settle().catch(() => {})
        await pause(Math.min(200, 5 * tries) * (0.5 + Math.random()))
      }
    }
  }

  /** Everything written so far is in the one file, and nothing is open. */
  async close(): Promise<void> {
    await this.#last
    if (this.isFile) await this.#client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {})
    this.#client.close()
    this.#reader.close()
  }
}
