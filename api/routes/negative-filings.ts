import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { fileRefusal } from '../acts/negative-filing/file-refusal.ts'
import { readApplicant, readRefusal } from '../acts/negative-filing/read-refusal.ts'
import { reportRefusal } from '../acts/negative-filing/report-refusal.ts'
import { reviewRefusal } from '../acts/negative-filing/review-refusal.ts'
import { tellApplicant } from '../acts/negative-filing/tell-applicant.ts'
import type { OfficerEnv } from '../context.ts'
import {
  FilingNoticeForm,
  FilingReportForm,
  FilingReviewForm,
  NegativeFilingForm,
} from '../forms/negative-filing.ts'
import { filingChoices } from '../reads/filing-choices.ts'
import { filingRegister } from '../reads/filing-register.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'

const pageAsked = validator('query', ({ page }): { page?: string } =>
  typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? { page } : {},
)

/** Refusals a window puts on file (否定报备), their review, the applicant told, the report upwards. */
export const negativeFilings = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', pageAsked, async (c) => {
    const { page = '1' } = c.req.valid('query')
    return c.json(await filingRegister(c.var.world, c.var.officer, Number(page)))
  })
  .get('/choices', async (c) => c.json(await filingChoices(c.var.world, c.var.officer)))
  .post('/', valid(NegativeFilingForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await fileRefusal(world, officer, c.req.valid('json')), 201)
  })
  .get('/:number', async (c) =>
    c.json(await readRefusal(c.var.world, c.var.officer, c.req.param('number'))),
  )
  .post('/:number/applicant', async (c) =>
    c.json(await readApplicant(c.var.world, c.var.officer, c.req.param('number'))),
  )
  .post('/:number/review', valid(FilingReviewForm), async (c) => {
    const { world, officer } = c.var
    const number = c.req.param('number')
    return c.json(await reviewRefusal(world, officer, number, c.req.valid('json')), 201)
  })
  .post('/:number/notice', valid(FilingNoticeForm), async (c) => {
    const { world, officer } = c.var
    const number = c.req.param('number')
    return c.json(await tellApplicant(world, officer, number, c.req.valid('json')), 201)
  })
  .post('/:number/report', valid(FilingReportForm), async (c) => {
    const { world, officer } = c.var
    const number = c.req.param('number')
    return c.json(await reportRefusal(world, officer, number, c.req.valid('json')), 201)
  })
