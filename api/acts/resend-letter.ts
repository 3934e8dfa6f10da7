import { and, eq } from 'drizzle-orm'
import { outbox } from '../../db/schema/index.ts'
import type { Officer, World } from '../context.ts'
import { failedLetter } from '../reads/letters.ts'
import { Refused } from '../refused.ts'
import { record } from './record.ts'

/**
 * A letter that did not go out is put back among those that wait, to be tried anew.
 * `no-such-letter` when there is none, or when it concerns a case the officer is kept away from.
 */
export async function resendLetter(world: World, by: Officer, id: number): Promise<void> {
  if (!(await failedLetter(world, by, id))) throw new Refused('no-such-letter')
  await world.store.write(async (tx) => {
    const [letter] = await tx
      .update(outbox)
      .set({ state: 'waiting', attempts: 0, nextTryAt: world.now(), problem: null })
      .where(and(eq(outbox.id, id), eq(outbox.state, 'failed')))
      .returning({ kind: outbox.kind })
    if (!letter) return
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'letter-tried-again',
      object: `letter:${id}`,
      officerId: by.id,
      particulars: { letter: letter.kind },
    })
  })
}
