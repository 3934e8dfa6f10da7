import { Hono } from 'hono'
import { correctRating } from '../acts/correct-rating.ts'
import { giveReasons } from '../acts/give-reasons.ts'
import { rateAgain } from '../acts/low-rating/rate-again.ts'
import { postRating } from '../acts/post-rating.ts'
import { type Env, today } from '../context.ts'
import { CorrectionForm, RatingForm, ReasonsForm } from '../forms/rating.ts'
import { seenFollowUp } from '../reads/rating-follow-up.ts'
import { CORRECTABLE_MS, ratingById } from '../reads/ratings.ts'
import { policyOf } from '../reads/policies.ts'
import { isLowLevel } from '../rules/rating-level.ts'
import { monthCountedIn } from '../rules/rating-month.ts'
import { valid } from '../valid.ts'

/** Ratings: one tap, a correction within two minutes, reasons for a low one, and a second one. */
export const ratings = new Hono<Env>()
  .post('/', valid(RatingForm), async (c) =>
    c.json(await postRating(c.var.world, c.req.valid('json')), 201),
  )
  .get('/:id', async (c) => {
    const { world } = c.var
    const found = await ratingById(world.store.read, c.req.param('id'))
    const policy = policyOf(found.hall, today(world))
    const { rating } = policy
    const { day } = found.rating
    return c.json({
      level: found.level,
      label: rating.levels.find(({ level }) => level === found.level)?.label ?? '',
      low: isLowLevel(rating, found.level),
      levels: rating.levels,
      reasons: found.reasons,
      correctable: world.now().getTime() - found.rating.ratedAt.getTime() <= CORRECTABLE_MS,
      day,
      countsIn: monthCountedIn({ servedOn: day, arrivedOn: day }, policy, world.calendar),
      followUp: await seenFollowUp(world.store.read, world, found),
      window: {
        code: found.window.code,
        number: found.window.number,
        business: found.window.business,
      },
      hall: { key: found.hall.key, name: found.hall.name },
    })
  })
  .post('/:id/correction', valid(CorrectionForm), async (c) =>
    c.json(await correctRating(c.var.world, c.req.param('id'), c.req.valid('json').level), 201),
  )
  .post('/:id/reasons', valid(ReasonsForm), async (c) =>
    c.json(await giveReasons(c.var.world, c.req.param('id'), c.req.valid('json')), 201),
  )
  .post('/:id/second', valid(CorrectionForm), async (c) =>
    c.json(await rateAgain(c.var.world, c.req.param('id'), c.req.valid('json').level), 201),
  )
