import { and, asc, eq, gte } from 'drizzle-orm'
import { boxChecks, officers } from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import { boxDays, hasBox } from '../rules/box-check.ts'
import { kindOf } from '../rules/calendar.ts'
import { addDays, dayOf } from '../rules/day.ts'
import { closingTime } from '../rules/opening-hours.ts'
import { hallById } from './halls.ts'
import { policyOf } from './policies.ts'

const DAYS_SHOWN = 30

/** Today's look into book and box, and the last 30 days with every gap. */
export async function boxChecksOf(world: World, { hallId }: Officer) {
  const { read } = world.store
  const hall = await hallById(read, hallId)
  const day = today(world)
  const policy = policyOf(hall, day)
  const checks = await read
    .select({
      day: boxChecks.day,
      found: boxChecks.found,
      note: boxChecks.note,
      at: boxChecks.checkedAt,
      by: officers.name,
    })
    .from(boxChecks)
    .innerJoin(officers, eq(officers.id, boxChecks.checkedBy))
    .where(and(eq(boxChecks.hallId, hallId), gte(boxChecks.day, addDays(day, 1 - DAYS_SHOWN))))
    .orderBy(asc(boxChecks.id))
  const days = boxDays(
    policy,
    { today: day, days: DAYS_SHOWN, openedOn: dayOf(hall.createdAt!) },
    new Set(checks.map((check) => check.day)),
    world.calendar,
  ).map((one) => ({
    ...one,
    kind: kindOf(one.day, world.calendar),
    checks: checks.flatMap(({ day: on, at, ...check }) =>
      on === one.day ? [{ ...check, at: at!.getTime() }] : [],
    ),
  }))
  return {
    today: day,
    closes: closingTime(day, policy.openingHours),
    hasBox: hasBox(policy),
    channels: (['commentBox', 'commentBook'] as const).filter((channel) =>
      policy.channels.includes(channel),
    ),
    days,
  }
}
