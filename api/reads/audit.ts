import { and, desc, eq, gte, isNull, lt, or, type SQL } from 'drizzle-orm'
import { events, officers } from '../../db/schema/index.ts'
import type { Officer, World } from '../context.ts'

/** How many events a look at the log shows. */
const MOST = 100

/** The kind under which a walk along the log is entered. */
export const CHAIN_VERIFIED = 'chain-verified'

/** Objects whose names open something or stand for a person's word: the log shows their kind only. */
const NAMELESS: readonly string[] = ['rating', 'login']

const ofHall = ({ hallId }: Officer): SQL =>
  or(eq(events.hallId, hallId), and(isNull(events.hallId), isNull(events.officerId)))!

function isAbout(object: string): SQL | undefined {
  const [kind, id] = object.split(':')
  if (NAMELESS.includes(kind!) || id === undefined) {
    return or(
      eq(events.object, kind!),
      and(gte(events.object, `${kind}:`), lt(events.object, `${kind};`)),
    )
  }
  return eq(events.object, object)
}

const shown = (object: string): string => {
  const kind = object.split(':')[0]!
  return NAMELESS.includes(kind) ? kind : object
}

const rowsOf = (world: World, wanted: SQL | undefined, most: number) =>
  world.store.read
    .select({ event: events, officer: officers.name })
    .from(events)
    .leftJoin(officers, eq(officers.id, events.officerId))
    .where(wanted)
    .orderBy(desc(events.seq))
    .limit(most)

/**
 * The newest events of the auditor's hall and of the installation itself, of one object or kind of
 * objects where one is named. Without particulars; those of which only the day is kept have no time.
 */
export async function eventsSeenBy(world: World, officer: Officer, object: string | undefined) {
  const wanted = and(ofHall(officer), object === undefined ? undefined : isAbout(object))
  return (await rowsOf(world, wanted, MOST)).map(({ event, officer: name }) => ({
    seq: event.seq,
    kind: event.kind,
    object: shown(event.object),
    officer: name,
    day: event.day,
    at: event.at?.getTime() ?? null,
  }))
}

type Found = { checked?: number; broken?: number | null }

/** What the last walk along the log found, the night's or an auditor's; null before the first. */
export async function lastVerification(world: World, officer: Officer) {
  const [last] = await rowsOf(world, and(ofHall(officer), eq(events.kind, CHAIN_VERIFIED)), 1)
  if (!last) return null
  const { checked = 0, broken = null } = JSON.parse(last.event.particulars) as Found
  return {
    checked,
    broken,
    officer: last.officer,
    day: last.event.day,
    at: last.event.at?.getTime() ?? null,
  }
}
