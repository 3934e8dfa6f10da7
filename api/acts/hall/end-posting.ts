import { and, eq, isNull } from 'drizzle-orm'
import { postings } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { record } from '../record.ts'

/** Somebody is posted to a window no longer; the day named is the last. */
export const endPosting = (world: World, by: Officer, id: number, on: Day) =>
  world.store.write(async (tx) => {
    const [posting] = await tx
      .select()
      .from(postings)
      .where(and(eq(postings.id, id), eq(postings.hallId, by.hallId), isNull(postings.toDay)))
    if (!posting) throw new Refused('no-such-posting')
    if (on > today(world)) throw new Invalid({ on: ['day-in-future'] })
    if (on < posting.fromDay) throw new Invalid({ on: ['ends-before-start'] })
    await tx.update(postings).set({ toDay: on }).where(eq(postings.id, id))
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'posting-ended',
      object: `staff:${posting.staffId}`,
      officerId: by.id,
      particulars: { window: posting.windowId, on },
    })
  })
