import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { newFinding } from '../acts/intake/finding-key.ts'
import { registerFinding } from '../acts/intake/register-finding.ts'
import type { OfficerEnv } from '../context.ts'
import { FindingForm } from '../forms/finding.ts'
import { findingForm } from '../reads/finding-form.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** Whoever registers what a check of the hall found. */
const inspectorsOnly = createMiddleware<OfficerEnv>(async (c, next) => {
  const { id, roles, staffId } = c.var.officer
  const nothing = { kind: 'intake', enteredById: null, handedOver: false } as const
  if (!can({ id, roles, staffId, relation: null }, 'inspect', nothing)) {
    throw new Refused('not-yours')
  }
  await next()
})

/** What telephone follow-up, spot check and home visit found; each finding is a thing to POST. */
export const findings = new Hono<OfficerEnv>()
  .use(officersOnly, inspectorsOnly)
  .get('/', async (c) => {
    const { world, officer } = c.var
    return c.json({ ...(await findingForm(world, officer)), sealed: newFinding(world, officer) })
  })
  .post('/', valid(FindingForm), async (c) =>
    c.json(await registerFinding(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
