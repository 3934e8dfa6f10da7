import { postings } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import type { Day } from '../../rules/day.ts'
import { record } from '../record.ts'

export type NewPosting = {
  hallId: number
  staffId: number
  windowId: number
  head: boolean
  fromDay: Day
  toDay: Day | null
}

/** Somebody is posted to a window, from a day on. Who served where decides who must recuse. */
export const postStaff = (world: World, by: number | null, posting: NewPosting) =>
  world.store.write(async (tx) => {
    const [added] = await tx.insert(postings).values(posting).returning()
    await record(tx, world, {
      hallId: posting.hallId,
      kind: 'staff-posted',
      object: `staff:${posting.staffId}`,
      officerId: by,
      particulars: { window: posting.windowId, head: posting.head, from: posting.fromDay },
    })
    return added!
  })
