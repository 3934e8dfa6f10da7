import { and, eq, gt, isNull } from 'drizzle-orm'
import { boxChecks, tasks } from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import type { BoxCheckForm } from '../forms/box-check.ts'
import { hallById } from '../reads/halls.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { BOX_CHECK, boxCheckKey, hasBox } from '../rules/box-check.ts'
import { record } from './record.ts'

/** The same result by the same officer within this time is the same look, sent twice. */
const SENT_TWICE_MS = 60 * 1000

/**
 * Somebody looked through comment book and box; what was found is entered, also when it was
 * nothing. Anci 巡查办法, task five. The day's task is done with it; a second look the same day is
 * entered beside the first. Refused as `no-box-here` where the hall has neither.
 */
export const checkBox = (world: World, officer: Officer, { found, note }: BoxCheckForm) =>
  world.store.write(async (tx) => {
    const { hallId, id: checkedBy } = officer
    const hall = await hallById(tx, hallId)
    const day = today(world)
    if (!hasBox(policyOf(hall, day))) throw new Refused('no-box-here')
    const now = world.now()
    const [before] = await tx
      .select({ id: boxChecks.id })
      .from(boxChecks)
      .where(
        and(
          eq(boxChecks.hallId, hallId),
          eq(boxChecks.day, day),
          eq(boxChecks.checkedBy, checkedBy),
          eq(boxChecks.found, found),
          eq(boxChecks.note, note),
          gt(boxChecks.checkedAt, new Date(now.getTime() - SENT_TWICE_MS)),
        ),
      )
    if (before) return { day, found }
    const [check] = await tx
      .insert(boxChecks)
      .values({ hallId, day, found, note, checkedBy, checkedAt: now })
      .returning({ id: boxChecks.id })
    await tx
      .update(tasks)
      .set({ doneOn: day, doneBy: checkedBy })
      .where(
        and(
          eq(tasks.kind, BOX_CHECK),
          eq(tasks.key, boxCheckKey(hallId, day)),
          isNull(tasks.doneOn),
        ),
      )
    await record(tx, world, {
      hallId,
      kind: 'box-checked',
      object: `box-check:${check!.id}`,
      officerId: checkedBy,
      particulars: { day, found },
    })
    return { day, found }
  })
