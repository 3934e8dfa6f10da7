import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { officers, patrolLooks, patrolRounds, windows } from '../../db/schema/index.ts'
import { openMaybe } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import { PATROL_ROLES } from '../rules/can.ts'
import { kindOf } from '../rules/calendar.ts'
import { addDays, type Day, dayOf } from '../rules/day.ts'
import { officerName } from '../rules/officer-name.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { lacksRecorder, patrolDays, roundsOn } from '../rules/patrol-rounds.ts'
import { hallById } from './halls.ts'
import { holdersOf } from './office-people.ts'
import { policyOf } from './policies.ts'
import { windowsOf } from './windows.ts'

const DAYS_SHOWN = 30
const next = alias(officers, 'next')

/** To whom the record form can be handed: everybody else of the hall who goes round. */
export const nextPatrols = async (db: Reader, { id, hallId }: Pick<Officer, 'id' | 'hallId'>) =>
  (await holdersOf(db, hallId, PATROL_ROLES)).filter((person) => person.id !== id)

/** The rounds of a hall made on a day. */
export const roundsMadeOn = (db: Reader, hallId: number, day: Day) =>
  db
    .select({ session: patrolRounds.session })
    .from(patrolRounds)
    .where(and(eq(patrolRounds.hallId, hallId), eq(patrolRounds.day, day)))

/** How the rounds of a hall's day stand now. */
export async function roundsToday(world: World, hallId: number, day: Day) {
  const policy = policyOf(await hallById(world.store.read, hallId), day)
  const made = await roundsMadeOn(world.store.read, hallId, day)
  const sessions = made.map(({ session }) => session)
  return roundsOn(policy, day, sessions, world.now(), world.calendar)
}

/** The days on which a round was handed to an officer who has not yet said that they have it. */
export async function handoversTo(db: Reader, { id, hallId }: Pick<Officer, 'id' | 'hallId'>) {
  const rows = await db
    .select({ day: patrolRounds.day })
    .from(patrolRounds)
    .where(
      and(
        eq(patrolRounds.hallId, hallId),
        eq(patrolRounds.handedTo, id),
        isNull(patrolRounds.confirmedAt),
      ),
    )
    .orderBy(asc(patrolRounds.id))
  return rows.map(({ day }) => day)
}

async function roundsSince(world: World, officer: Officer, { patrol }: HallPolicy, from: Day) {
  const { read } = world.store
  const rows = await read
    .select({
      round: patrolRounds,
      by: { name: officers.name, unit: officers.unit },
      to: next.name,
    })
    .from(patrolRounds)
    .innerJoin(officers, eq(officers.id, patrolRounds.officerId))
    .leftJoin(next, eq(next.id, patrolRounds.handedTo))
    .where(and(eq(patrolRounds.hallId, officer.hallId), gte(patrolRounds.day, from)))
    .orderBy(asc(patrolRounds.day), asc(patrolRounds.started))
  const looks = await read
    .select({ look: patrolLooks, number: windows.number, code: windows.code })
    .from(patrolLooks)
    .innerJoin(windows, eq(windows.id, patrolLooks.windowId))
    .where(inArray(patrolLooks.roundId, [0, ...rows.map(({ round }) => round.id)]))
    .orderBy(asc(windows.id))
  return rows.map(({ round, by, to }) => {
    const own = looks.filter(({ look }) => look.roundId === round.id)
    return {
      id: round.publicId,
      day: round.day,
      session: round.session,
      started: round.started,
      ended: round.ended,
      lacksRecorder: lacksRecorder(patrol, round.recorder),
      by: officerName(by),
      windows: own.length,
      findings: own.flatMap(({ look, number, code }) => {
        const owner = `${round.id}:${look.windowId}`
        const said = openMaybe(world.keys, 'patrol_looks.finding', owner, look.finding)
        return said === null ? [] : [{ window: number, code, said }]
      }),
      handedTo: to,
      isConfirmed: round.confirmedAt !== null,
      isYours: round.handedTo === officer.id && round.confirmedAt === null,
    }
  })
}

/** Today's rounds and the last 30 days with every gap, and what the form chooses from. */
export async function patrolPage(world: World, officer: Officer) {
  const { read } = world.store
  const hall = await hallById(read, officer.hallId)
  const day = today(world)
  const policy = policyOf(hall, day)
  const rounds = await roundsSince(world, officer, policy, addDays(day, 1 - DAYS_SHOWN))
  const asked = { now: world.now(), days: DAYS_SHOWN, openedOn: dayOf(hall.createdAt!) }
  return {
    today: day,
    timed: policy.patrol.timed,
    recorder: policy.patrol.recorder,
    /** Whether the hall has a sheet on which a finding can become points. */
    scored: policy.scorecards.length > 0,
    days: patrolDays(policy, asked, rounds, world.calendar).map((one) => ({
      day: one.day,
      owed: one.rounds,
      kind: kindOf(one.day, world.calendar),
      rounds: rounds.filter((round) => round.day === one.day),
    })),
    windows: (await windowsOf(read, hall.id)).map(({ window }) => ({
      code: window.code,
      number: window.number,
      business: window.business,
    })),
    next: (await nextPatrols(read, officer)).map(({ publicId, name }) => ({ id: publicId, name })),
  }
}

/** What was found at a window on a round, for whoever proposes points for it. */
export async function findingOf(world: World, officer: Officer, publicId: string, code: string) {
  const [found] = await world.store.read
    .select({ round: patrolRounds, look: patrolLooks })
    .from(patrolRounds)
    .innerJoin(patrolLooks, eq(patrolLooks.roundId, patrolRounds.id))
    .innerJoin(windows, eq(windows.id, patrolLooks.windowId))
    .where(
      and(
        eq(patrolRounds.hallId, officer.hallId),
        eq(patrolRounds.publicId, publicId),
        eq(windows.code, code),
      ),
    )
  if (!found) throw new Refused('no-such-round')
  const { round, look } = found
  const owner = `${round.id}:${look.windowId}`
  const said = openMaybe(world.keys, 'patrol_looks.finding', owner, look.finding)
  return { window: code, occurredOn: round.day, reason: said ?? '' }
}
