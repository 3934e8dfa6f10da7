import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { postings, scoreEntries, staff } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ConfirmationForm, WhyForm } from '../../forms/score.ts'
import { sheets } from '../../policies/sheets/by-key.ts'
import { concernsOf } from '../../reads/concerns.ts'
import { hallById } from '../../reads/halls.ts'
import { closedMonthsOf } from '../../reads/months.ts'
import { concernOf, entryById, entryOf, stateOf } from '../../reads/score-entries.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import { type Day, type Month, monthOf } from '../../rules/day.ts'
import { isOver } from '../../rules/day-over.ts'
import { confirmationRefusal, waitsForAnswer } from '../../rules/score-entry.ts'
import {
  entryRefusal,
  firstOpenFrom,
  itemOf,
  periodOf,
  pointsOf,
  type Sheet,
} from '../../rules/scorecard.ts'
import { record } from '../record.ts'
import { barForItem } from './bar-from-awards.ts'
import { insist } from './may.ts'
import { refuseEntry } from './propose-entry.ts'

type Row = typeof scoreEntries.$inferSelect

/** Whom an entry concerns may not touch it, and learns nothing of it when it comes from a case. */
export async function keepAway(
  tx: Transaction,
  officer: Officer,
  entry: Row,
  act: 'propose' | 'confirm' | 'reject',
): Promise<void> {
  const concern = (await concernOf(tx, [entry])).get(entry.id)!
  const concerned = (await concernsOf(tx, officer))(concern)
  insist(
    officer,
    act,
    { kind: 'scoreEntry', proposedById: entry.proposedBy, staffId: entry.staffId },
    { recused: concerned && entry.caseId !== null },
  )
  if (concerned) throw new Refused('entry-concerns-you')
}

async function toDecide(
  tx: Transaction,
  officer: Officer,
  publicId: string,
  act: 'confirm' | 'reject',
): Promise<Row> {
  const entry = await entryById(tx, officer.hallId, publicId)
  await keepAway(tx, officer, entry, act)
  const refusal = confirmationRefusal(
    { enteredBy: String(entry.proposedBy), state: stateOf(entry) },
    String(officer.id),
  )
  if (refusal) throw new Refused(refusal)
  return entry
}

/** The month an entry counts in at last: a closed one passes it on. */
function monthFor(entry: Row, now: Day, closedMonths: readonly Month[]): Month {
  const { period, occurredOn, source } = entryOf(entry)
  if (!closedMonths.includes(period)) return period
  if (entry.reverses !== null) return firstOpenFrom(monthOf(now), closedMonths)
  return source === 'complaint'
    ? firstOpenFrom(period, closedMonths)
    : periodOf({ source, occurredOn, decidedOn: now }, { closedMonths })
}

/** Whose sheet an entry of a window goes on, if the second person says who served there. */
async function personFor(tx: Transaction, entry: Row, sheet: Sheet, chosen: string) {
  if (sheet.per !== 'staff' || entry.staffId !== null || chosen === '') return entry.staffId
  const [person] = await tx
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(postings, eq(postings.staffId, staff.id))
    .where(
      and(
        eq(staff.publicId, chosen),
        eq(postings.windowId, entry.windowId!),
        lte(postings.fromDay, entry.occurredOn!),
        or(isNull(postings.toDay), gte(postings.toDay, entry.occurredOn!)),
      ),
    )
  if (!person) throw new Invalid({ staff: ['unknown-choice'] })
  return person.id
}

/** The points at last: an item with a range gets the second person's, or keeps the proposer's. */
function pointsFor(entry: Row, sheet: Sheet, chosen: number | null): number {
  const item = itemOf(sheet, entry.item)
  const isRange = typeof item?.points === 'object' && item.points !== null
  if (!item || !isRange || entry.reverses !== null) return entry.points
  if (chosen === null && entry.source === 'complaint') throw new Invalid({ points: ['needed'] })
  if (chosen === null) return entry.points
  const points = pointsOf(item, entry.quantity, chosen)
  const { quantity, reason, proof } = entry
  refuseEntry(entryRefusal(sheet, item.code, { points, quantity, reason, proof }))
  return points
}

/**
 * A second person confirms an entry, not before whoever it names has answered or the time for it is
 * over; from now on it counts, in its month or, when that was closed
 * meanwhile, in the first open one after it.
 */
export const confirmEntry = (
  world: World,
  officer: Officer,
  publicId: string,
  form: ConfirmationForm,
): Promise<{ period: Month; points: number }> =>
  world.store.write(async (tx) => {
    const entry = await toDecide(tx, officer, publicId, 'confirm')
    const { openingHours } = policyOf(await hallById(tx, entry.hallId), today(world))
    if (waitsForAnswer(entry, (day) => isOver(day, openingHours, world.now())))
      throw new Refused('entry-answer-open', { until: entry.answerUntil! })
    const sheet = sheets[entry.sheet]!
    const decidedOn = today(world)
    const period = monthFor(entry, decidedOn, await closedMonthsOf(tx, entry.hallId))
    const points = pointsFor(entry, sheet, form.points)
    const staffId = await personFor(tx, entry, sheet, form.staff)
    await tx
      .update(scoreEntries)
      .set({ confirmed: true, decidedBy: officer.id, decidedOn, period, points, staffId })
      .where(eq(scoreEntries.id, entry.id))
    await barForItem(
      tx,
      world,
      { ...entry, staffId },
      { label: itemOf(sheet, entry.item)?.labelZh ?? entry.item, by: officer.id },
    )
    await record(tx, world, {
      hallId: entry.hallId,
      kind: 'score-entry-confirmed',
      object: `score-entry:${entry.id}`,
      officerId: officer.id,
      particulars: { item: entry.item, points, period },
    })
    return { period, points }
  })

/** A second person rejects an entry with a reason; it never counts. */
export const rejectEntry = (
  world: World,
  officer: Officer,
  publicId: string,
  { reason }: WhyForm,
): Promise<void> =>
  world.store.write(async (tx) => {
    const entry = await toDecide(tx, officer, publicId, 'reject')
    await tx
      .update(scoreEntries)
      .set({
        confirmed: false,
        decidedBy: officer.id,
        decidedOn: today(world),
        decisionNote: reason,
      })
      .where(eq(scoreEntries.id, entry.id))
    await record(tx, world, {
      hallId: entry.hallId,
      kind: 'score-entry-rejected',
      object: `score-entry:${entry.id}`,
      officerId: officer.id,
    })
  })
