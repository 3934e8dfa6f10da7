import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { postings, staff } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { record } from '../record.ts'
import { ownStaff } from './own-staff.ts'

/** Somebody leaves the hall, on a day that has come; their postings end with it. */
export const dismissStaff = (world: World, by: Officer, publicId: string, on: Day) =>
  world.store.write(async (tx) => {
    const person = await ownStaff(tx, by.hallId, publicId)
    if (person.leftOn) throw new Refused('no-such-staff')
    if (on > today(world)) throw new Invalid({ on: ['day-in-future'] })
    const open = await tx
      .select()
      .from(postings)
      .where(
        and(eq(postings.staffId, person.id), or(isNull(postings.toDay), gt(postings.toDay, on))),
      )
    if (open.some(({ fromDay }) => fromDay > on)) throw new Invalid({ on: ['ends-before-start'] })
    await tx.update(staff).set({ leftOn: on }).where(eq(staff.id, person.id))
    for (const { id } of open) {
      await tx.update(postings).set({ toDay: on }).where(eq(postings.id, id))
    }
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'staff-left',
      object: `staff:${person.id}`,
      officerId: by.id,
      particulars: { on },
    })
  })
