import { and, asc, eq, inArray } from 'drizzle-orm'
import { awards } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import type { Day } from '../../rules/day.ts'
import type { Period } from '../../rules/period.ts'
import type { AwardPlace, AwardResult } from '../../rules/star-award.ts'

const WHOSE: Record<AwardKind, 'staffId' | 'departmentId' | 'windowId'> = {
  modelPerson: 'staffId',
  modelWindow: 'departmentId',
  redFlagWindow: 'windowId',
  postStar: 'windowId',
  quarterStar: 'staffId',
  yearStar: 'staffId',
  excellentWindow: 'windowId',
}

/** Who decided a place that nothing else did. */
export type DecidedBy = { officerId: number; title: AwardKind }

/**
 * Write the places of some awards of a period down as they are now: those awarded, held and
 * undecided; unused ones leave no row. Who was awarded before keeps the day and the reason of it,
 * also where a place further up became free.
 */
export async function writePlaces(
  tx: Transaction,
  { hallId, period }: { hallId: number; period: Period },
  results: readonly (readonly [title: AwardKind, result: AwardResult])[],
  decidedOn: Day,
  by: DecidedBy | null = null,
): Promise<void> {
  const titles = results.map(([title]) => title)
  const ofThese = and(
    eq(awards.hallId, hallId),
    eq(awards.period, period),
    inArray(awards.title, titles),
  )
  const before = await tx.select().from(awards).where(ofThese).orderBy(asc(awards.id))

  const rowOf = (title: AwardKind, result: AwardResult, given: AwardPlace) => {
    const { place, state } = given
    if (state === 'unused') return []
    const row = { hallId, period, title, place, state, decidedOn }
    if (state === 'undecided') return [row]
    const whose = WHOSE[title]
    const holder = { [whose]: Number(given.id) } as { staffId?: number }
    if (state === 'held') return [{ ...row, ...holder, heldUntil: given.heldUntil }]
    const old = before.find(
      (each) =>
        each.title === title && each.state === 'awarded' && each[whose] === Number(given.id),
    )
    if (old) return [{ ...old, id: undefined, place }]
    const chosen = result.decision?.order.includes(given.id) ? result.decision : null
    const decidedBefore = before.find((each) => each.title === title && each.decidedBy !== null)
    return [
      {
        ...row,
        ...holder,
        reason: chosen?.reason ?? null,
        decidedBy: chosen
          ? by?.title === title
            ? by.officerId
            : (decidedBefore?.decidedBy ?? null)
          : null,
      },
    ]
  }
  const rows = results.flatMap(([title, result]) =>
    result.places.flatMap((place) => rowOf(title, result, place)),
  )
  await tx.delete(awards).where(ofThese)
  if (rows.length > 0) await tx.insert(awards).values(rows)
}
