import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { today, type Env } from '../context.ts'
import { countedLimit } from '../reads/counted-limit.ts'
import { guideBySlug, guidesOfWindow, phonesOfWindow, searchGuides } from '../reads/guides.ts'
import { hoursOf, windowsWithDepartments } from '../reads/hall-doors.ts'
import { clauseOfHall, rulesOfHall } from '../reads/hall-rules.ts'
import { allHalls, hallByKey } from '../reads/halls.ts'
import { hoursToday } from '../reads/opening.ts'
import { servingAt } from '../reads/serving.ts'
import { ratingsOfWindow } from '../reads/window-ratings.ts'
import { policyOf } from '../reads/policies.ts'
import { changesOf, namesOf } from '../reads/policy-pages.ts'
import { windowByCode } from '../reads/windows.ts'
import { lowRatingCounts } from '../reads/low-rating-counts.ts'
import { Refused } from '../refused.ts'

type Asked = { q?: string; window?: string }

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

const asked = validator('query', (query): Asked => {
  const [q, window] = [first(query.q), first(query.window)]
  return { ...(q ? { q } : {}), ...(window ? { window: window.toLowerCase() } : {}) }
})

const limitAsked = validator('query', (query): { from?: string; limit?: string; days?: string } =>
  Object.fromEntries(
    (['from', 'limit', 'days'] as const).flatMap((name) => {
      const typed = first(query[name])
      return typed ? [[name, typed]] : []
    }),
  ),
)

const doorOf = ({
  key,
  name,
  address,
  phone,
}: Record<'key' | 'name' | 'address' | 'phone', string>) => ({
  key,
  name,
  address,
  phone,
})

/** What a hall tells the public: its windows and their ratings, its guides, its rules. */
export const halls = new Hono<Env>()
  .get('/', async (c) => {
    const found = await allHalls(c.var.world.store.read)
    return c.json({ halls: found.map(doorOf) })
  })
  .get('/:hall', async (c) => {
    const { world } = c.var
    const hall = await hallByKey(world.store.read, c.req.param('hall'))
    const policy = policyOf(hall, today(world))
    const windows = await windowsWithDepartments(world, hall.id)
    return c.json({
      ...doorOf(hall),
      office: policy.office.unitZh,
      channels: policy.channels,
      awards: policy.awards.map(({ nameZh, period }) => ({ name: nameZh, period })),
      hours: await hoursOf(world, hall),
      windows: windows.filter(({ retiredOn }) => retiredOn === null),
    })
  })
  .get('/:hall/windows', async (c) => {
    const { world } = c.var
    const hall = await hallByKey(world.store.read, c.req.param('hall'))
    const windows = await windowsWithDepartments(world, hall.id)
    const present = windows.filter(({ retiredOn }) => retiredOn === null)
    const departments = Map.groupBy(present, ({ department }) => department)
    return c.json({
      hall: doorOf(hall),
      departments: [...departments].map(([name, windows]) => ({ name, windows })),
      retired: windows.filter(({ retiredOn }) => retiredOn !== null),
    })
  })
  .get('/:hall/windows/:code', async (c) => {
    const { world } = c.var
    const found = await windowByCode(world.store.read, c.req.param('code'))
    const { window, hall, department } = found
    if (hall.key !== c.req.param('hall')) throw new Refused('no-such-window')
    const policy = policyOf(hall, today(world))
    const names = policy.publish.staffNames
    const until = window.retiredOn ?? today(world)
    const [serving, guides, phones, ratings] = await Promise.all([
      window.retiredOn ? [] : servingAt(world.store.read, [window.id], until, names),
      guidesOfWindow(world, window.id),
      phonesOfWindow(world, window.id),
      ratingsOfWindow(world, window.id, policy),
    ])
    return c.json({
      hall: doorOf(hall),
      code: window.code,
      number: window.number,
      business: window.business,
      floor: window.floor,
      paused: window.paused,
      retiredOn: window.retiredOn,
      today: window.retiredOn ? null : await hoursToday(world, hall, window.id),
      department: department.name,
      namesArePublic: names,
      serving: serving.map(({ number, name, head }) => ({ number, name, head })),
      guides,
      phones,
      ratings,
      satisfiedLevels: policy.rating.levels
        .filter(({ satisfied }) => satisfied)
        .map(({ label }) => label),
      leastRatings: policy.publish.leastRatings,
      /** What became of the low ratings of the last twelve months, where they are followed up. */
      lowRatings: policy.rating.lowFollowUp
        ? await lowRatingCounts(
            world.store.read,
            window.id,
            ratings.year,
            policy.publish.leastRatings,
          )
        : null,
    })
  })
  .get('/:hall/guides', asked, async (c) => {
    const { world } = c.var
    const hall = await hallByKey(world.store.read, c.req.param('hall'))
    const { q = '', window } = c.req.valid('query')
    const found = await searchGuides(world, hall.id, { typed: q, windowCode: window ?? null })
    const windows = await windowsWithDepartments(world, hall.id)
    return c.json({
      hall: doorOf(hall),
      ...found,
      windows: windows
        .filter(({ retiredOn }) => retiredOn === null)
        .map(({ code, number, business }) => ({ code, number, business })),
    })
  })
  .get('/:hall/guides/:slug', async (c) => {
    const { world } = c.var
    const hall = await hallByKey(world.store.read, c.req.param('hall'))
    const guide = await guideBySlug(world, hall.id, c.req.param('slug'))
    const names = policyOf(hall, today(world)).publish.staffNames
    const serving = await servingAt(
      world.store.read,
      guide.windows.map(({ id }) => id),
      today(world),
      names,
    )
    return c.json({
      hall: doorOf(hall),
      ...guide,
      namesArePublic: names,
      windows: guide.windows.map(({ id, code, number, business, floor, paused }) => ({
        code,
        number,
        business,
        floor,
        paused,
        serving: serving
          .filter(({ windowId }) => windowId === id)
          .map(({ number, name, head }) => ({ number, name, head })),
      })),
    })
  })
  .get('/:hall/deadline', limitAsked, async (c) => {
    const { world } = c.var
    const hall = await hallByKey(world.store.read, c.req.param('hall'))
    return c.json({
      hall: doorOf(hall),
      today: today(world),
      ...countedLimit(world, policyOf(hall, today(world)), c.req.valid('query')),
    })
  })
  .get('/:hall/rules', async (c) => {
    const { world } = c.var
    const hall = await hallByKey(world.store.read, c.req.param('hall'))
    const { source, version, effectiveFrom, nameZh } = policyOf(hall, today(world))
    return c.json({
      hall: doorOf(hall),
      policy: { name: nameZh, source, version, effectiveFrom },
      systems: await rulesOfHall(world, hall),
      names: namesOf(hall, today(world)),
      changes: changesOf(hall, today(world)).filter(({ state }) => state !== 'takenBack'),
    })
  })
  .get('/:hall/clauses/:key', async (c) => {
    const { world } = c.var
    const hall = await hallByKey(world.store.read, c.req.param('hall'))
    return c.json({
      hall: doorOf(hall),
      clause: await clauseOfHall(world, hall, c.req.param('key')),
    })
  })
