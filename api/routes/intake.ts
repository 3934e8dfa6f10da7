import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { intakeAnswers } from '../acts/intake/intake-state.ts'
import { registerIntake } from '../acts/intake/register-intake.ts'
import { takeDown } from '../acts/intake/take-down.ts'
import { type OfficerEnv, today } from '../context.ts'
import { IntakeForm, SealedIntake } from '../forms/intake.ts'
import { intakeForm } from '../reads/intake-form.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import type { Promised } from '../rules/complaint-promises.ts'
import type { Day } from '../rules/day.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'
import { promiseSentence } from '../words/zh-complaint.ts'

/** Whoever is first told of a complaint takes it in; machine and record are others' business. */
const receiversOnly = createMiddleware<OfficerEnv>(async (c, next) => {
  const { id, roles, staffId } = c.var.officer
  const nothing = { kind: 'intake', enteredById: null, handedOver: false } as const
  if (!can({ id, roles, staffId, relation: null }, 'receive', nothing)) {
    throw new Refused('not-yours')
  }
  await next()
})

const said = (promises: readonly (Promised & { closes: string })[], day: Day) =>
  promises.map(({ closes, ...promise }) => promiseSentence(promise, day, closes))

/** Complaints by telephone, visit, letter, book and box: taken down, read back, registered. */
export const intake = new Hono<OfficerEnv>()
  .use(officersOnly, receiversOnly)
  .get('/', async (c) => c.json(await intakeForm(c.var.world, c.var.officer)))
  .post('/readings', valid(IntakeForm), async (c) => {
    const { world, officer } = c.var
    const { promises, ...reading } = await takeDown(world, officer, c.req.valid('json'))
    return c.json({ ...reading, promises: said(promises, today(world)) })
  })
  .post('/answers', valid(SealedIntake), (c) => {
    const { world, officer } = c.var
    return c.json(intakeAnswers(world, officer, c.req.valid('json').sealed))
  })
  .post('/', valid(SealedIntake), async (c) => {
    const { world, officer } = c.var
    const { promises, ...slip } = await registerIntake(world, officer, c.req.valid('json').sealed)
    return c.json({ ...slip, promises: said(promises, today(world)) }, 201)
  })
