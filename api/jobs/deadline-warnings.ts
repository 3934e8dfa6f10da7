import { and, eq, inArray, isNull, lt, notInArray, or } from 'drizzle-orm'
import { caseFiles, deadlines, escalations } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { type Particulars, record } from '../acts/record.ts'
import { tellOutside } from '../acts/tell-outside.ts'
import { writeLetter } from '../acts/write-letter.ts'
import type { World } from '../context.ts'
import { hallById } from '../reads/halls.ts'
import { enabledOfficer, holdersFor } from '../reads/office-people.ts'
import { unrecused } from '../reads/unrecused.ts'
import { policyOf } from '../reads/policies.ts'
import { deadlineOf } from '../rules/calendar.ts'
import { type DeadlineKind, SETTLED_STATES } from '../rules/case-file.ts'
import type { Day } from '../rules/day.ts'
import { isOver } from '../rules/day-over.ts'
import { type DeadlineWarning, deadlineWarning } from '../rules/deadline-warning.ts'
import type { DueJob } from '../rules/due-jobs.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { outsidePostTitle } from '../rules/outside-post.ts'

type Warned = {
  deadlineId: number
  caseId: number
  kind: DeadlineKind
  dueOn: Day
  level: DeadlineWarning
}

/**
 * The day's reminders: who handles a case, or the office when nobody does, is told of each of its
 * dates that is near or is today, once each.
 */
export const remindOfDeadlines = (world: World, { hallId, day }: DueJob) =>
  warn(world, hallId!, day, ['near', 'today'])

/**
 * After closing time: each date that passed without the work is told to the posts its policy
 * names, once each; where nobody holds a post, or only people who are kept away from the case, the
 * post outside the hall is written to, it stands on the desk, and those who can fill the post are told.
 * The last possible date is told too.
 */
export const tellOfMissedDeadlines = (world: World, { hallId, day }: DueJob) =>
  warn(world, hallId!, day, ['missed'])

async function warn(
  world: World,
  hallId: number,
  day: Day,
  wanted: readonly DeadlineWarning[],
): Promise<string> {
  const { read } = world.store
  const policy = policyOf(await hallById(read, hallId), day)
  const found = await openDeadlines(world, hallId, policy, day)
  const closed = isOver(day, policy.openingHours, world.now())
  const warned = found.flatMap((deadline) => {
    const level = deadlineWarning(policy, deadline, day, closed, world.calendar)
    return level && wanted.includes(level) ? [{ ...deadline, level }] : []
  })
  const byCase = Map.groupBy(warned, ({ caseId }) => caseId)
  let told = 0
  for (const [caseId, ofCase] of byCase) {
    told += await world.store.write((tx) => warnOfCase(tx, world, policy, caseId, ofCase, day))
  }
  return `${told} told`
}

/** Open deadlines of a hall that may be near: nothing more is owed on settled cases but filing. */
const openDeadlines = (world: World, hallId: number, policy: HallPolicy, day: Day) => {
  const { escalation, clocks } = policy
  const soonWd = Math.max(escalation.soonWd, clocks.externalReminderWd)
  return world.store.read
    .select({
      deadlineId: deadlines.id,
      caseId: deadlines.caseId,
      kind: deadlines.kind,
      dueOn: deadlines.dueOn,
    })
    .from(deadlines)
    .innerJoin(caseFiles, eq(caseFiles.id, deadlines.caseId))
    .where(
      and(
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
        lt(deadlines.dueOn, deadlineOf(day, soonWd + 1, world.calendar).day),
        eq(deadlines.hallId, hallId),
        or(
          notInArray(caseFiles.state, [...SETTLED_STATES]),
          inArray(deadlines.kind, ['archive', 'external']),
        ),
      ),
    )
    .orderBy(deadlines.dueOn)
}

