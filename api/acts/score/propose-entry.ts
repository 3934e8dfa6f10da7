import { and, eq, isNull, or } from 'drizzle-orm'
import { scoreEntries, staff, windows } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ProposalForm } from '../../forms/score.ts'
import { sheetsOfPolicy } from '../../policies/sheets/by-key.ts'
import { deviceOffItem } from '../../policies/sheets/qingpu-rating.ts'
import { wasBroken } from '../../reads/device-faults.ts'
import { hallById } from '../../reads/halls.ts'
import { itemOfHall } from '../../reads/policies.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { addMonths, type Day, firstDayOf, monthOf } from '../../rules/day.ts'
import type { EntrySource } from '../../rules/score-entry.ts'
import {
  type EntryRefusal,
  entryRefusal,
  itemOf,
  pointsOf,
  type Sheet,
  type SheetItem,
} from '../../rules/scorecard.ts'
import { insist } from './may.ts'
import { writeEntries } from './write-entries.ts'

/** How far back a fact may lie that is entered now. */
const MONTHS_BACK = 12

const FIELD_OF: Record<Exclude<EntryRefusal, 'entry-exclusive'>, [string, Problem]> = {
  'entry-item-unknown': ['item', 'unknown-choice'],
  'entry-quantity': ['quantity', 'quantity-wrong'],
  'entry-points': ['points', 'points-not-allowed'],
  'entry-reason': ['reason', 'reason-needed'],
  'entry-proof': ['proof', 'proof-needed'],
}

/** Say an entry's refusal at the field it comes from. */
export function refuseEntry(refusal: EntryRefusal | null, other = ''): void {
  if (refusal === null) return
  if (refusal === 'entry-exclusive') throw new Refused('entry-exclusive', { other })
  const [field, problem] = FIELD_OF[refusal]
  throw new Invalid({ [field]: [problem] })
}

function sourceOf(sheet: Sheet, item: SheetItem, { roles }: Officer): EntrySource {
  if (item.attendance) return 'attendance'
  if (item.kind === 'bonus') return 'praise'
  if (sheet.key === 'qingpuRating') return 'eRating'
  return roles.includes('patrolOfficer') ? 'patrol' : 'manual'
}

/** Whom the form names, as the sheet asks for it. */
async function subjectOf(tx: Transaction, hallId: number, sheet: Sheet, form: ProposalForm) {
  const [person] =
    form.staff === ''
      ? []
      : await tx
          .select()
          .from(staff)
          .where(and(eq(staff.hallId, hallId), eq(staff.publicId, form.staff)))
  const [window] =
    form.window === ''
      ? []
      : await tx
          .select()
          .from(windows)
          .where(and(eq(windows.hallId, hallId), eq(windows.code, form.window.toLowerCase())))
  if (form.staff !== '' && !person) throw new Invalid({ staff: ['unknown-choice'] })
  if (form.window !== '' && !window) throw new Invalid({ window: ['window-not-here'] })
  if (sheet.per === 'staff' && !person) throw new Invalid({ staff: ['needed'] })
  if (sheet.per === 'window' && !window) throw new Invalid({ window: ['needed'] })
  return { staffId: person?.id ?? null, windowId: window?.id ?? null }
}

function dayProblem(occurredOn: Day, now: Day): Problem | null {
  if (occurredOn > now) return 'day-in-future'
  return occurredOn < firstDayOf(addMonths(monthOf(now), 0 - MONTHS_BACK))
    ? 'day-too-long-ago'
    : null
}

/** The items already written for the same person or window on the same day. */
async function itemsOfSameDay(
  tx: Transaction,
  sheet: Sheet,
  subject: { staffId: number | null; windowId: number | null },
  occurredOn: Day,
): Promise<string[]> {
  const rows = await tx
    .select({ item: scoreEntries.item })
    .from(scoreEntries)
    .where(
      and(
        sheet.per === 'staff'
          ? eq(scoreEntries.staffId, subject.staffId!)
          : eq(scoreEntries.windowId, subject.windowId!),
        eq(scoreEntries.occurredOn, occurredOn),
        or(isNull(scoreEntries.confirmed), eq(scoreEntries.confirmed, true)),
        isNull(scoreEntries.reverses),
      ),
    )
  return rows.map(({ item }) => item)
}

/**
 * An officer proposes a deduction or a bonus on one of the hall's sheets; it counts for nothing
 * until another person confirms it. It belongs to the month in which it happened, or to the month
 * of the decision when that one is closed.
 */
export const proposeEntry = (
  world: World,
  officer: Officer,
  form: ProposalForm,
): Promise<{ id: string; period: string }> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    if (sheetsOfPolicy(hall.policy).length === 0) throw new Refused('no-sheet-here')
    const found = itemOfHall(hall, form.occurredOn, form.item)
    if (!found || found.item.kind === 'mark') throw new Invalid({ item: ['unknown-choice'] })
    const { sheet, item } = found
    const subject = await subjectOf(tx, hall.id, sheet, form)
    insist(officer, 'propose', {
      kind: 'scoreEntry',
      proposedById: null,
      staffId: subject.staffId,
    })
    const { occurredOn, quantity, reason } = form
    const wrongDay = dayProblem(occurredOn, today(world))
    if (wrongDay) throw new Invalid({ occurredOn: [wrongDay] })
    const isOff = item.code === deviceOffItem && subject.windowId !== null
    if (isOff && (await wasBroken(tx, subject.windowId!, occurredOn))) {
      throw new Invalid({ occurredOn: ['device-was-broken'] })
    }

    const isRange = typeof item.points === 'object' && item.points !== null
    const points = pointsOf(item, quantity, isRange ? (form.points ?? 0) : 0)
    const proof = form.proof === '' ? null : form.proof
    const sameFact =
      form.another === 'yes' ? [] : await itemsOfSameDay(tx, sheet, subject, occurredOn)
    refuseEntry(
      entryRefusal(sheet, item.code, { points, quantity, reason, proof }, sameFact),
      itemOf(sheet, item.exclusiveWith ?? '')?.labelZh,
    )
    const [added] = await writeEntries(tx, world, hall, officer.id, [
      {
        ...subject,
        sheet,
        item,
        quantity,
        points,
        occurredOn,
        source: sourceOf(sheet, item, officer),
        reason,
        proof,
      },
    ])
    return { id: added!.publicId, period: added!.period! }
  })
