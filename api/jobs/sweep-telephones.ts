import { and, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { ratingCalls, ratingContacts, ratingFollowUps } from '../../db/schema/index.ts'
import { record } from '../acts/record.ts'
import { today, type World } from '../context.ts'
import { NIGHT } from '../policies/night.ts'
import { addDays } from '../rules/day.ts'

const PIECE = 100

/**
 * Erase the telephones left with low ratings, and what was said in the calls, once their
 * follow-up ended long enough ago; those of ratings that were corrected as long after they were
 * left. Gives how many were erased.
 */
export async function sweepTelephones(world: World): Promise<number> {
  const before = addDays(today(world), 0 - NIGHT.forgetTelephoneDays)
  for (let erased = 0; ;) {
    const gone = await world.store.write(async (tx) => {
      const old = await tx
        .select({ ratingId: ratingContacts.ratingId, followUp: ratingFollowUps })
        .from(ratingContacts)
        .leftJoin(ratingFollowUps, eq(ratingFollowUps.ratingId, ratingContacts.ratingId))
        .where(
          or(
            lt(ratingFollowUps.endedOn, before),
            and(isNull(ratingFollowUps.id), lt(ratingContacts.leftOn, before)),
          ),
        )
        .limit(PIECE)
      if (old.length === 0) return 0
      const followUps = old.flatMap(({ followUp }) => (followUp ? [followUp] : []))
      await tx.delete(ratingContacts).where(
        inArray(
          ratingContacts.ratingId,
          old.map(({ ratingId }) => ratingId),
        ),
      )
      await tx
        .update(ratingCalls)
        .set({ gist: null })
        .where(
          and(
            isNotNull(ratingCalls.gist),
            inArray(ratingCalls.followUpId, [-1, ...followUps.map(({ id }) => id)]),
          ),
        )
      await record(tx, world, {
        hallId: null,
        kind: 'rating-telephones-erased',
        object: 'rating-telephones',
        officerId: null,
        particulars: { count: old.length },
      })
      return old.length
    })
    erased += gone
    if (gone < PIECE) return erased
  }
}
