import { asc, gt } from 'drizzle-orm'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { events } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { GENESIS, macOf } from './record.ts'

/** How many rows are checked before others get their turn. */
const PIECE = 500

/** A row of the chain and its digest. */
type Head = { seq: number; mac: string }

/** What a walk along the chain found: all sound up to `head`, or the first bad row. */
export type ChainReport = {
  checked: number
  head: Head
  broken: { seq: number; why: 'changed' | 'missing' | 'cut-off' } | null
}

/**
 * Walk along the log from its first row and name the first one that was changed, or that follows a
 * gap. `known` is a row that an earlier walk ended at: when it is no longer there, the end of the
 * log was cut off or written anew. In short pieces, so that the portal goes on meanwhile.
 */
export async function verifyChain(
  db: Reader,
  chainKey: Buffer,
  known: Head | null = null,
): Promise<ChainReport> {
  let head: Head = { seq: 0, mac: GENESIS }
  for (;;) {
    const rows = await db
      .select()
      .from(events)
      .where(gt(events.seq, head.seq))
      .orderBy(asc(events.seq))
      .limit(PIECE)
    for (const row of rows) {
      const checked = head.seq
      if (row.seq !== head.seq + 1) {
        return { checked, head, broken: { seq: head.seq + 1, why: 'missing' } }
      }
      const link = { ...row, at: row.at?.getTime() ?? null }
      const isSound = row.previous === head.mac && row.mac === macOf(chainKey, link)
      if (!isSound) return { checked, head, broken: { seq: row.seq, why: 'changed' } }
      head = { seq: row.seq, mac: row.mac }
      if (known && known.seq === head.seq && known.mac !== head.mac) {
        return { checked, head, broken: { seq: row.seq, why: 'changed' } }
      }
    }
    if (rows.length < PIECE) break
    await nextTurn()
  }
  const isCut = known !== null && known.seq > head.seq
  return {
    checked: head.seq,
    head,
    broken: isCut ? { seq: head.seq + 1, why: 'cut-off' } : null,
  }
}
