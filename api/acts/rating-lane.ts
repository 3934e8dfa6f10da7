import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Transaction as RawTransaction } from '@libsql/client'
import { halls, windows } from '../../db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { today, type World } from '../context.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { dayOf } from '../rules/day.ts'
import { chained, GENESIS } from './record.ts'

const MOST_WAITING = 256
const MAP_LIVES_MS = 10_000
const PATIENCE_MS = 2
const ID_BYTES = 16

type Window = { id: number; hallId: number; levels: readonly number[]; retiredOn: string | null }
type Waiting = {
  row: {
    publicId: string
    hallId: number
    windowId: number
    level: number
    day: string
    at: number
  }
  done: (id: string) => void
  fail: (error: unknown) => void
}

const INSERT_RATINGS = `
  insert into ratings (public_id, hall_id, window_id, level, day, rated_at)
  select value ->> 'publicId', value ->> 'hallId', value ->> 'windowId', value ->> 'level',
         value ->> 'day', value ->> 'at'
  from json_each(?)`

const COUNT_RATINGS = `
  insert into rating_counts (window_id, day, level, hall_id, count)
  select value ->> 'windowId', value ->> 'day', value ->> 'level', value ->> 'hallId', count(*)
  from json_each(?) where true
  group by 1, 2, 3, 4
  on conflict (window_id, day, level) do update set count = count + excluded.count`

const INSERT_EVENTS = `
  insert into events (seq, hall_id, kind, object, officer_id, day, at, particulars, previous, mac)
  select value ->> 'seq', value ->> 'hallId', value ->> 'kind', value ->> 'object', null,
         value ->> 'day', value ->> 'at', value ->> 'particulars', value ->> 'previous',
         value ->> 'mac'
  from json_each(?)`

/**
 * The ratings' own way into the database. What arrives while one batch is being committed goes
 * with the next, and each rating is acknowledged after its commit. A batch that fails is tried
 * again row by row, so that a bad row fails alone.
 */
class RatingLane {
  #world: World
  #waiting: Waiting[] = []
  #running = false
  #windows = new Map<string, Window>()
  #mapReadAt = Number.NEGATIVE_INFINITY

  constructor(world: World) {
    this.#world = world
  }

  /** Enter one rating; gives its public id once it is on disk. Refused when 256 are waiting. */
  async rate(code: string, level: number): Promise<string> {
    const window = await this.#windowOf(code.toLowerCase())
    if (window.retiredOn) throw new Refused('window-retired', { until: window.retiredOn })
    if (!window.levels.includes(level)) throw new Refused('level-not-offered')
    if (this.#waiting.length >= MOST_WAITING) throw new Refused('too-busy')
    const now = this.#world.now()
    return new Promise((done, fail) => {
      this.#waiting.push({
        row: {
          publicId: this.#world.random.id(ID_BYTES),
          hallId: window.hallId,
          windowId: window.id,
          level,
          day: dayOf(now),
          at: now.getTime(),
        },
        done,
        fail,
      })
      if (!this.#running) void this.#run()
    })
  }

  async #windowOf(code: string): Promise<Window> {
    const age = performance.now() - this.#mapReadAt
    if (age > MAP_LIVES_MS || !this.#windows.has(code)) await this.#readMap()
    const window = this.#windows.get(code)
    if (!window) throw new Refused('no-such-window')
    return window
  }

  async #readMap(): Promise<void> {
    const rows = await this.#world.store.read
      .select({ window: windows, hall: halls })
      .from(windows)
      .innerJoin(halls, eq(halls.id, windows.hallId))
    this.#windows = new Map(
      rows.map(({ window, hall }) => [
        window.code,
        {
          id: window.id,
          hallId: window.hallId,
          levels: policyOf(hall, today(this.#world)).rating.levels.map(({ level }) => level),
          retiredOn: window.retiredOn,
        },
      ]),
    )
    this.#mapReadAt = performance.now()
  }

  async #run(): Promise<void> {
    this.#running = true
    for (let before = 1; this.#waiting.length > 0;) {
      await this.#gather(before)
      before = this.#waiting.length
      const batch = this.#waiting.splice(0)
      await this.#commit(batch).catch(() => this.#oneByOne(batch))
    }
    this.#running = false
  }

  /** Wait for as many as came last time, two milliseconds at most: one commit serves them all. */
  async #gather(expected: number): Promise<void> {
    const until = performance.now() + PATIENCE_MS
    do await nextTurn()
    while (this.#waiting.length < expected && performance.now() < until)
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const rows = batch.map(({ row }) => row)
    await this.#world.store.batch((tx) => this.#enter(tx, rows))
    for (const { row, done } of batch) done(row.publicId)
  }

  async #oneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const one of batch) await this.#commit([one]).catch(one.fail)
  }

  async #enter(tx: RawTransaction, rows: readonly Waiting['row'][]): Promise<void> {
    const head = await tx.execute('select seq, mac from events order by seq desc limit 1')
    const last = head.rows[0]
    const events = chained(
      this.#world,
      last ? { seq: Number(last[0]), mac: String(last[1]) } : { seq: 0, mac: GENESIS },
      rows.map((row) => ({
        hallId: row.hallId,
        kind: 'rating-posted',
        object: `window:${row.windowId}`,
        officerId: null,
        particulars: { rating: row.publicId, level: row.level },
      })),
    )
    const json = JSON.stringify(rows)
    await tx.execute({ sql: INSERT_RATINGS, args: [json] })
    await tx.execute({ sql: COUNT_RATINGS, args: [json] })
    await tx.execute({ sql: INSERT_EVENTS, args: [JSON.stringify(events)] })
  }
}

const lanes = new WeakMap<World, RatingLane>()

/** The lane of a World; there is one. */
export function ratingLane(world: World): RatingLane {
  const lane = lanes.get(world) ?? new RatingLane(world)
  lanes.set(world, lane)
  return lane
}
