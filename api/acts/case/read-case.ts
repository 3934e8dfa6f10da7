import { and, eq, isNull } from 'drizzle-orm'
import { complainants, events, tasks } from '../../../db/schema/index.ts'
import { openMaybe } from '../../../db/sealing/field.ts'
import type { Reader } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import { type CaseInSight, caseInSight } from '../../reads/case-in-sight.ts'
import { deadlineSheets } from '../../reads/deadline-sheets.ts'
import { casePage, photoOf } from '../../reads/case-page.ts'
import { Refused } from '../../refused.ts'
import { refusalOf } from '../../rules/can.ts'
import { record } from '../record.ts'

async function hasRead(db: Reader, world: World, officer: Officer, caseId: number) {
  const [before] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.object, `case:${caseId}`),
        eq(events.kind, 'case-read'),
        eq(events.officerId, officer.id),
        eq(events.day, today(world)),
      ),
    )
    .limit(1)
  return before !== undefined
}

/**
 * That an officer read a case is entered once a day. Reading is also how the office head is told
 * of what goes to the head at once, where the hall's rule asks for no note.
 */
async function noteReading(
  world: World,
  officer: Officer,
  { file, facts }: CaseInSight,
): Promise<void> {
  if (await hasRead(world.store.read, world, officer, file.id)) return
  await world.store.write(async (tx) => {
    if (await hasRead(tx, world, officer, file.id)) return
    await record(tx, world, {
      hallId: file.hallId,
      kind: 'case-read',
      object: `case:${file.id}`,
      officerId: officer.id,
    })
    if (officer.roles.includes('officeHead') && !facts.owesHeadNote) {
      await tx
        .update(tasks)
        .set({ doneOn: today(world), doneBy: officer.id })
        .where(
          and(eq(tasks.caseId, file.id), eq(tasks.kind, 'report-to-head'), isNull(tasks.doneOn)),
        )
    }
  })
}

/** An officer opens a case: everything in it they may see, and the look is entered. */
export async function readCase(world: World, officer: Officer, number: string) {
  const found = await caseInSight(world.store.read, officer, number)
  await noteReading(world, officer, found)
  return casePage(world, officer, found)
}

/** The worksheet of a case's dates: how each was counted; the look is entered like any other. */
export async function readDeadlines(world: World, officer: Officer, number: string) {
  const found = await caseInSight(world.store.read, officer, number)
  await noteReading(world, officer, found)
  const { file, hall, policy, complaint } = found
  return {
    number: file.number,
    hall: hall.name,
    receivedOn: complaint.receivedOn,
    inspected: complaint.source === 'internalFinding',
    knownUntil: world.calendar.knownUntil,
    sheets: await deadlineSheets(world, file.id, policy),
  }
}

/** A photo of a case, decrypted; refused as `no-such-photo` when it is not this case's. */
export async function readPhoto(world: World, officer: Officer, number: string, photo: string) {
  const found = await caseInSight(world.store.read, officer, number)
  const kept = await photoOf(world.store.read, found, photo)
  if (!kept) throw new Refused('no-such-photo')
  return world.files.get(kept.publicId)
}

/**
 * Who complained, for whoever has the case in hand and the office head; every look is entered.
 * Refused as `identity-sealed`, `identity-not-taken`, `case-not-in-hand`.
 */
export const readContact = (world: World, officer: Officer, number: string) =>
  world.store.write(async (tx) => {
    const { file, complaint, relation } = await caseInSight(tx, officer, number)
    const { identity, publicId } = complaint
    const refusal = refusalOf({ ...officer, relation }, 'read', {
      kind: 'complainantIdentity',
      identity,
    })
    if (refusal === 'identity-sealed' || refusal === 'identity-not-taken') {
      throw new Refused(refusal)
    }
    if (refusal !== null) throw new Refused('case-not-in-hand')
    const [kept] = await tx
      .select()
      .from(complainants)
      .where(eq(complainants.complaintId, complaint.id))
    await record(tx, world, {
      hallId: file.hallId,
      kind: 'complainant-read',
      object: `case:${file.id}`,
      officerId: officer.id,
    })
    const opened = (column: 'name' | 'phone' | 'email') =>
      openMaybe(world.keys, `complainants.${column}`, publicId, kept?.[column] ?? null) ?? ''
    return { name: opened('name'), phone: opened('phone'), email: opened('email') }
  })
