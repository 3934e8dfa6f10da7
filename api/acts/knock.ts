import { and, count, eq, lte } from 'drizzle-orm'
import { wrongTries } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { digestOf } from '../../db/sealing/field.ts'
import type { World } from '../context.ts'
import { Refused } from '../refused.ts'

/** How many wrong tries a door bears from one hand, and how long it remembers each. */
const MOST_TRIES = 5
const REMEMBERED_MS = 15 * 60 * 1000

/** Who knocked where: what `opened` needs to forget the tries. */
type Knock = { door: string; mark: string }

/**
 * Count a try at a door (a sign-in, a custodian's box) before it is known to be right, so that
 * many at once are counted too. The sixth of one hand within 15 minutes is refused as
 * `too-many-tries`. `hand` says whose tries are counted together; only a keyed digest is kept.
 */
export async function knock(world: World, door: string, hand: string): Promise<Knock> {
  const mark = digestOf(world.keys, door, hand)
  const now = world.now()
  await world.store.write(async (tx) => {
    await tx
      .delete(wrongTries)
      .where(
        and(eq(wrongTries.door, door), lte(wrongTries.at, new Date(now.getTime() - REMEMBERED_MS))),
      )
    const [tries] = await tx
      .select({ number: count() })
      .from(wrongTries)
      .where(and(eq(wrongTries.door, door), eq(wrongTries.mark, mark)))
    if (tries!.number >= MOST_TRIES) throw new Refused('too-many-tries')
    await tx.insert(wrongTries).values({ door, mark, at: now })
  })
  return { door, mark }
}

/** The try was right: the tries of this hand are forgotten. */
export const opened = (tx: Transaction, { door, mark }: Knock) =>
  tx.delete(wrongTries).where(and(eq(wrongTries.door, door), eq(wrongTries.mark, mark)))
