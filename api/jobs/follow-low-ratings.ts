import { and, asc, between, eq, gte, inArray, max, min } from 'drizzle-orm'
import {
  lowRatingSearch,
  ratingContacts,
  ratingCorrections,
  ratingFollowUps,
  ratings,
} from '../../db/schema/index.ts'
import type { Reader, Transaction } from '../../db/store.ts'
import { record } from '../acts/record.ts'
import { today, type World } from '../context.ts'
import { allHalls } from '../reads/halls.ts'
import { CORRECTABLE_MS } from '../reads/ratings.ts'
import { policyOf } from '../reads/policies.ts'
import { callBackDueOn, rectifyDueOn } from '../rules/low-rating.ts'
import { isLowLevel } from '../rules/rating-level.ts'

const PIECE = 500
const ID_BYTES = 16

/**
 * Open the following up of every low rating that can no longer be corrected, where the hall does
 * that. Goes through the ratings once, in the order they were entered and a piece at a time; the
 * place it has come to is kept with what it opened. The rating's own way in does nothing for it.
 */
export async function followLowRatings(world: World): Promise<string> {
  if ((await followingHalls(world, world.store.read)).length === 0) return 'no hall follows them up'
  let opened = 0
  for (;;) {
    const piece = await pieceOf(world, world.store.read)
    if (piece === null) return `${opened} opened`
    opened += await world.store.write((tx) => openPiece(tx, world))
  }
}

const followingHalls = async (world: World, db: Reader) =>
  (await allHalls(db)).filter((hall) => policyOf(hall, today(world)).rating.lowFollowUp !== null)

/** The ratings to look at next, as the first and last of their numbers; null when there are none. */
async function pieceOf(world: World, db: Reader): Promise<[number, number] | null> {
  const [search] = await db.select().from(lowRatingSearch)
  const from = (search?.upTo ?? 0) + 1
  const [newest] = await db.select({ id: max(ratings.id) }).from(ratings)
  const end = Math.min(from + PIECE - 1, newest?.id ?? 0)
  const settled = new Date(world.now().getTime() - CORRECTABLE_MS)
  const [young] = await db
    .select({ id: min(ratings.id) })
    .from(ratings)
    .where(and(between(ratings.id, from, end), gte(ratings.ratedAt, settled)))
  const upTo = young?.id ? young.id - 1 : end
  return upTo < from ? null : [from, upTo]
}

/** One piece, one transaction: a rating that is followed up already stays as it is. */
async function openPiece(tx: Transaction, world: World): Promise<number> {
  const piece = await pieceOf(world, tx)
  if (piece === null) return 0
  const low = await lowAmong(tx, world, piece)
  let opened = 0
  for (const { rating, level, followUp } of low) {
    const [contact] = await tx
      .select({ leftOn: ratingContacts.leftOn })
      .from(ratingContacts)
      .where(eq(ratingContacts.ratingId, rating.id))
    const [added] = await tx
      .insert(ratingFollowUps)
      .values({
        publicId: world.random.id(ID_BYTES),
        hallId: rating.hallId,
        ratingId: rating.id,
        windowId: rating.windowId,
        level,
        ratedOn: rating.day,
        callDueOn: contact ? callBackDueOn(contact.leftOn, followUp, world.calendar) : null,
        rectifyDueOn: rectifyDueOn(rating.day, followUp, world.calendar),
        openedOn: today(world),
      })
      .onConflictDoNothing()
      .returning({ id: ratingFollowUps.id })
    if (!added) continue
    opened++
    await record(tx, world, {
      hallId: rating.hallId,
      kind: 'low-rating-followed',
      object: `low-rating:${added.id}`,
      officerId: null,
      particulars: { rating: rating.publicId },
    })
  }
  const [, upTo] = piece
  await tx
    .insert(lowRatingSearch)
    .values({ id: 1, upTo })
    .onConflictDoUpdate({ target: lowRatingSearch.id, set: { upTo } })
  return opened
}

/** The low ones among the ratings of a piece, by the level that counts. */
async function lowAmong(tx: Transaction, world: World, piece: [number, number]) {
  const following = await followingHalls(world, tx)
  const ids = following.map(({ id }) => id)
  const rated = await tx
    .select()
    .from(ratings)
    .where(and(between(ratings.id, ...piece), inArray(ratings.hallId, [-1, ...ids])))
    .orderBy(asc(ratings.id))
  const corrections = await tx
    .select()
    .from(ratingCorrections)
    .where(between(ratingCorrections.ratingId, ...piece))
    .orderBy(asc(ratingCorrections.id))
  const corrected = new Map(corrections.map(({ ratingId, level }) => [ratingId, level]))
  return rated.flatMap((rating) => {
    const hall = following.find(({ id }) => id === rating.hallId)!
    const { rating: rules } = policyOf(hall, rating.day)
    const { lowFollowUp } = rules
    const level = corrected.get(rating.id) ?? rating.level
    return lowFollowUp && isLowLevel(rules, level) ? [{ rating, level, followUp: lowFollowUp }] : []
  })
}
