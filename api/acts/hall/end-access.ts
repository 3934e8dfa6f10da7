import { eq } from 'drizzle-orm'
import { officers } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import { endSessions } from '../end-sessions.ts'
import { record } from '../record.ts'
import { othersAccount } from './own-officer.ts'

/** An officer's access ends, at once and everywhere; what they did stays under their name. */
export const endAccess = (world: World, by: Officer, publicId: string) =>
  world.store.write(async (tx) => {
    const officer = await othersAccount(tx, by.hallId, publicId, by.id)
    await tx
      .update(officers)
      .set({ disabledOn: today(world), passwordHash: null })
      .where(eq(officers.id, officer.id))
    await endSessions(tx, world, officer.id)
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'officer-access-ended',
      object: `officer:${officer.id}`,
      officerId: by.id,
    })
  })
