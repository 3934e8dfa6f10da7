import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import {
  officers,
  ratingCalls,
  ratingContacts,
  ratingFollowUps,
  ratingReasons,
  ratingRemedies,
  secondRatings,
  windows,
} from '../../db/schema/index.ts'
import { openMaybe } from '../../db/sealing/field.ts'
import { type Officer, today, type World } from '../context.ts'
import { refusalOf } from '../rules/can.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { addDays, type Day } from '../rules/day.ts'
import { type LowRatingClock, owedOf } from '../rules/low-rating.ts'
import { hallById } from './halls.ts'
import { keptFromWindows } from './kept-from-windows.ts'
import { policyOf } from './policies.ts'

/** How long a low rating that has ended stays in the list. */
const DAYS_SHOWN = 30

type FollowUp = typeof ratingFollowUps.$inferSelect

async function rowsOf(world: World, found: readonly FollowUp[]) {
  const { read } = world.store
  const ids = [-1, ...found.map(({ id }) => id)]
  const ratingIds = [-1, ...found.map(({ ratingId }) => ratingId)]
  const calls = await read
    .select({ call: ratingCalls, by: officers.name })
    .from(ratingCalls)
    .innerJoin(officers, eq(officers.id, ratingCalls.calledBy))
    .where(inArray(ratingCalls.followUpId, ids))
    .orderBy(asc(ratingCalls.id))
  const remedies = await read
    .select({ remedy: ratingRemedies, by: officers.name })
    .from(ratingRemedies)
    .innerJoin(officers, eq(officers.id, ratingRemedies.proposedBy))
    .where(inArray(ratingRemedies.followUpId, ids))
    .orderBy(desc(ratingRemedies.id))
  const contacts = await read
    .select({ ratingId: ratingContacts.ratingId })
    .from(ratingContacts)
    .where(inArray(ratingContacts.ratingId, ratingIds))
  const reasons = await read
    .select()
    .from(ratingReasons)
    .where(inArray(ratingReasons.ratingId, ratingIds))
  const again = await read
    .select()
    .from(secondRatings)
    .where(inArray(secondRatings.ratingId, ratingIds))
    .orderBy(asc(secondRatings.nth))
  return { calls, remedies, contacts, reasons, again }
}

/**
 * The low ratings an officer may follow up, what is due first on top and then what has ended
 * lately; none of a window the officer serves at or is otherwise kept away from. Never who rated.
 */
export async function lowRatingsOf(world: World, officer: Officer) {
  const { read } = world.store
  const hall = await hallById(read, officer.hallId)
  const policy = policyOf(hall, today(world))
  const day = today(world)
  const rows = await read
    .select({ followUp: ratingFollowUps, window: windows })
    .from(ratingFollowUps)
    .innerJoin(windows, eq(windows.id, ratingFollowUps.windowId))
    .where(
      and(
        eq(ratingFollowUps.hallId, hall.id),
        or(
          isNull(ratingFollowUps.endedOn),
          gte(ratingFollowUps.endedOn, addDays(day, 0 - DAYS_SHOWN)),
        ),
      ),
    )
    .orderBy(isNotNull(ratingFollowUps.endedOn), ratingFollowUps.rectifyDueOn, ratingFollowUps.id)
  const isKept = await keptFromWindows(read, hall.id)
  const seen = rows.filter(({ followUp }) => !isKept(officer, followUp.windowId, followUp.ratedOn))
  const parts = await rowsOf(
    world,
    seen.map(({ followUp }) => followUp),
  )
  const clockFor = (clock: LowRatingClock, on: Day | null) =>
    on && { clock, on, ...clockOf(on, day, world.calendar, policy.escalation.soonWd) }
  return seen.map(({ followUp, window }) => {
    const { id, ratingId, publicId } = followUp
    const calls = parts.calls.filter(({ call }) => call.followUpId === id)
    const remedies = parts.remedies.filter(({ remedy }) => remedy.followUpId === id)
    const waiting = remedies.find(({ remedy }) => remedy.approved === null)
    const [last] = remedies
    const end = remedies.find(({ remedy }) => remedy.approved === true)
    const progress = {
      telephoneLeft: parts.contacts.some((contact) => contact.ratingId === ratingId),
      called: calls.length > 0,
      proposed: waiting?.remedy.remedy ?? null,
      approved: end?.remedy.remedy ?? null,
      secondRatings: 0,
    }
    const owed = owedOf({ ...progress, ended: progress.approved !== null })
    const may = (act: 'call' | 'propose' | 'decide') =>
      refusalOf({ ...officer, relation: null }, act, {
        kind: 'lowRating',
        proposedById: waiting?.remedy.proposedBy ?? null,
      }) === null
    return {
      id: publicId,
      window: { number: window.number, business: window.business },
      level: followUp.level,
      label: policy.rating.levels.find(({ level }) => level === followUp.level)?.label ?? '',
      ratedOn: followUp.ratedOn,
      reasons: parts.reasons
        .filter((reason) => reason.ratingId === ratingId)
        .map(({ reason }) => reason),
      telephoneLeft: progress.telephoneLeft,
      clocks: [
        clockFor('callBack', owed.includes('callBack') ? followUp.callDueOn : null),
        clockFor('rectify', owed.includes('rectify') ? followUp.rectifyDueOn : null),
      ].filter((clock) => clock !== null),
      calls: calls.map(({ call, by }) => ({
        result: call.result,
        gist: openMaybe(world.keys, 'rating_calls.gist', publicId, call.gist),
        by,
        on: call.calledOn,
      })),
      waiting: waiting && {
        remedy: waiting.remedy.remedy,
        says: waiting.remedy.says,
        by: waiting.by,
        on: waiting.remedy.proposedOn,
      },
      sentBack:
        last?.remedy.approved === false
          ? { says: last.remedy.says, note: last.remedy.note, remedy: last.remedy.remedy }
          : null,
      end: end && {
        remedy: end.remedy.remedy,
        says: end.remedy.says,
        on: end.remedy.decidedOn!,
      },
      again: parts.again
        .filter((second) => second.ratingId === ratingId)
        .map(({ level }) => policy.rating.levels.find((each) => each.level === level)?.label ?? ''),
      may: {
        call: progress.telephoneLeft && !progress.approved && may('call'),
        propose:
          !progress.approved && !progress.proposed && !owed.includes('callBack') && may('propose'),
        decide: progress.proposed !== null && may('decide'),
      },
    }
  })
}
