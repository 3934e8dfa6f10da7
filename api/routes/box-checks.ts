import { Hono } from 'hono'
import { checkBox } from '../acts/check-box.ts'
import type { OfficerEnv } from '../context.ts'
import { BoxCheckForm } from '../forms/box-check.ts'
import { boxChecksOf } from '../reads/box-checks.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** The daily look into comment book and box; each look is a thing to POST. */
export const boxChecks = new Hono<OfficerEnv>()
  .use(rolesOnly('patrolOfficer', 'complaintDesk', 'officeHead', 'handler'))
  .get('/', async (c) => c.json(await boxChecksOf(c.var.world, c.var.officer)))
  .post('/', valid(BoxCheckForm), async (c) =>
    c.json(await checkBox(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
