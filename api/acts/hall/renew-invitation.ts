import type { Officer, World } from '../../context.ts'
import { record } from '../record.ts'
import { invite } from './invite.ts'
import { othersAccount } from './own-officer.ts'

/** An officer who lost the link or the password is given a new link; the password holds until then. */
export const renewInvitation = (world: World, by: Officer, publicId: string) =>
  world.store.write(async (tx) => {
    const officer = await othersAccount(tx, by.hallId, publicId, by.id)
    const token = await invite(tx, world, officer.id)
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'invitation-renewed',
      object: `officer:${officer.id}`,
      officerId: by.id,
    })
    return { login: officer.login, token }
  })
