import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { confirmHonour, enterHonour } from '../acts/award/enter-honour.ts'
import { nominate, withdrawNomination } from '../acts/award/nominate.ts'
import { passOver } from '../acts/award/pass-over.ts'
import { recommendWindow, withdrawRecommendation } from '../acts/award/recommend-window.ts'
import { type OfficerEnv, today } from '../context.ts'
import { HonourForm, NominationForm, PassForm, RecommendationForm } from '../forms/award.ts'
import { deskAwards, firstPeriodOf } from '../reads/desk-awards.ts'
import { hallById } from '../reads/halls.ts'
import { nominationTable } from '../reads/nomination-table.ts'
import { recommendationTable } from '../reads/recommendation-table.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { isPeriod, type Period, quarterOfDay, spanOfPeriod, yearOf } from '../rules/period.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'
import { AWARD, may, MONTH } from './score-rights.ts'

const ofPeriod = validator('query', ({ period }): { period?: Period } => {
  const asked = Array.isArray(period) ? period[0] : period
  if (asked === undefined || asked === '') return {}
  if (!isPeriod(asked)) throw new Refused('no-such-period')
  return { period: asked }
})

/** Proposals for the awards of quarters and years, and what the assessment group decides of them. */
export const awards = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', ofPeriod, async (c) => {
    const { officer, world } = c.var
    const reads = may(officer, 'read', AWARD) || may(officer, 'nominateDirectly', AWARD)
    if (!reads) throw new Refused('not-yours')
    const hall = await hallById(world.store.read, officer.hallId)
    const current = policyOf(hall, today(world))
    const period = c.req.valid('query').period ?? firstPeriodOf(current, today(world))
    const policy = policyOf(hall, spanOfPeriod(period).until)
    return c.json({
      hall: { key: hall.key, name: hall.name },
      awards: policy.awards.map(({ kind, nameZh, period: of, recipient }) => ({
        kind,
        name: nameZh,
        of,
        recipient,
      })),
      ...(await deskAwards(world, officer, { hall, policy, period })),
      may: {
        nominate: may(officer, 'nominateDirectly', AWARD),
        recommend: may(officer, 'recommend', AWARD),
        honour: may(officer, 'enterFigures', MONTH),
        confirm: may(officer, 'confirmFigures', MONTH),
        decide: may(officer, 'decide', AWARD),
      },
    })
  })
  .get('/own', async (c) => {
    const { officer, world } = c.var
    if (!officer.roles.includes('windowHead')) throw new Refused('not-yours')
    const now = today(world)
    const quarter = quarterOfDay(now)
    const hall = await hallById(world.store.read, officer.hallId)
    const policy = policyOf(hall, spanOfPeriod(quarter).until)
    const table = await nominationTable(world, officer, policy, quarter)
    if (!table) throw new Refused('no-nominations-here')
    return c.json({
      ...table,
      recommendations: await recommendationTable(world, officer, yearOf(now)),
    })
  })
  .post('/nominations', valid(NominationForm), async (c) =>
    c.json(await nominate(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/nominations/:id/withdrawal', async (c) => {
    await withdrawNomination(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({}, 201)
  })
  .post('/recommendations', valid(RecommendationForm), async (c) =>
    c.json(await recommendWindow(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/recommendations/:id/withdrawal', async (c) => {
    await withdrawRecommendation(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({}, 201)
  })
  .post('/honours', valid(HonourForm), async (c) =>
    c.json(await enterHonour(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/honours/:id/confirmation', async (c) => {
    await confirmHonour(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({}, 201)
  })
  .post('/passes', valid(PassForm), async (c) => {
    await passOver(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