/** One case, one transaction: what is already told stays untold. */
async function warnOfCase(
  tx: Transaction,
  world: World,
  policy: HallPolicy,
  caseId: number,
  found: readonly Warned[],
  day: Day,
): Promise<number> {
  const fresh = await notYetTold(tx, found)
  if (fresh.length === 0) return 0
  const [file] = await tx.select().from(caseFiles).where(eq(caseFiles.id, caseId))
  const { hallId } = file!
  for (const { deadlineId, level, kind, dueOn } of fresh) {
    const posts =
      level === 'missed'
        ? await missedPosts(tx, policy, file!)
        : [await nearPost(tx, policy, file!)]
    let outside: Particulars = {}
    for (const { post, key, officerIds } of posts) {
      if (officerIds.length === 0) outside = await tellOutside(tx, world, { hallId, caseId, day })
      await tx.insert(escalations).values({
        hallId,
        caseId,
        deadlineId,
        level: level === 'missed' ? `missed:${key}` : level,
        post,
        officerId: officerIds[0] ?? null,
        onDay: day,
      })
      for (const officerId of officerIds) {
        await writeLetter(tx, world, {
          hallId,
          kind: level === 'missed' ? 'deadline-missed' : 'deadline-near',
          key: `${caseId}:${day}:${officerId}`,
          caseId,
          officerId,
        })
      }
    }
    await record(tx, world, {
      hallId,
      kind: level === 'missed' ? 'deadline-missed' : 'deadline-warned',
      object: `case:${caseId}`,
      officerId: null,
      particulars: {
        deadline: deadlineId,
        clock: kind,
        due: dueOn,
        level,
        told: posts.flatMap(({ officerIds }) => officerIds).join(' '),
        ...outside,
      },
      dayOnly: true,
    })
  }
  return fresh.length
}

async function notYetTold(tx: Transaction, found: readonly Warned[]): Promise<Warned[]> {
  const ids = found.map(({ deadlineId }) => deadlineId)
  const open = await tx
    .select({ id: deadlines.id })
    .from(deadlines)
    .where(and(inArray(deadlines.id, ids), isNull(deadlines.metOn), isNull(deadlines.replacedBy)))
  const told = await tx
    .select({ deadlineId: escalations.deadlineId, level: escalations.level })
    .from(escalations)
    .where(inArray(escalations.deadlineId, ids))
  return found.filter(
    ({ deadlineId, level }) =>
      open.some(({ id }) => id === deadlineId) &&
      !told.some((row) => row.deadlineId === deadlineId && row.level.split(':')[0] === level),
  )
}

type File = { id: number; hallId: number; handlerId: number | null }
type Told = { key: string; post: string; officerIds: readonly number[] }

async function missedPosts(tx: Transaction, policy: HallPolicy, file: File): Promise<Told[]> {
  const told: Told[] = []
  for (const { role, titleZh } of policy.escalation.missed) {
    const holders = await holdersFor(tx, file.hallId, role, file.id)
    told.push(
      holders.length > 0
        ? { key: role, post: titleZh, officerIds: holders.map(({ id }) => id) }
        : { key: role, post: outsidePostTitle(policy, 'fallbackPost'), officerIds: [] },
    )
  }
  return told
}

async function nearPost(tx: Transaction, policy: HallPolicy, file: File): Promise<Told> {
  const { near } = policy.escalation
  const handler = file.handlerId === null ? null : await enabledOfficer(tx, file.handlerId)
  const mine = near.find(({ role }) => role === 'handler')
  if (mine && handler && (await unrecused(tx, file.id, [handler])).length > 0) {
    return { key: mine.role, post: mine.titleZh, officerIds: [handler.id] }
  }
  for (const { role, titleZh } of near.filter((post) => post !== mine)) {
    const holders = await holdersFor(tx, file.hallId, role, file.id)
    if (holders.length > 0) {
      return { key: role, post: titleZh, officerIds: holders.map(({ id }) => id) }
    }
  }
  return { key: '', post: outsidePostTitle(policy, 'fallbackPost'), officerIds: [] }
}
