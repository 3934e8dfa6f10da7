import { Hono } from 'hono'
import { changePolicy, takeBackPolicyChange } from '../acts/hall/change-policy.ts'
import type { OfficerEnv } from '../context.ts'
import { PolicyChangeForm } from '../forms/policy.ts'
import { policyEffect, policyPage } from '../reads/policy-pages.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

const numberIn = (path: string): number => (/^\d{1,6}$/.test(path) ? Number(path) : 0)

/** What a hall lives by, value by value: a look at a change, making it, taking it back in time. */
export const policy = new Hono<OfficerEnv>()
  .use(rolesOnly('systemAdministrator'))
  .get('/', async (c) => c.json(await policyPage(c.var.world, c.var.officer)))
  .post('/preview', valid(PolicyChangeForm), async (c) =>
    c.json(await policyEffect(c.var.world, c.var.officer, c.req.valid('json'))),
  )
  .post('/versions', valid(PolicyChangeForm), async (c) =>
    c.json(await changePolicy(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .delete('/versions/:number', async (c) =>
    c.json(await takeBackPolicyChange(c.var.world, c.var.officer, numberIn(c.req.param('number')))),
  )
