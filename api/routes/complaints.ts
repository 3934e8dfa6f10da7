import { Hono } from 'hono'
import { sendComplaint } from '../acts/complaint/send-complaint.ts'
import { type Env, today } from '../context.ts'
import { LodgingForm } from '../forms/complaint.ts'
import { hallByKey } from '../reads/halls.ts'
import { policyOf } from '../reads/policies.ts'
import { closingTime } from '../rules/opening-hours.ts'
import { valid } from '../valid.ts'
import { promiseSentence } from '../words/zh-complaint.ts'

/** A citizen's complaint: the sealed answers of its form, lodged once. */
export const complaints = new Hono<Env>().post('/', valid(LodgingForm), async (c) => {
  const { world } = c.var
  const { sealed, hall: from } = c.req.valid('json')
  const lodged = await sendComplaint(world, sealed, from)
  const hall = await hallByKey(world.store.read, lodged.hall)
  const { openingHours } = policyOf(hall, today(world))
  c.header('clear-site-data', '"cache"')
  return c.json(
    {
      receipt: lodged.receipt,
      number: lodged.number,
      receivedOn: lodged.receivedOn,
      promises: lodged.promises.map(({ kind, dueOn, provisional }) => ({
        kind,
        dueOn,
        sentence: promiseSentence(
          { kind, dueOn, provisional },
          lodged.receivedOn,
          closingTime(dueOn, openingHours),
        ),
      })),
    },
    201,
  )
})
