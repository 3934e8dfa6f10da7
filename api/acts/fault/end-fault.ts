import { eq } from 'drizzle-orm'
import { deviceFaults } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { RepairForm } from '../../forms/fault.ts'
import { faultFor } from '../../reads/device-faults.ts'
import { Invalid, Refused } from '../../refused.ts'
import { repairRefusal } from '../../rules/device-fault.ts'
import { record } from '../record.ts'

/** The device works again: from the next day on nothing is excused by this fault any more. */
export const endFault = (
  world: World,
  officer: Officer,
  publicId: string,
  { repairedOn }: RepairForm,
) =>
  world.store.write(async (tx) => {
    const fault = await faultFor(tx, officer, publicId, 'repair')
    const refusal = repairRefusal(fault)
    if (refusal) throw new Refused(refusal)
    if (repairedOn > today(world)) throw new Invalid({ repairedOn: ['day-in-future'] })
    if (repairedOn < fault.beganOn) throw new Invalid({ repairedOn: ['ends-before-start'] })
    await tx
      .update(deviceFaults)
      .set({ repairedOn, repairedBy: officer.id })
      .where(eq(deviceFaults.id, fault.id))
    await record(tx, world, {
      hallId: fault.hallId,
      kind: 'fault-repaired',
      object: `device-fault:${fault.id}`,
      officerId: officer.id,
      particulars: { on: repairedOn },
    })
    return { repairedOn }
  })
