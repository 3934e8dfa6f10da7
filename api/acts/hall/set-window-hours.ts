import { eq } from 'drizzle-orm'
import { windowHours } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import type { WindowHoursForm } from '../../forms/calendar.ts'
import { Invalid, Refused } from '../../refused.ts'
import { readHours } from '../../rules/window-hours.ts'
import { record } from '../record.ts'
import { ownWindow } from './own-window.ts'

/**
 * A window has hours of its own (noon duty, Saturdays), or with no lines the hall's again. Each
 * line that cannot stand is refused under `line-` and its number, and nothing changes.
 */
export const setWindowHours = (world: World, by: Officer, code: string, form: WindowHoursForm) =>
  world.store.write(async (tx) => {
    const { shifts, bad } = readHours(form.hours)
    if (bad.length > 0) {
      throw new Invalid(
        Object.fromEntries(bad.map(({ line, problem }) => [`line-${line}`, [problem]])),
      )
    }
    const { id: windowId, retiredOn } = await ownWindow(tx, by.hallId, code)
    if (retiredOn) throw new Refused('window-retired', { until: retiredOn })
    await tx.delete(windowHours).where(eq(windowHours.windowId, windowId))
    if (shifts.length > 0) {
      await tx
        .insert(windowHours)
        .values(shifts.map((shift) => ({ ...shift, hallId: by.hallId, windowId })))
    }
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'window-hours-set',
      object: `window:${windowId}`,
      officerId: by.id,
      particulars: { shifts: shifts.length },
    })
  })
