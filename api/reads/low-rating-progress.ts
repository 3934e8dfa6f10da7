import { count, desc, eq } from 'drizzle-orm'
import {
  ratingCalls,
  ratingContacts,
  ratingFollowUps,
  ratingRemedies,
  secondRatings,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import { Refused } from '../refused.ts'
import { refusalOf } from '../rules/can.ts'
import type { LowRatingProgress } from '../rules/low-rating.ts'
import { keptFromWindows } from './kept-from-windows.ts'

/** Nothing is done yet: the night has not seen the low rating. */
const NOT_BEGUN: LowRatingProgress = {
  telephoneLeft: false,
  called: false,
  proposed: null,
  approved: null,
  secondRatings: 0,
}

/** The following up of a rating, if it was opened, with how far it has come. */
export async function followUpOfRating(db: Reader, ratingId: number) {
  const [followUp] = await db
    .select()
    .from(ratingFollowUps)
    .where(eq(ratingFollowUps.ratingId, ratingId))
  const [contact] = await db
    .select({ leftOn: ratingContacts.leftOn })
    .from(ratingContacts)
    .where(eq(ratingContacts.ratingId, ratingId))
  const telephoneLeft = contact !== undefined
  if (!followUp) {
    return { followUp: null, calls: [], remedies: [], progress: { ...NOT_BEGUN, telephoneLeft } }
  }
  const calls = await db
    .select()
    .from(ratingCalls)
    .where(eq(ratingCalls.followUpId, followUp.id))
    .orderBy(desc(ratingCalls.id))
  const remedies = await db
    .select()
    .from(ratingRemedies)
    .where(eq(ratingRemedies.followUpId, followUp.id))
    .orderBy(desc(ratingRemedies.id))
  const [again] = await db
    .select({ count: count() })
    .from(secondRatings)
    .where(eq(secondRatings.ratingId, ratingId))
  const remedyThat = (approved: true | null) =>
    remedies.find((each) => each.approved === approved)?.remedy ?? null
  return {
    followUp,
    calls,
    remedies,
    progress: {
      telephoneLeft,
      called: calls.length > 0,
      proposed: remedyThat(null),
      approved: remedyThat(true),
      secondRatings: again?.count ?? 0,
    },
  }
}

type Act = 'read' | 'call' | 'propose' | 'decide'

/**
 * A low rating for an officer who may do something to it. Refused as `no-such-low-rating` in
 * another hall and to whoever is kept away from its window, as if there were none.
 */
export async function lowRatingFor(db: Reader, officer: Officer, publicId: string, act: Act) {
  const [found] = await db
    .select({ ratingId: ratingFollowUps.ratingId, hallId: ratingFollowUps.hallId })
    .from(ratingFollowUps)
    .where(eq(ratingFollowUps.publicId, publicId))
  if (!found || found.hallId !== officer.hallId) throw new Refused('no-such-low-rating')
  const { followUp, remedies, progress } = await followUpOfRating(db, found.ratingId)
  const isKept = await keptFromWindows(db, officer.hallId)
  const kept = isKept(officer, followUp!.windowId, followUp!.ratedOn)
  const waiting = remedies.find(({ approved }) => approved === null) ?? null
  const refusal = refusalOf({ ...officer, relation: kept ? 'recused' : null }, act, {
    kind: 'lowRating',
    proposedById: waiting?.proposedBy ?? null,
  })
  if (refusal === 'case-not-visible') throw new Refused('no-such-low-rating')
  if (refusal === 'same-person') throw new Refused('same-person')
  if (refusal) throw new Refused('not-yours')
  return { followUp: followUp!, waiting, progress }
}
