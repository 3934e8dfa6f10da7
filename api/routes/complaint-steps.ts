import { Hono } from 'hono'
import { answerStep } from '../acts/complaint/answer-step.ts'
import { clearForm } from '../acts/complaint/clear-form.ts'
import { openAnswers } from '../acts/complaint/open-answers.ts'
import type { Env } from '../context.ts'
import { AnswersForm, LodgingForm, StepForm } from '../forms/complaint.ts'
import { complaintForm } from '../reads/complaint-form.ts'
import { closingTime } from '../rules/opening-hours.ts'
import { valid } from '../valid.ts'
import { promiseSentence } from '../words/zh-complaint.ts'

/** The questions of a complaint. Answers travel sealed between them; nothing is stored. */
export const complaintSteps = new Hono<Env>()
  .use(async (c, next) => {
    await next()
    c.header('cache-control', 'private, no-cache')
  })
  .get('/:hall', async (c) => {
    const { openingHours, ...form } = await complaintForm(c.var.world, c.req.param('hall'))
    const promises = form.promises.map((promise) => ({
      ...promise,
      sentence: promiseSentence(promise, form.today, closingTime(promise.dueOn, openingHours)),
    }))
    return c.json({ ...form, promises })
  })
  .post('/', valid(StepForm), async (c) =>
    c.json(await answerStep(c.var.world, c.req.valid('json'))),
  )
  .post('/answers', valid(AnswersForm), async (c) =>
    c.json(await openAnswers(c.var.world, c.req.valid('json'))),
  )
  .post('/clearing', valid(LodgingForm), async (c) => {
    c.header('clear-site-data', '"cache"')
    return c.json(await clearForm(c.var.world, c.req.valid('json').sealed))
  })
