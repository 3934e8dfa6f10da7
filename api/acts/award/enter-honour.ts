import { and, eq } from 'drizzle-orm'
import { honours } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { HonourForm } from '../../forms/award.ts'
import { hallById } from '../../reads/halls.ts'
import { periodSheetOf } from '../../reads/period-sheets.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import { yearOf } from '../../rules/period.ts'
import { ownStaff } from '../hall/own-staff.ts'
import { record } from '../record.ts'
import { insist } from '../score/may.ts'

const ID_BYTES = 16

const stillOpen = async (tx: Transaction, hallId: number, year: `${number}`) => {
  if (await periodSheetOf(tx, hallId, { kind: 'yearStar', period: year }))
    throw new Refused('award-decided')
}

/**
 * Qingpu 优秀服务窗口和服务明星评选办法: yearly stars come from the quarterly ones and from honours in the
 * line of work. An officer enters one with its proof; another confirms it; nobody their own.
 */
export const enterHonour = (
  world: World,
  officer: Officer,
  form: HonourForm,
): Promise<{ id: string }> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const { hallId } = officer
    const { year, title, proof } = form
    const { awards } = policyOf(await hallById(tx, hallId), today(world))
    if (!awards.some(({ kind }) => kind === 'yearStar')) throw new Refused('no-nominations-here')
    if (year > yearOf(today(world))) throw new Refused('no-such-period')
    await stillOpen(tx, hallId, year)
    const person = await ownStaff(tx, hallId, form.staff)
    if (person.id === officer.staffId) throw new Refused('entry-concerns-you')
    const [before] = await tx
      .select({ id: honours.id })
      .from(honours)
      .where(
        and(
          eq(honours.hallId, hallId),
          eq(honours.year, year),
          eq(honours.staffId, person.id),
          eq(honours.proof, proof),
        ),
      )
    if (before) throw new Refused('honour-entered')
    const publicId = world.random.id(ID_BYTES)
    await tx.insert(honours).values({
      publicId,
      hallId,
      year,
      staffId: person.id,
      title,
      proof,
      enteredBy: officer.id,
      enteredOn: today(world),
    })
    await record(tx, world, {
      hallId,
      kind: 'honour-entered',
      object: `honour:${publicId}`,
      officerId: officer.id,
      particulars: { year, staff: person.id },
    })
    return { id: publicId }
  })

/** Another person confirms an honour by its proof. */
export const confirmHonour = (world: World, officer: Officer, id: string): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'confirmFigures', { kind: 'monthClose' })
    const [found] = await tx
      .select()
      .from(honours)
      .where(and(eq(honours.hallId, officer.hallId), eq(honours.publicId, id)))
    if (!found) throw new Refused('no-such-honour')
    if (found.confirmedBy !== null) throw new Refused('entry-already-decided')
    if (found.enteredBy === officer.id) throw new Refused('figures-same-person')
    if (found.staffId === officer.staffId) throw new Refused('entry-concerns-you')
    await stillOpen(tx, officer.hallId, found.year)
    await tx
      .update(honours)
      .set({ confirmedBy: officer.id, confirmedOn: today(world) })
      .where(eq(honours.id, found.id))
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'honour-confirmed',
      object: `honour:${id}`,
      officerId: officer.id,
      particulars: { year: found.year, staff: found.staffId },
    })
  })
