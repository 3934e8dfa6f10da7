import { and, eq, inArray } from 'drizzle-orm'
import { postings, staff } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PlaceForm } from '../../forms/score.ts'
import { concernsOf } from '../../reads/concerns.ts'
import { periodSheetOf } from '../../reads/period-sheets.ts'
import { awardsIn, worksheetOf } from '../../reads/worksheets.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import { isMonth } from '../../rules/day.ts'
import { type Period, spanOfPeriod } from '../../rules/period.ts'
import type { AwardResult } from '../../rules/star-award.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'
import { reworkMonth } from './rank-month.ts'
import { reworkPeriod } from './rank-period.ts'

const OF_PERSONS: readonly AwardKind[] = ['modelPerson', 'quarterStar', 'yearStar']

/** The staff among whom an undecided place is given: themselves, or all of their window. */
async function peopleAmong(
  tx: Transaction,
  hallId: number,
  kind: AwardKind,
  candidates: readonly string[],
): Promise<number[]> {
  const ids = candidates.map(Number)
  if (OF_PERSONS.includes(kind)) return ids
  const rows =
    kind === 'modelWindow'
      ? await tx
          .select({ id: staff.id })
          .from(staff)
          .where(and(eq(staff.hallId, hallId), inArray(staff.departmentId, ids)))
      : await tx
          .select({ id: postings.staffId })
          .from(postings)
          .where(and(eq(postings.hallId, hallId), inArray(postings.windowId, ids)))
  return [...new Set(rows.map(({ id }) => id))]
}

/** Whether one of those among whom it is decided is somebody the officer keeps away from. */
export async function abstains(
  tx: Transaction,
  officer: Officer,
  period: Period,
  among: { people: readonly number[]; windows: readonly number[] },
): Promise<boolean> {
  const concerns = await concernsOf(tx, officer)
  const about = (windowId: number | null) => ({
    caseId: null,
    windowId,
    staffIds: [...among.people],
    occurredOn: spanOfPeriod(period).until,
  })
  return concerns(about(null)) || among.windows.some((windowId) => concerns(about(windowId)))
}

/** The award of a period by its title, or null where it is not decided or there is none. */
async function resultOf(
  tx: Transaction,
  hallId: number,
  { period, title }: Pick<PlaceForm, 'period' | 'title'>,
): Promise<[kind: AwardKind, result: AwardResult] | null> {
  if (isMonth(period)) {
    const worksheet = await worksheetOf(tx, hallId, period)
    if (!worksheet) throw new Refused('no-such-month')
    return awardsIn(worksheet).find(([kind]) => kind === title) ?? null
  }
  const sheet = await periodSheetOf(tx, hallId, { kind: title, period })
  return sheet ? [sheet.title, sheet.stars.result] : null
}

/**
 * The deciding body gives the places that nothing else decides, with a recorded reason, in the
 * order of `order`. Whoever is among those equal, or keeps away from one of them, abstains.
 */
export const decidePlaces = (world: World, officer: Officer, form: PlaceForm): Promise<void> =>
  world.store.write(async (tx) => {
    const { hallId } = officer
    const { period, reason } = form
    insist(officer, 'decide', { kind: 'award', candidateStaffIds: [], headStaffId: null })
    const found = await resultOf(tx, hallId, form)
    const undecided = found?.[1].places.filter((place) => place.state === 'undecided') ?? []
    const [open] = undecided
    if (!found || !open) throw new Refused('place-not-undecided')
    const [kind] = found
    const { candidates } = open
    const people = await peopleAmong(tx, hallId, kind, candidates)
    const isOfWindows = !OF_PERSONS.includes(kind) && kind !== 'modelWindow'
    const windows = isOfWindows ? candidates.map(Number) : []
    if (await abstains(tx, officer, period, { people, windows }))
      throw new Refused('place-concerns-you')

    const order = [...new Set(form.order.filter((id) => id !== ''))]
    if (order.length !== undecided.length) throw new Invalid({ order: ['needed'] })
    if (!order.every((id) => candidates.includes(id)))
      throw new Invalid({ order: ['unknown-choice'] })
    const decision = {
      officerId: officer.id,
      title: kind,
      decision: { order, reason, decidedOn: today(world) },
    }
    await (isMonth(period)
      ? reworkMonth(tx, world, hallId, period, decision)
      : reworkPeriod(tx, world, { hallId, kind, period }, decision))
    await record(tx, world, {
      hallId,
      kind: 'award-decided',
      object: `${isMonth(period) ? 'month' : 'period'}:${period}`,
      officerId: officer.id,
      particulars: { title: kind, order: order.join(',') },
    })
  })
