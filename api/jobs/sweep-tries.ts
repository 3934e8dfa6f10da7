import { inArray, lt, or } from 'drizzle-orm'
import { sessions, wrongTries } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { NIGHT } from '../policies/night.ts'
import { sweepTelephones } from './sweep-telephones.ts'

const HOUR_MS = 3_600_000
const PIECE = 500

/**
 * Wrong tries at a door and ended sessions are forgotten after a day, telephones left with low
 * ratings some days after their follow-up ended.
 */
export async function sweepTries(world: World): Promise<string> {
  const before = new Date(world.now().getTime() - NIGHT.forgetHours * HOUR_MS)
  const tries = await inPieces(() =>
    world.store.write(async (tx) => {
      const old = tx
        .select({ id: wrongTries.id })
        .from(wrongTries)
        .where(lt(wrongTries.at, before))
        .limit(PIECE)
      return tx
        .delete(wrongTries)
        .where(inArray(wrongTries.id, old))
        .returning({ id: wrongTries.id })
    }),
  )
  const ended = await inPieces(() =>
    world.store.write(async (tx) => {
      const old = tx
        .select({ id: sessions.id })
        .from(sessions)
        .where(or(lt(sessions.endedAt, before), lt(sessions.endsAt, before)))
        .limit(PIECE)
      return tx.delete(sessions).where(inArray(sessions.id, old)).returning({ id: sessions.id })
    }),
  )
  return `${tries} tries, ${ended} sessions, ${await sweepTelephones(world)} telephones`
}

async function inPieces(piece: () => Promise<readonly unknown[]>): Promise<number> {
  let count = 0
  for (;;) {
    const { length } = await piece()
    count += length
    if (length < PIECE) return count
  }
}
