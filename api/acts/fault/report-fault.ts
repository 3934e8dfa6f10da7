import { and, eq, isNull, or } from 'drizzle-orm'
import { deviceFaults, windows } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { FaultForm } from '../../forms/fault.ts'
import { insistOnFault, ownWindows } from '../../reads/device-faults.ts'
import { hallById } from '../../reads/halls.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import { addDays } from '../../rules/day.ts'
import { hasDevices } from '../../rules/device-fault.ts'
import { record } from '../record.ts'

const ID_BYTES = 16
/** [portal] A fault may be reported so many days after it began. */
const DAYS_BACK = 31

/**
 * Somebody reports a rating device that does not work: patrol at any window, those who serve at a
 * window at their own. One open report a window; it excuses nothing until it is confirmed.
 */
export const reportFault = (world: World, officer: Officer, form: FaultForm) =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    const day = today(world)
    if (!hasDevices(policyOf(hall, day))) throw new Refused('no-device-here')
    const [window] = await tx
      .select()
      .from(windows)
      .where(and(eq(windows.hallId, hall.id), eq(windows.code, form.window.toLowerCase())))
    if (!window) throw new Invalid({ window: ['window-not-here'] })
    insistOnFault(officer, 'report', {
      ownWindow: (await ownWindows(tx, officer, day)).includes(window.id),
      reportedById: null,
    })
    if (form.beganOn > day) throw new Invalid({ beganOn: ['day-in-future'] })
    if (form.beganOn < addDays(day, 0 - DAYS_BACK)) {
      throw new Invalid({ beganOn: ['day-too-long-ago'] })
    }
    const [open] = await tx
      .select({ id: deviceFaults.id })
      .from(deviceFaults)
      .where(
        and(
          eq(deviceFaults.windowId, window.id),
          isNull(deviceFaults.repairedOn),
          or(isNull(deviceFaults.confirmed), eq(deviceFaults.confirmed, true)),
        ),
      )
    if (open) throw new Refused('fault-known')
    const publicId = world.random.id(ID_BYTES)
    const [added] = await tx
      .insert(deviceFaults)
      .values({
        publicId,
        hallId: hall.id,
        windowId: window.id,
        sign: form.sign,
        note: form.note,
        beganOn: form.beganOn,
        reportedBy: officer.id,
        reportedAt: world.now(),
      })
      .returning({ id: deviceFaults.id })
    await record(tx, world, {
      hallId: hall.id,
      kind: 'fault-reported',
      object: `device-fault:${added!.id}`,
      officerId: officer.id,
      particulars: { window: window.id, began: form.beganOn },
    })
    return { id: publicId }
  })
