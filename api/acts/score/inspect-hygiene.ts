import { and, count, eq, isNull } from 'drizzle-orm'
import { hygieneInspections, scoreEntries } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { HygieneForm, InspectionForm, MonthForm } from '../../forms/appraisal.ts'
import { qingpuHygiene, qingpuKnown } from '../../policies/sheets/qingpu-known.ts'
import { sheetsOfPolicy } from '../../policies/sheets/by-key.ts'
import { inspectionOf } from '../../reads/appraisal-figures.ts'
import { hallById } from '../../reads/halls.ts'
import { windowsOfMonth } from '../../reads/month-figures.ts'
import { Invalid, Refused } from '../../refused.ts'
import { monthOf } from '../../rules/day.ts'
import { quarterOf } from '../../rules/quarter.ts'
import { entryRefusal, itemOf, pointsOf } from '../../rules/scorecard.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'
import { refuseEntry } from './propose-entry.ts'
import { writeEntries } from './write-entries.ts'

async function hallWithHygiene(tx: Transaction, hallId: number) {
  const hall = await hallById(tx, hallId)
  if (!sheetsOfPolicy(hall.policy).includes(qingpuKnown)) throw new Refused('no-sheet-here')
  return hall
}

/**
 * Qingpu 卫生工作考核办法: an officer opens the quarter's inspection, once: the day, and who scored.
 * It counts when another person has confirmed it; until then day and inspector may be put right.
 */
export const openInspection = (
  world: World,
  officer: Officer,
  { month, day, inspector }: InspectionForm,
): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const hall = await hallWithHygiene(tx, officer.hallId)
    const quarter = quarterOf(month)
    if (day > today(world)) throw new Invalid({ day: ['day-in-future'] })
    if (quarterOf(monthOf(day)) !== quarter) throw new Invalid({ day: ['outside-period'] })
    const before = await inspectionOf(tx, hall.id, quarter)
    if (before?.confirmedBy != null) throw new Refused('inspected-already', { quarter })
    const said = { inspectedOn: day, inspector, enteredBy: officer.id, enteredOn: today(world) }
    await tx
      .insert(hygieneInspections)
      .values({ hallId: hall.id, quarter, ...said })
      .onConflictDoUpdate({
        target: [hygieneInspections.hallId, hygieneInspections.quarter],
        set: said,
      })
    await record(tx, world, {
      hallId: hall.id,
      kind: 'hygiene-inspected',
      object: `quarter:${quarter}`,
      officerId: officer.id,
      particulars: { day },
    })
  })

/** What the inspection takes off a window, proposed as a deduction with its own second person. */
export const takeOffHygiene = (
  world: World,
  officer: Officer,
  form: HygieneForm,
): Promise<{ points: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const hall = await hallWithHygiene(tx, officer.hallId)
    const quarter = quarterOf(form.month)
    const inspection = await inspectionOf(tx, hall.id, quarter)
    if (!inspection) throw new Refused('inspection-missing')
    if (inspection.confirmedBy !== null) throw new Refused('inspected-already', { quarter })
    const inspectedOn = inspection.inspectedOn!
    const windows = await windowsOfMonth(tx, hall.id, monthOf(inspectedOn))
    const window = windows.find(({ code }) => code === form.window)
    if (!window) throw new Invalid({ window: ['window-not-here'] })
    const item = itemOf(qingpuKnown, form.item)
    if (item?.section !== qingpuHygiene.section) throw new Invalid({ item: ['unknown-choice'] })
    const { reason } = form
    const points = pointsOf(item, 1, form.points ?? 0)
    refuseEntry(entryRefusal(qingpuKnown, item.code, { points, quantity: 1, reason }))
    await writeEntries(tx, world, hall, officer.id, [
      {
        sheet: qingpuKnown,
        item,
        staffId: null,
        windowId: window.id,
        quantity: 1,
        points,
        occurredOn: inspectedOn,
        source: 'hygiene',
        sourceId: inspection.id,
        reason,
      },
    ])
    return { points }
  })

/**
 * Another person confirms the quarter's inspection, once every deduction of it is decided: windows
 * nothing was taken off have their full five points from then on.
 */
export const confirmInspection = (
  world: World,
  officer: Officer,
  { month }: MonthForm,
): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'confirmFigures', { kind: 'monthClose' })
    const hall = await hallWithHygiene(tx, officer.hallId)
    const quarter = quarterOf(month)
    const inspection = await inspectionOf(tx, hall.id, quarter)
    if (!inspection) throw new Refused('inspection-missing')
    if (inspection.confirmedBy !== null) throw new Refused('inspected-already', { quarter })
    if (inspection.enteredBy === officer.id) throw new Refused('figures-same-person')
    const [open] = await tx
      .select({ number: count() })
      .from(scoreEntries)
      .where(
        and(
          eq(scoreEntries.hallId, hall.id),
          eq(scoreEntries.source, 'hygiene'),
          eq(scoreEntries.sourceId, inspection.id),
          isNull(scoreEntries.confirmed),
        ),
      )
    if (open && open.number > 0)
      throw new Refused('inspection-entries-open', { count: String(open.number) })
    await tx
      .update(hygieneInspections)
      .set({ confirmedBy: officer.id, confirmedOn: today(world) })
      .where(eq(hygieneInspections.id, inspection.id))
    await record(tx, world, {
      hallId: hall.id,
      kind: 'hygiene-confirmed',
      object: `quarter:${quarter}`,
      officerId: officer.id,
    })
  })
