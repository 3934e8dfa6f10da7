import type { Officer, World } from '../../context.ts'
import type { AnotherHallForm } from '../../forms/administration.ts'
import { isPolicyKey } from '../../policies/index.ts'
import { Invalid } from '../../refused.ts'
import { officerAdded } from './add-officer.ts'
import { invite } from './invite.ts'
import { hallOpened } from './open-hall.ts'

/**
 * Another hall opens in this installation, with an administrator of its own and their one-time
 * link. Whoever opens it gains no right in it.
 */
export function openAnotherHall(world: World, by: Officer, form: AnotherHallForm) {
  const { policy } = form
  if (!isPolicyKey(policy)) throw new Invalid({ policy: ['unknown-choice'] })
  return world.store.write(async (tx) => {
    const hall = await hallOpened(tx, world, by.id, { ...form, policy })
    const officer = await officerAdded(tx, world, by.id, {
      hallId: hall.id,
      login: form.login,
      name: form.administrator,
      email: null,
      staffId: null,
      roles: ['systemAdministrator'],
    })
    return { hall, officer, token: await invite(tx, world, officer.id) }
  })
}
