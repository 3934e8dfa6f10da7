import { and, eq } from 'drizzle-orm'
import { directorMarks, peerMarks } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { DirectorMarkForm } from '../../forms/appraisal.ts'
import { monthlySheetOf, peerMarkingOf } from '../../policies/sheets/by-key.ts'
import { concernsOf } from '../../reads/concerns.ts'
import { hallById } from '../../reads/halls.ts'
import { windowsOfMonth } from '../../reads/month-figures.ts'
import { Invalid, Refused } from '../../refused.ts'
import { lastDayOf } from '../../rules/day.ts'
import { itemOf } from '../../rules/scorecard.ts'
import { record } from '../record.ts'
import { insistOnMarking } from './give-peer-marks.ts'
import { insist } from './may.ts'

/** The window a value is for, and the most it may be worth. */
async function windowFor(
  tx: Transaction,
  world: World,
  officer: Officer,
  { month, window: code }: DirectorMarkForm,
) {
  const hall = await hallById(tx, officer.hallId)
  const marking = peerMarkingOf[hall.policy]
  const item = marking ? itemOf(monthlySheetOf[hall.policy]!, marking.item) : undefined
  if (!marking || typeof item?.points !== 'object' || item.points === null)
    throw new Refused('no-sheet-here')
  await insistOnMarking(tx, world, hall.id, month)
  const window = (await windowsOfMonth(tx, hall.id, month)).find((each) => each.code === code)
  if (!window) throw new Invalid({ window: ['window-not-here'] })
  const concerned = (await concernsOf(tx, officer))({
    caseId: null,
    windowId: window.id,
    staffIds: [],
    occurredOn: lastDayOf(month),
  })
  if (concerned) throw new Refused('entry-concerns-you')
  const received = await tx
    .select({ id: peerMarks.id })
    .from(peerMarks)
    .where(and(eq(peerMarks.month, month), eq(peerMarks.forWindowId, window.id)))
  if (received.length > 0) throw new Refused('window-was-marked')
  return { window, most: item.points.to }
}

const ofWindow = (windowId: number, { month }: Pick<DirectorMarkForm, 'month'>) =>
  and(eq(directorMarks.month, month), eq(directorMarks.windowId, windowId))

/**
 * Bingcha: an officer enters the value the directors' meeting gives a window that no other has
 * marked, with its reason. It counts once another person has confirmed it.
 */
export const setDirectorMark = (
  world: World,
  officer: Officer,
  form: DirectorMarkForm,
): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const { window, most } = await windowFor(tx, world, officer, form)
    const { month, points, reason } = form
    if (points === null) throw new Invalid({ points: ['needed'] })
    if (points > most) throw new Invalid({ points: ['out-of-range'] })
    if (reason === '') throw new Invalid({ reason: ['reason-needed'] })
    await tx.delete(directorMarks).where(ofWindow(window.id, form))
    await tx.insert(directorMarks).values({
      hallId: officer.hallId,
      month,
      windowId: window.id,
      points,
      reason,
      proposedBy: officer.id,
      proposedOn: today(world),
    })
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'director-mark-entered',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: { window: window.id, points },
    })
  })

/** Another person confirms the value they have seen; from then on it counts. */
export const confirmDirectorMark = (
  world: World,
  officer: Officer,
  form: DirectorMarkForm,
): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'confirmFigures', { kind: 'monthClose' })
    const { window } = await windowFor(tx, world, officer, form)
    const [row] = await tx.select().from(directorMarks).where(ofWindow(window.id, form))
    if (!row || row.points !== form.points) throw new Refused('figures-changed')
    if (row.proposedBy === officer.id) throw new Refused('figures-same-person')
    await tx
      .update(directorMarks)
      .set({ confirmedBy: officer.id, confirmedOn: today(world) })
      .where(eq(directorMarks.id, row.id))
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'director-mark-confirmed',
      object: `month:${form.month}`,
      officerId: officer.id,
      particulars: { window: window.id, points: row.points },
    })
  })
