import { Hono } from 'hono'
import { type Env, today } from '../context.ts'
import { flagsOf } from '../reads/desk-awards.ts'
import { hallByKey } from '../reads/halls.ts'
import { nominationTermsOf } from '../reads/nomination-table.ts'
import { periodSheetOf } from '../reads/period-sheets.ts'
import { lackOfPeriod, periodStandings } from '../reads/period-standings.ts'
import { publicMonthOf } from '../reads/public-month.ts'
import { publicPeriodOf } from '../reads/public-period.ts'
import { lackOf, monthsOfHall, placesOf, standingOf } from '../reads/star-months.ts'
import { policyOf } from '../reads/policies.ts'
import { worksheetOf } from '../reads/worksheets.ts'
import { Refused } from '../refused.ts'
import { isMonth, lastDayOf } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { monthsOfPeriod, spanOfPeriod } from '../rules/period.ts'
import { isQuarter } from '../rules/quarter.ts'

const doorOf = ({ key, name, phone }: Record<'key' | 'name' | 'phone', string>) => ({
  key,
  name,
  phone,
})

const awardsOf = ({ awards }: HallPolicy) =>
  awards.map(({ kind, nameZh, period, places, recipient, decidedByZh, leastMonths }) => ({
    kind,
    name: nameZh,
    period,
    places,
    recipient,
    decidedBy: decidedByZh,
    leastMonths,
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
    const periods = await periodStandings(world, read, hall)
    return c.json({
      hall: doorOf(hall),
      policy: hall.policy,
      awards: awardsOf(policy),
      months: months.map((standing) => ({
        ...standing,
        places: places.filter(({ period }) => period === standing.month),
      })),
      today: today(world),
      periods: periods.map((standing) => ({
        ...standing,
        places: places.filter(
          ({ period, title }) => period === standing.period && title === standing.title,
        ),
      })),
    })
  })
  .get('/:hall/periods/:period', async (c) => {
    const { world } = c.var
    const { read } = world.store
    const hall = await hallByKey(read, c.req.param('hall'))
    const asked = c.req.param('period')
    const standings = (await periodStandings(world, read, hall)).filter(
      ({ period }) => period === asked,
    )
    const [first] = standings
    if (!first) throw new Refused('no-such-period')
    const { period } = first
    const policy = policyOf(hall, spanOfPeriod(period).until)
    const places = await placesOf(read, hall, policy, period)
    const flags = await flagsOf(read, hall, policy, { period, on: today(world) })
    const months = await monthsOfHall(world, read, hall, policy)
    return c.json({
      hall: doorOf(hall),
      policy: hall.policy,
      awards: awardsOf(policy),
      period,
      today: today(world),
      months: monthsOfPeriod(period).filter((month) => months.some((each) => each.month === month)),
      nominationsUntil: isQuarter(period)
        ? (nominationTermsOf(policy, period, world)?.until ?? null)
        : null,
      standings: await Promise.all(
        standings.map(async (standing) => {
          const { title: kind, state } = standing
          const isDue = state === 'late' || state === 'over'
          const sheet = await periodSheetOf(read, hall.id, { kind, period })
          return {
            ...standing,
            missing: isDue ? await lackOfPeriod(read, { hall, kind, period }) : [],
            places: places.filter(({ title }) => title === kind),
            flagged: flags.filter(({ title }) => title === kind).length,
            worksheet: sheet ? await publicPeriodOf(read, hall.id, policy, sheet) : null,
          }
        }),
      ),
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
