import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { lowRatingWarnings, ratingCalls, ratingFollowUps } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { type Particulars, record } from '../acts/record.ts'
import { tellOutside } from '../acts/tell-outside.ts'
import { writeLetter } from '../acts/write-letter.ts'
import type { World } from '../context.ts'
import { hallById } from '../reads/halls.ts'
import { keptFromWindows } from '../reads/kept-from-windows.ts'
import { holdersOf } from '../reads/office-people.ts'
import { policyOf } from '../reads/policies.ts'
import { deadlineOf } from '../rules/calendar.ts'
import type { Day } from '../rules/day.ts'
import { isOver } from '../rules/day-over.ts'
import { dateWarning, type DeadlineWarning } from '../rules/deadline-warning.ts'
import type { DueJob } from '../rules/due-jobs.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { owedOf } from '../rules/low-rating.ts'
import type { Role } from '../rules/roles.ts'

/** Who is told while there is time: those who call and look into it. */
const NEAR: readonly Role[] = ['complaintDesk', 'handler']

/** The day's reminders: dates of low ratings that are near or today, once each. */
export const remindOfLowRatings = (world: World, { hallId, day }: DueJob) =>
  warn(world, hallId!, day, ['near', 'today'])

/** After closing time: low ratings not called back or rectified in time, told once each. */
export const tellOfLateLowRatings = (world: World, { hallId, day }: DueJob) =>
  warn(world, hallId!, day, ['missed'])

async function warn(
  world: World,
  hallId: number,
  day: Day,
  wanted: readonly DeadlineWarning[],
): Promise<string> {
  const { read } = world.store
  const policy = policyOf(await hallById(read, hallId), day)
  const before = deadlineOf(day, policy.escalation.soonWd + 1, world.calendar).day
  const open = await read
    .select({ id: ratingFollowUps.id })
    .from(ratingFollowUps)
    .where(
      and(
        eq(ratingFollowUps.hallId, hallId),
        isNull(ratingFollowUps.endedOn),
        or(lt(ratingFollowUps.rectifyDueOn, before), lt(ratingFollowUps.callDueOn, before)),
      ),
    )
    .orderBy(ratingFollowUps.id)
  let told = 0
  for (const { id } of open) {
    told += await world.store.write((tx) => warnOfOne(tx, world, policy, { id, day, wanted }))
  }
  return `${told} told`
}

type Asked = { id: number; day: Day; wanted: readonly DeadlineWarning[] }

/** One low rating, one transaction: what is already told stays untold. */
async function warnOfOne(
  tx: Transaction,
  world: World,
  policy: HallPolicy,
  { id, day, wanted }: Asked,
): Promise<number> {
  const [followUp] = await tx.select().from(ratingFollowUps).where(eq(ratingFollowUps.id, id))
  const [call] = await tx
    .select({ id: ratingCalls.id })
    .from(ratingCalls)
    .where(eq(ratingCalls.followUpId, id))
    .limit(1)
  const { hallId, callDueOn, endedOn } = followUp!
  const progress = {
    telephoneLeft: callDueOn !== null,
    called: call !== undefined,
    ended: endedOn !== null,
  }
  const dates = { callBack: callDueOn, rectify: followUp!.rectifyDueOn }
  const closed = isOver(day, policy.openingHours, world.now())
  let warned = 0
  for (const clock of owedOf(progress)) {
    const dueOn = dates[clock]!
    const level = dateWarning(dueOn, policy.escalation.soonWd, day, closed, world.calendar)
    if (!level || !wanted.includes(level)) continue
    const fresh = await tx
      .insert(lowRatingWarnings)
      .values({ followUpId: id, clock, level, onDay: day })
      .onConflictDoNothing()
      .returning({ clock: lowRatingWarnings.clock })
    if (fresh.length === 0) continue
    const told = await tell(tx, world, policy, followUp!, level, day)
    await record(tx, world, {
      hallId,
      kind: 'low-rating-warned',
      object: `low-rating:${id}`,
      officerId: null,
      particulars: { clock, due: dueOn, level, ...told },
    })
    warned++
  }
  return warned
}

type FollowUp = typeof ratingFollowUps.$inferSelect

/**
 * Tell whoever is not kept away from the window, one letter a day for all dates; the post outside
 * the hall when there is nobody. Gives what the event says of it.
 */
async function tell(
  tx: Transaction,
  world: World,
  policy: HallPolicy,
  { hallId, windowId, ratedOn }: FollowUp,
  level: DeadlineWarning,
  day: Day,
): Promise<Particulars> {
  const missed = level === 'missed'
  const roles = missed ? policy.escalation.missed.map(({ role }) => role) : NEAR
  const isKept = await keptFromWindows(tx, hallId)
  const readers = (await holdersOf(tx, hallId, roles)).filter(
    (officer) => !isKept(officer, windowId, ratedOn),
  )
  if (readers.length === 0) return tellOutside(tx, world, { hallId, caseId: null, day })
  for (const { id } of readers) {
    await writeLetter(tx, world, {
      hallId,
      kind: missed ? 'low-rating-late' : 'low-rating-near',
      key: `${hallId}:${day}:${id}`,
      caseId: null,
      officerId: id,
    })
  }
  return { told: readers.map(({ id }) => id).join(' ') }
}
