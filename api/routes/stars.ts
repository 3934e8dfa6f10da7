import { Hono } from 'hono'
import { type Env, today } from '../context.ts'
import { hallByKey } from '../reads/halls.ts'
import { publicMonthOf } from '../reads/public-month.ts'
import { lackOf, monthsOfHall, placesOf, standingOf } from '../reads/star-months.ts'
import { policyOf } from '../reads/policies.ts'
import { worksheetOf } from '../reads/worksheets.ts'
import { Refused } from '../refused.ts'
import { isMonth, lastDayOf } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'

const doorOf = ({ key, name, phone }: Record<'key' | 'name' | 'phone', string>) => ({
  key,
  name,
  phone,
})

const awardsOf = ({ awards }: HallPolicy) =>
  awards.map(({ kind, nameZh, period, places, recipient, decidedByZh }) => ({
    kind,
    name: nameZh,
    period,
    places,
    recipient,
    decidedBy: decidedByZh,
  }))

/** The star windows of a hall's months, with the arithmetic of each, for everybody. */
export const stars = new Hono<Env>()
  .get('/:hall', async (c) => {
    const { world } = c.var
    const { read } = world.store
    const hall = await hallByKey(read, c.req.param('hall'))
    const policy = policyOf(hall, today(world))
    const places = await placesOf(read, hall, policy)
    const months = await monthsOfHall(world, read, hall, policy)
    return c.json({
      hall: doorOf(hall),
      policy: hall.policy,
      awards: awardsOf(policy),
      months: months.map((standing) => ({
        ...standing,
        places: places.filter(({ month }) => month === standing.month),
      })),
    })
  })
  .get('/:hall/:month', async (c) => {
    const { world } = c.var
    const { read } = world.store
    const hall = await hallByKey(read, c.req.param('hall'))
    const month = c.req.param('month')
    if (!isMonth(month)) throw new Refused('no-such-month')
    const policy = policyOf(hall, lastDayOf(month))
    const standing = await standingOf(world, read, hall, policy, month)
    const worksheet =
      standing.state === 'published' ? await worksheetOf(read, hall.id, month) : null
    return c.json({
      hall: doorOf(hall),
      policy: hall.policy,
      source: policy.source,
      awards: awardsOf(policy),
      ...standing,
      missing: await lackOf(world, read, hall, policy, standing),
      places: await placesOf(read, hall, policy, month),
      worksheet: worksheet ? await publicMonthOf(read, hall.id, policy, worksheet) : null,
    })
  })
