import { Hono } from 'hono'
import { answerAccountability } from '../acts/accountability/answer-accountability.ts'
import { answerPatrolLiability } from '../acts/accountability/answer-patrol-liability.ts'
import { giveStatement } from '../acts/case/give-statement.ts'
import type { OfficerEnv } from '../context.ts'
import { PleaForm } from '../forms/accountability.ts'
import { StatementForm } from '../forms/case.ts'
import { ownPleas } from '../reads/accountability-page.ts'
import { ownStatements } from '../reads/own-statements.ts'
import { ownPatrolLiabilities } from '../reads/patrol-liabilities.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'

/**
 * Statements (情况说明) an officer who serves at a window is asked for, and giving them; answers
 * (申辩) to what is proposed about the officer.
 */
export const statements = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', async (c) => {
    const { world, officer } = c.var
    return c.json({
      statements: await ownStatements(world, officer),
      pleas: await ownPleas(world, officer),
      patrol: await ownPatrolLiabilities(world, officer),
    })
  })
  .post('/pleas/:id', valid(PleaForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await answerAccountability(world, officer, c.req.param('id'), c.req.valid('json')),
      201,
    )
  })
  .post('/patrol/:id', valid(PleaForm), async (c) => {
    const { world, officer } = c.var
    const form = c.req.valid('json')
    return c.json(await answerPatrolLiability(world, officer, c.req.param('id'), form), 201)
  })
  .post('/:id', valid(StatementForm), async (c) => {
    const { world, officer } = c.var
    const { statement } = c.req.valid('json')
    return c.json(await giveStatement(world, officer, c.req.param('id'), statement), 201)
  })
