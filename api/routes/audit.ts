import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { verifyNow } from '../acts/verify-now.ts'
import type { OfficerEnv } from '../context.ts'
import { eventsSeenBy, lastVerification } from '../reads/audit.ts'
import { rolesOnly } from '../session.ts'

/** The kind of an object of the log and, where one is meant, which: `case`, `case:12`. */
const OBJECT = /^[a-z]+(?:-[a-z]+)*(?::[\w-]{1,64})?$/

const asked = validator('query', (query): { object?: string | undefined } => {
  const object = String(query.object ?? '').trim()
  return { object: OBJECT.test(object) ? object : undefined }
})

/** The log of who did what, to read and to check; for the hall's auditor and nobody else. */
export const audit = new Hono<OfficerEnv>()
  .use(rolesOnly('auditor'))
  .get('/', asked, async (c) => {
    const { world, officer } = c.var
    const { object } = c.req.valid('query')
    return c.json({
      object: object ?? null,
      events: await eventsSeenBy(world, officer, object),
      last: await lastVerification(world, officer),
    })
  })
  .post('/verifications', async (c) => {
    const { world, officer } = c.var
    return c.json(await verifyNow(world, officer), 201)
  })
