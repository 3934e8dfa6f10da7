import { and, eq, isNull } from 'drizzle-orm'
import { postings } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { Officer, World } from '../../context.ts'
import type { PostingForm } from '../../forms/administration.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { record } from '../record.ts'
import { ownStaff } from './own-staff.ts'
import { ownWindow } from './own-window.ts'

type NewPosting = {
  hallId: number
  staffId: number
  windowId: number
  head: boolean
  fromDay: Day
  toDay: Day | null
}

async function posted(tx: Transaction, world: World, by: number | null, posting: NewPosting) {
  const [added] = await tx.insert(postings).values(posting).returning()
  await record(tx, world, {
    hallId: posting.hallId,
    kind: 'staff-posted',
    object: `staff:${posting.staffId}`,
    officerId: by,
    particulars: { window: posting.windowId, head: posting.head, from: posting.fromDay },
  })
  return added!
}

/** Somebody is posted to a window, from a day on. Who served where decides who must recuse. */
export const postStaff = (world: World, by: number | null, posting: NewPosting) =>
  world.store.write((tx) => posted(tx, world, by, posting))

/**
 * The same, as an administrator names them: nobody who has left, no window that has closed or
 * was not open yet, and nobody twice at one window.
 */
export const postOwnStaff = (world: World, by: Officer, form: PostingForm) =>
  world.store.write(async (tx) => {
    const person = await ownStaff(tx, by.hallId, form.staff)
    const window = await ownWindow(tx, by.hallId, form.window)
    if (person.leftOn) throw new Invalid({ staff: ['staff-not-here'] })
    if (window.retiredOn) throw new Refused('window-retired', { until: window.retiredOn })
    if (form.fromDay < window.openedOn) throw new Invalid({ fromDay: ['day-too-long-ago'] })
    const [there] = await tx
      .select({ id: postings.id })
      .from(postings)
      .where(
        and(
          eq(postings.staffId, person.id),
          eq(postings.windowId, window.id),
          isNull(postings.toDay),
        ),
      )
    if (there) throw new Invalid({ staff: ['posted-already'] })
    return posted(tx, world, by.id, {
      hallId: by.hallId,
      staffId: person.id,
      windowId: window.id,
      head: form.head,
      fromDay: form.fromDay,
      toDay: null,
    })
  })
