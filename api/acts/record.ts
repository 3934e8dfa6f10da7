import { createHmac } from 'node:crypto'
import { desc } from 'drizzle-orm'
import type { Transaction } from '../../db/store.ts'
import { events } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { type Day, dayOf } from '../rules/day.ts'

/** What an event may carry: ids, kinds, days and digests, never text that may have to be erased. */
export type Particulars = Record<string, string | number | boolean | null>

/** An event before it is bound to the chain. */
type Happening = {
  hallId: number | null
  kind: string
  object: string
  officerId: number | null
  particulars?: Particulars
  /** Keep only the day: the lodging of confidential and anonymous complaints is dated by day. */
  dayOnly?: boolean
}

/** What stands where the first event has none before it. */
export const GENESIS = 'genesis'

type Link = {
  seq: number
  hallId: number | null
  kind: string
  object: string
  officerId: number | null
  day: Day
  at: number | null
  particulars: string
  previous: string
}

/** The keyed digest that binds an event to the one before it. */
export const macOf = (chainKey: Buffer, link: Link): string =>
  createHmac('sha256', chainKey)
    .update(
      JSON.stringify([
        link.seq,
        link.hallId,
        link.kind,
        link.object,
        link.officerId,
        link.day,
        link.at,
        link.particulars,
        link.previous,
      ]),
    )
    .digest('base64url')

/** The rows that follow `head` in the chain. */
export function chained(
  world: World,
  head: { seq: number; mac: string },
  happenings: readonly Happening[],
): (Link & { mac: string })[] {
  const now = world.now()
  const day = dayOf(now)
  let { seq, mac } = head
  return happenings.map((happening) => {
    const link: Link = {
      seq: seq + 1,
      hallId: happening.hallId,
      kind: happening.kind,
      object: happening.object,
      officerId: happening.officerId,
      day,
      at: happening.dayOnly ? null : now.getTime(),
      particulars: JSON.stringify(happening.particulars ?? {}),
      previous: mac,
    }
    seq = link.seq
    mac = macOf(world.keys.chain, link)
    return { ...link, mac }
  })
}

/** Enter an act in the log, in the same transaction as the act. */
export async function record(
  tx: Transaction,
  world: World,
  ...happenings: Happening[]
): Promise<void> {
  const [last] = await tx
    .select({ seq: events.seq, mac: events.mac })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1)
  const rows = chained(world, last ?? { seq: 0, mac: GENESIS }, happenings)
  await tx
    .insert(events)
    .values(rows.map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at) })))
}
