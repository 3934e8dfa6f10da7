import type { Officer, World } from '../../context.ts'
import { handingOf } from '../../rules/intake-channel.ts'
import { closingTime } from '../../rules/opening-hours.ts'
import { lodge } from '../lodge-complaint.ts'
import { intakeDetails } from './intake-details.ts'
import { openIntake } from './intake-state.ts'

/**
 * Register what was taken down and read back. Sent again, it is the same complaint with the same
 * slip. The receipt is left out when there is nobody to whom it could be given.
 */
export async function registerIntake(world: World, officer: Officer, sealed: string) {
  const { key, answers, received } = openIntake(world, officer, sealed)
  const { hall, policy, details, contact } = await intakeDetails(world, officer, answers, received)
  const lodged = await lodge(world, { ...details, formKey: key })
  const handing = handingOf(details.channel, { identity: details.identity, ...contact })
  return {
    number: lodged.number,
    receipt: handing === 'nobody' ? null : lodged.receipt,
    handing,
    channel: details.channel,
    identity: details.identity,
    receivedOn: lodged.receivedOn,
    office: policy.office.unitZh,
    hall: { name: hall.name, phone: hall.phone, address: hall.address },
    promises: lodged.promises.map((promise) => ({
      ...promise,
      closes: closingTime(promise.dueOn, policy.openingHours),
    })),
  }
}
