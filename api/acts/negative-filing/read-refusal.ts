import { and, eq } from 'drizzle-orm'
import { events } from '../../../db/schema/index.ts'
import type { Reader } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import { applicantOf, filingPage } from '../../reads/filing-page.ts'
import { filingByNumber } from '../../reads/negative-filings.ts'
import { Refused } from '../../refused.ts'
import { refusalOf } from '../../rules/can.ts'
import { record } from '../record.ts'

async function hasRead(db: Reader, world: World, officer: Officer, filingId: number) {
  const [before] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.object, `negative-filing:${filingId}`),
        eq(events.kind, 'refusal-read'),
        eq(events.officerId, officer.id),
        eq(events.day, today(world)),
      ),
    )
    .limit(1)
  return before !== undefined
}

/** That an officer read a filing is entered once a day. */
async function noteReading(world: World, officer: Officer, filingId: number): Promise<void> {
  if (await hasRead(world.store.read, world, officer, filingId)) return
  await world.store.write(async (tx) => {
    if (await hasRead(tx, world, officer, filingId)) return
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'refusal-read',
      object: `negative-filing:${filingId}`,
      officerId: officer.id,
    })
  })
}

/** An officer opens a refusal on file; to those it is not for there is no such thing. */
export async function readRefusal(world: World, officer: Officer, number: string) {
  const found = await filingByNumber(world.store.read, officer, number, today(world))
  const actor = { ...officer, relation: found.relation }
  if (refusalOf(actor, 'read', found.resource)) throw new Refused('no-such-filing')
  await noteReading(world, officer, found.filing.id)
  return filingPage(world, officer, found)
}

/**
 * The applicant of a refusal on file, for whoever filed it, reviews or reviewed it, the office head
 * and who has to tell of a correction. Every look is entered.
 */
export const readApplicant = (world: World, officer: Officer, number: string) =>
  world.store.write(async (tx) => {
    const found = await filingByNumber(tx, officer, number, today(world))
    const actor = { ...officer, relation: found.relation }
    if (refusalOf(actor, 'read', found.resource)) throw new Refused('no-such-filing')
    if (refusalOf(actor, 'readApplicant', found.resource)) throw new Refused('applicant-not-shown')
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'refusal-applicant-read',
      object: `negative-filing:${found.filing.id}`,
      officerId: officer.id,
    })
    return applicantOf(world, found)
  })
