import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { postings, windows } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { record } from '../record.ts'
import { ownWindow } from './own-window.ts'

/** A window closes for good, on a day that has come; whoever was posted there leaves it. */
export const retireWindow = (world: World, by: Officer, code: string, on: Day) =>
  world.store.write(async (tx) => {
    const window = await ownWindow(tx, by.hallId, code)
    if (window.retiredOn) throw new Refused('window-retired', { until: window.retiredOn })
    if (on > today(world)) throw new Invalid({ on: ['day-in-future'] })
    if (on < window.openedOn) throw new Invalid({ on: ['ends-before-start'] })
    await tx.update(windows).set({ retiredOn: on }).where(eq(windows.id, window.id))
    const open = and(
      eq(postings.windowId, window.id),
      or(isNull(postings.toDay), gt(postings.toDay, on)),
    )
    for (const posting of await tx.select().from(postings).where(open)) {
      const toDay = posting.fromDay > on ? posting.fromDay : on
      await tx.update(postings).set({ toDay }).where(eq(postings.id, posting.id))
    }
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'window-retired',
      object: `window:${window.id}`,
      officerId: by.id,
      particulars: { on },
    })
  })
