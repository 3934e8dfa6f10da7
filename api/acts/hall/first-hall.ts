import { count, eq } from 'drizzle-orm'
import { jobRuns, officers } from '../../../db/schema/index.ts'
import { hashPassword } from '../../../db/sealing/slow-hash.ts'
import type { World } from '../../context.ts'
import type { FirstHallForm } from '../../forms/administration.ts'
import { FIRST_LINK, isFirstKey } from '../../reads/first-key.ts'
import { invitationDigest } from '../../reads/invitation-digest.ts'
import { isPolicyKey } from '../../policies/index.ts'
import { Invalid, Refused } from '../../refused.ts'
import { demandGoodPassword } from '../good-password.ts'
import { openSession } from '../open-session.ts'
import { officerAdded } from './add-officer.ts'
import { hallOpened } from './open-hall.ts'

const KEY_BYTES = 32

/**
 * The link by which somebody opens the first hall of an installation, or null once an officer
 * exists. Each call makes a new key and forgets the one before; only its digest is kept, and it
 * lives a day. The start command prints it to whoever runs the machine.
 */
export async function firstLink(world: World): Promise<string | null> {
  const key = world.random.id(KEY_BYTES)
  const made = await world.store.write(async (tx) => {
    const [existing] = await tx.select({ number: count() }).from(officers)
    if (existing!.number > 0) return false
    await tx.delete(jobRuns).where(eq(jobRuns.job, FIRST_LINK))
    await tx
      .insert(jobRuns)
      .values({ job: FIRST_LINK, key: invitationDigest(key), ranAt: world.now() })
    return true
  })
  return made ? `${world.settings.origin}/desk/first?key=${key}` : null
}

/**
 * Whoever holds the first link opens the first hall and becomes its system administrator, signed
 * in. The link is refused as `first-link-used-up` once it was used or is a day old.
 */
export async function openFirstHall(world: World, form: FirstHallForm) {
  if (!(await isFirstKey(world.store.read, world.now(), form.first)))
    throw new Refused('first-link-used-up')
  const { policy } = form
  if (!isPolicyKey(policy)) throw new Invalid({ policy: ['unknown-choice'] })
  demandGoodPassword(form, [form.name, form.key, form.login, form.administrator])
  const passwordHash = await hashPassword(form.password)
  return world.store.write(async (tx) => {
    if (!(await isFirstKey(tx, world.now(), form.first))) throw new Refused('first-link-used-up')
    await tx.delete(jobRuns).where(eq(jobRuns.job, FIRST_LINK))
    const hall = await hallOpened(tx, world, null, { ...form, policy })
    const administrator = await officerAdded(tx, world, null, {
      hallId: hall.id,
      login: form.login,
      name: form.administrator,
      email: null,
      staffId: null,
      roles: ['systemAdministrator'],
      passwordHash,
    })
    return openSession(tx, world, administrator.id)
  })
}
