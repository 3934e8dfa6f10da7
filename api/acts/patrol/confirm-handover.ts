import { and, eq } from 'drizzle-orm'
import { patrolRounds } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { refusalOf } from '../../rules/can.ts'
import { record } from '../record.ts'

/**
 * The next shift says that it has the record form (交接): only whoever it was handed to. Anci
 * 巡查办法, task seven. Refused where there is nothing to confirm, and a second time.
 */
export const confirmHandover = (world: World, officer: Officer, publicId: string): Promise<void> =>
  world.store.write(async (tx) => {
    const [round] = await tx
      .select()
      .from(patrolRounds)
      .where(and(eq(patrolRounds.hallId, officer.hallId), eq(patrolRounds.publicId, publicId)))
    if (!round) throw new Refused('no-such-round')
    const resource = { kind: 'patrolRound', handedToId: round.handedTo } as const
    if (refusalOf({ ...officer, relation: null }, 'confirm', resource) !== null) {
      throw new Refused('handed-to-another')
    }
    if (round.confirmedAt !== null) throw new Refused('handover-confirmed')
    await tx
      .update(patrolRounds)
      .set({ confirmedAt: world.now() })
      .where(eq(patrolRounds.id, round.id))
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'handover-confirmed',
      object: `patrol-round:${round.id}`,
      officerId: officer.id,
      particulars: { day: round.day, by: round.officerId },
    })
  })
