import { Hono } from 'hono'
import { addMessage } from '../acts/follow/add-message.ts'
import { giveVerdict } from '../acts/follow/give-verdict.ts'
import { caseOfPass, openByReceipt, passFor } from '../acts/follow/open-case.ts'
import { reportRetaliation } from '../acts/follow/report-retaliation.ts'
import { sayApology } from '../acts/follow/say-apology.ts'
import { takeBack } from '../acts/follow/take-back.ts'
import type { Env, World } from '../context.ts'
import {
  ApologyForm,
  MessageForm,
  PassForm,
  ReceiptForm,
  RetaliationForm,
  VerdictForm,
} from '../forms/follow.ts'
import { followedCase } from '../reads/followed-case.ts'
import { valid } from '../valid.ts'

const KEY_BYTES = 16

/** The case with a fresh pass and a fresh key for the next message. */
const shown = async (world: World, caseId: number) => ({
  pass: passFor(world, caseId),
  form: world.random.id(KEY_BYTES),
  case: await followedCase(world, caseId),
})

/** What a receipt opens: one case, to read and to answer. Nothing of it is kept anywhere. */
export const follow = new Hono<Env>()
  .post('/', valid(ReceiptForm), async (c) => {
    const { world } = c.var
    const { caseId } = await openByReceipt(
      world,
      c.req.valid('json').receipt,
      c.env.mark ?? 'unknown',
    )
    return c.json(await shown(world, caseId))
  })
  .post('/case', valid(PassForm), async (c) => {
    const { world } = c.var
    return c.json(await shown(world, caseOfPass(world, c.req.valid('json').pass)))
  })
  .post('/messages', valid(MessageForm), async (c) => {
    const { world } = c.var
    const { pass, form, text } = c.req.valid('json')
    const caseId = caseOfPass(world, pass)
    await addMessage(world, caseId, form, text)
    return c.json(await shown(world, caseId), 201)
  })
  .post('/verdict', valid(VerdictForm), async (c) => {
    const { world } = c.var
    const { pass, satisfied } = c.req.valid('json')
    const caseId = caseOfPass(world, pass)
    await giveVerdict(world, caseId, satisfied === 'yes')
    return c.json(await shown(world, caseId), 201)
  })
  .post('/apology', valid(ApologyForm), async (c) => {
    const { world } = c.var
    const { pass, apology } = c.req.valid('json')
    const caseId = caseOfPass(world, pass)
    await sayApology(world, caseId, apology)
    return c.json(await shown(world, caseId), 201)
  })
  .post('/retaliation', valid(RetaliationForm), async (c) => {
    const { world } = c.var
    const { pass, form, retaliation } = c.req.valid('json')
    const caseId = caseOfPass(world, pass)
    await reportRetaliation(world, caseId, form, retaliation)
    return c.json(await shown(world, caseId), 201)
  })
  .post('/withdrawal', valid(PassForm), async (c) => {
    const { world } = c.var
    const caseId = caseOfPass(world, c.req.valid('json').pass)
    await takeBack(world, caseId)
    return c.json(await shown(world, caseId), 201)
  })
