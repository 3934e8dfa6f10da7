import { and, eq, isNull } from 'drizzle-orm'
import { hallClosings } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ClosingDaysForm } from '../../forms/calendar.ts'
import { Invalid, Refused } from '../../refused.ts'
import { record } from '../record.ts'
import { ownWindow } from './own-window.ts'

/**
 * The hall, or one window, serves nobody on some days (repairs, a move). Apart from the legal
 * calendar: no deadline follows it. The same days sent twice are entered once.
 */
export const closeDays = (world: World, by: Officer, form: ClosingDaysForm) =>
  world.store.write(async (tx) => {
    const { from, until, reason } = form
    if (until < from) throw new Invalid({ until: ['ends-before-start'] })
    if (until < today(world)) throw new Invalid({ until: ['day-too-long-ago'] })
    const windowId = form.window === '' ? null : (await ownWindow(tx, by.hallId, form.window)).id
    const same = await tx
      .select({ id: hallClosings.id, windowId: hallClosings.windowId })
      .from(hallClosings)
      .where(
        and(
          eq(hallClosings.hallId, by.hallId),
          eq(hallClosings.fromDay, from),
          eq(hallClosings.untilDay, until),
          eq(hallClosings.reason, reason),
          isNull(hallClosings.takenBackOn),
        ),
      )
    const before = same.find((one) => one.windowId === windowId)
    if (before) return { id: before.id }
    const [added] = await tx
      .insert(hallClosings)
      .values({
        hallId: by.hallId,
        windowId,
        fromDay: from,
        untilDay: until,
        reason,
        enteredBy: by.id,
        enteredOn: today(world),
      })
      .returning({ id: hallClosings.id })
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'hall-closing-entered',
      object: `closing:${added!.id}`,
      officerId: by.id,
      particulars: { window: windowId, from, until },
    })
    return { id: added!.id }
  })

/** Closing days are taken back: the hall or window serves after all. */
export const takeBackClosing = (world: World, by: Officer, id: number) =>
  world.store.write(async (tx) => {
    const [taken] = await tx
      .update(hallClosings)
      .set({ takenBackOn: today(world) })
      .where(
        and(
          eq(hallClosings.id, id),
          eq(hallClosings.hallId, by.hallId),
          isNull(hallClosings.takenBackOn),
        ),
      )
      .returning({ id: hallClosings.id })
    if (!taken) throw new Refused('no-such-closing')
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'hall-closing-taken-back',
      object: `closing:${id}`,
      officerId: by.id,
    })
  })
