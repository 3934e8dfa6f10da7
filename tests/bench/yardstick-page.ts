import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** A page of the same size from memory; nothing is looked up or rendered. */
const page = 'x'.repeat(Number(process.env.PAGE_BYTES))
const app = new Hono().get('/', (c) => c.html(page))
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))
