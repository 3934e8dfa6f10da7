import { eq } from 'drizzle-orm'
import { officers } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { Refused } from '../refused.ts'
import { openSession } from './open-session.ts'

/** In the demonstration, and only there, an officer is signed in with one click. */
export async function demoSignIn(world: World, login: string): Promise<string> {
  if (!world.settings.demo) throw new Refused('not-found')
  return world.store.write(async (tx) => {
    const [officer] = await tx
      .select({ id: officers.id })
      .from(officers)
      .where(eq(officers.login, login))
    if (!officer) throw new Refused('no-such-officer')
    return openSession(tx, world, officer.id)
  })
}
