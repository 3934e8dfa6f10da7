import { and, eq } from 'drizzle-orm'
import { caseFiles, complaints, officers, recusals } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import type { RelationForm } from '../forms/administration.ts'
import { caseInSight } from '../reads/case-in-sight.ts'
import { recusedFrom } from '../reads/recused.ts'
import { Invalid, Refused } from '../refused.ts'
import { ownOfficer } from './hall/own-officer.ts'
import { ownStaff } from './hall/own-staff.ts'
import { ownWindow } from './hall/own-window.ts'
import { record } from './record.ts'

type Kin = { id: number; staffId: number | null }

/** Whom and what a relation is with: exactly one of a person, a window and a case in sight. */
async function objectOf(tx: Transaction, by: Officer, form: RelationForm) {
  const { staff, window, caseNumber } = form
  if ([staff, window, caseNumber].filter((named) => named !== '').length !== 1) {
    throw new Invalid({ staff: ['one-object-only'] })
  }
  const none = { staffId: null, windowId: null, caseId: null }
  if (staff !== '') return { ...none, staffId: (await ownStaff(tx, by.hallId, staff)).id }
  if (window !== '') return { ...none, windowId: (await ownWindow(tx, by.hallId, window)).id }
  return { ...none, caseId: (await caseInSight(tx, by, caseNumber)).file.id }
}

/** Cases the officer had in hand and is kept away from now wait for another handler. */
async function releaseCases(tx: Transaction, world: World, by: Officer, kin: Kin): Promise<void> {
  const held = await tx
    .select({ id: caseFiles.id, revision: caseFiles.revision })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(and(eq(caseFiles.handlerId, kin.id), recusedFrom(kin)))
  for (const { id, revision } of held) {
    await tx
      .update(caseFiles)
      .set({ handlerId: null, revision: revision + 1 })
      .where(eq(caseFiles.id, id))
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'case-released',
      object: `case:${id}`,
      officerId: by.id,
      particulars: { handler: kin.id },
    })
  }
}

async function declared(
  tx: Transaction,
  world: World,
  by: Officer,
  kin: Kin,
  form: RelationForm,
): Promise<{ id: number }> {
  const object = await objectOf(tx, by, form)
  const [added] = await tx
    .insert(recusals)
    .values({
      hallId: by.hallId,
      officerId: kin.id,
      ...object,
      reason: form.reason,
      declaredOn: today(world),
    })
    .returning({ id: recusals.id })
  await record(tx, world, {
    hallId: by.hallId,
    kind: 'relation-declared',
    object: `officer:${kin.id}`,
    officerId: by.id,
    particulars: { relation: added!.id, ...object },
  })
  await releaseCases(tx, world, by, kin)
  return added!
}

/** An officer declares a relation of their own, and is kept away from what it touches (回避). */
export const declareOwnRelation = (world: World, by: Officer, form: RelationForm) =>
  world.store.write((tx) => declared(tx, world, by, by, form))

/** The same, for another officer of the hall. */
export const declareRelationOf = (
  world: World,
  by: Officer,
  publicId: string,
  form: RelationForm,
) =>
  world.store.write(async (tx) =>
    declared(tx, world, by, await ownOfficer(tx, by.hallId, publicId), form),
  )

/**
 * A relation has ended. Another officer than the one it keeps away must say so, otherwise
 * whoever is kept away could let themselves in.
 */
export const withdrawRelation = (world: World, by: Officer, id: number) =>
  world.store.write(async (tx) => {
    const [relation] = await tx
      .select({ officerId: officers.id })
      .from(recusals)
      .innerJoin(officers, eq(officers.id, recusals.officerId))
      .where(and(eq(recusals.id, id), eq(recusals.hallId, by.hallId)))
    if (!relation) throw new Refused('no-such-relation')
    if (relation.officerId === by.id) throw new Refused('own-account')
    await tx.delete(recusals).where(eq(recusals.id, id))
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'relation-withdrawn',
      object: `officer:${relation.officerId}`,
      officerId: by.id,
      particulars: { relation: id },
    })
  })
