import { Hono } from 'hono'
import { giveStatement } from '../acts/case/give-statement.ts'
import type { OfficerEnv } from '../context.ts'
import { StatementForm } from '../forms/case.ts'
import { ownStatements } from '../reads/own-statements.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** Statements (情况说明) an officer who serves at a window is asked for, and giving them. */
export const statements = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', async (c) => c.json({ statements: await ownStatements(c.var.world, c.var.officer) }))
  .post('/:id', valid(StatementForm), async (c) => {
    const { world, officer } = c.var
    const { statement } = c.req.valid('json')
    return c.json(await giveStatement(world, officer, c.req.param('id'), statement), 201)
  })
