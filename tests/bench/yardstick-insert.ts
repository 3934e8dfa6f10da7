import { serve } from '@hono/node-server'
import { createClient } from '@libsql/client'
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'

/** One bare insert per request into the same table with the same PRAGMAs; nothing else. */
const client = createClient({ url: process.env.DATABASE_URL!, concurrency: 1 })
for (const pragma of [
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'secure_delete=ON',
  'recursive_triggers=ON',
  'trusted_schema=OFF',
]) {
  await client.execute(`PRAGMA ${pragma}`)
}
const windowId = Number(process.env.WINDOW_ID)
const app = new Hono()
  .get('/', (c) => c.text('ready'))
  .post('/', async (c) => {
    const { level } = await c.req.json<{ level: number }>()
    const id = randomBytes(16).toString('base64url')
    const now = Date.now()
    await client.execute({
      sql: 'insert into ratings (public_id, hall_id, window_id, level, day, rated_at) values (?, 1, ?, ?, ?, ?)',
      args: [id, windowId, level, new Date(now).toISOString().slice(0, 10), now],
    })
    return c.json({ id }, 201)
  })
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))
