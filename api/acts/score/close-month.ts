import { monthCloses, starAwards } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { hallById } from '../../reads/halls.ts'
import { policyOf } from '../../reads/policies.ts'
import { closedOnOf, type Lack, lackingToClose, workOutRatings } from '../../reads/worksheets.ts'
import { nthWorkingDayAfter } from '../../rules/calendar.ts'
import { type Day, lastDayOf, type Month } from '../../rules/day.ts'
import { isOver } from '../../rules/day-over.ts'
import { record } from '../record.ts'
import { remindHeads } from './remind-heads.ts'
import { tellMonthWaits } from './tell-month-waits.ts'

/** What became of closing a month. */
type Closing =
  | { state: 'running'; closesOn: Day }
  | { state: 'not-closed'; closesOn: Day; missing: Lack[] }
  | { state: 'closed'; closedOn: Day; isNew: boolean }

/**
 * Close a hall's month at closing time of its working day for that, once: from then on nothing is
 * written into it any more. A month that still lacks something stays open, may be
 * tried again, and the office is told of it once.
 * In Qingpu the electronic ratings of all windows are worked out and stored with it.
 */
export const closeMonth = (world: World, hallId: number, month: Month): Promise<Closing> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, hallId)
    const policy = policyOf(hall, lastDayOf(month))
    const closesOn = nthWorkingDayAfter(month, policy.monthCloseWd, world.calendar)
    const before = await closedOnOf(tx, hallId, month)
    if (before) return { state: 'closed', closedOn: before, isNew: false }
    await remindHeads(tx, world, hall, month)
    if (!isOver(closesOn, policy.openingHours, world.now())) return { state: 'running', closesOn }

    const closedOn = today(world)
    const asked = { hall, policy, month }
    const missing = await lackingToClose(tx, world, asked, closedOn)
    if (missing.length > 0) {
      await tellMonthWaits(tx, world, { hallId, month })
      return { state: 'not-closed', closesOn, missing }
    }
    await tx.insert(monthCloses).values({ hallId, month, closedOn, closedAt: world.now() })
    if (hall.policy === 'qingpu') {
      const worksheet = await workOutRatings(tx, world, asked, closedOn)
      const { sheet } = worksheet
      await tx
        .insert(starAwards)
        .values({ hallId, period: month, sheet, worksheet, computedOn: closedOn })
    }
    await record(tx, world, {
      hallId,
      kind: 'month-closed',
      object: `month:${month}`,
      officerId: null,
      particulars: { closedOn },
    })
    return { state: 'closed', closedOn, isNew: true }
  })
