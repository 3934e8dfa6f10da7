import { eq } from 'drizzle-orm'
import { deviceFaults } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import type { FaultDecisionForm } from '../../forms/fault.ts'
import { faultFor } from '../../reads/device-faults.ts'
import { Refused } from '../../refused.ts'
import { faultDecisionRefusal } from '../../rules/device-fault.ts'
import { record } from '../record.ts'

/**
 * Another person enters what the IT section found: a fault, which excuses what it caused, or none.
 * The office head answers for it; who runs the portal's machine has no say in anybody's points.
 */
export const decideFault = (
  world: World,
  officer: Officer,
  publicId: string,
  { confirmed, found }: FaultDecisionForm,
) =>
  world.store.write(async (tx) => {
    const fault = await faultFor(tx, officer, publicId, 'confirm')
    const refusal = faultDecisionRefusal(fault)
    if (refusal) throw new Refused(refusal)
    await tx
      .update(deviceFaults)
      .set({ confirmed, found, confirmedBy: officer.id, confirmedAt: world.now() })
      .where(eq(deviceFaults.id, fault.id))
    await record(tx, world, {
      hallId: fault.hallId,
      kind: confirmed ? 'fault-confirmed' : 'fault-not-found',
      object: `device-fault:${fault.id}`,
      officerId: officer.id,
    })
    return { confirmed }
  })
