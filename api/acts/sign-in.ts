import { eq } from 'drizzle-orm'
import { officers } from '../../db/schema/index.ts'
import { digestOf } from '../../db/sealing/field.ts'
import { passwordIs } from '../../db/sealing/slow-hash.ts'
import type { World } from '../context.ts'
import type { SignInForm } from '../forms/session.ts'
import { Refused } from '../refused.ts'
import { knock, opened } from './knock.ts'
import { openSession } from './open-session.ts'
import { record } from './record.ts'

/**
 * An officer signs in. A wrong password, an unknown login and an ended access get the same
 * sentence after the same work; the sixth try of one login from one address within 15 minutes
 * is refused. Answers the cookie's value.
 */
export async function signIn(world: World, { login, password }: SignInForm, mark: string) {
  const knocked = await knock(world, 'sign-in', `${login}\n${mark}`)
  const [account] = await world.store.read.select().from(officers).where(eq(officers.login, login))
  const stored = account && !account.disabledOn ? account.passwordHash : null
  if (!(await passwordIs(password, stored)) || !account) {
    await world.store.write((tx) =>
      record(tx, world, {
        hallId: null,
        kind: 'sign-in-failed',
        object: `login:${digestOf(world.keys, 'login', login)}`,
        officerId: null,
      }),
    )
    throw new Refused('wrong-password')
  }
  return world.store.write(async (tx) => {
    await opened(tx, knocked)
    return openSession(tx, world, account.id)
  })
}
