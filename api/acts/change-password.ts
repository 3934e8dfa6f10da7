import { eq } from 'drizzle-orm'
import { officers } from '../../db/schema/index.ts'
import { hashPassword, passwordIs } from '../../db/sealing/slow-hash.ts'
import type { Officer, World } from '../context.ts'
import type { PasswordForm } from '../forms/session.ts'
import { hallById } from '../reads/halls.ts'
import { Refused } from '../refused.ts'
import { endSessions } from './end-sessions.ts'
import { demandGoodPassword } from './good-password.ts'
import { knock, opened } from './knock.ts'
import { record } from './record.ts'

/** An officer changes their own password, knowing the old one; every other place is signed out. */
export async function changePassword(world: World, by: Officer, form: PasswordForm) {
  const knocked = await knock(world, 'password', `${by.id}`)
  const [account] = await world.store.read.select().from(officers).where(eq(officers.id, by.id))
  if (!(await passwordIs(form.present, account!.passwordHash))) throw new Refused('wrong-password')
  const hall = await hallById(world.store.read, by.hallId)
  demandGoodPassword(form, [hall.name, hall.key, account!.login, by.name])
  const passwordHash = await hashPassword(form.password)
  await world.store.write(async (tx) => {
    await opened(tx, knocked)
    await tx.update(officers).set({ passwordHash }).where(eq(officers.id, by.id))
    const ended = await endSessions(tx, world, by.id, by.sessionId)
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'password-changed',
      object: `officer:${by.id}`,
      officerId: by.id,
      particulars: { ended: ended.length },
    })
  })
}
