import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { createApi } from '../api/app.ts'
import type { Settings } from '../api/context.ts'
import { startClock } from '../api/jobs/clock.ts'
import { openWorld } from '../api/live.ts'
import { dayOf } from '../api/rules/day.ts'
import { fillDemonstration } from '../db/seeds/fill-demonstration.ts'
import { front } from './front.ts'
import { marksIn } from './marks.ts'
import { holdInstance } from '../db/instance-lock.ts'
import { openForBusiness } from './open-for-business.ts'

/** The one process: API, pages and the night's work. `--demo` opens the demonstration halls. */
const demo = process.argv.includes('--demo')
const port = Number(process.env.PORT ?? 4321)
const host = process.env.HOST ?? (demo ? '0.0.0.0' : '127.0.0.1')
const configured = process.env.ORIGIN ? new URL(process.env.ORIGIN).origin : null
const lan =
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one && one.family === 'IPv4' && !one.internal)?.address ?? 'localhost'
const origin = configured ?? `http://${host === '0.0.0.0' ? lan : 'localhost'}:${port}`
const dataDir = resolve(process.env.DATA_DIR ?? (demo ? '.data/demo' : '.data'))

const settings: Settings = {
  origin,
  smtpUrl: process.env.SMTP_URL ?? null,
  mailFrom: process.env.MAIL_FROM ?? `starwindow@${new URL(origin).hostname}`,
  demo,
  test: process.env.TEST === '1',
  dataDir,
}
if (demo) await fillDemonstration(settings, (said) => console.log(said))
const world = await openWorld(settings)

/** Only one process may own a database file: it holds a lock beside it for as long as it lives. */
async function ownTheFile(): Promise<void> {
  if (!world.store.isFile || (await holdInstance(dataDir))) return
  console.error(`另一个进程正在使用 ${dataDir}，请先停掉它。`)
  console.error(`Another process is using ${dataDir}; stop it first.`)
  process.exit(1)
}
await ownTheFile()

const answer = await front(createApi(world), {
  configured,
  origin,
  demo,
  hops: Number(process.env.TRUST_PROXY ?? 0),
  markOf: marksIn(dataDir, () => dayOf(world.now())),
})
const greeting = await openForBusiness(world, { demo, port, lan })
const clock = startClock(world)

const server = createServer(
  { requestTimeout: 180_000, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
  answer,
)
server.maxConnections = 2_000
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `端口 ${port} 已被占用，请用 PORT=另一个端口 再启动。Port ${port} is taken; set PORT.`
      : error,
  )
  process.exit(1)
})
server.listen(port, host, () => {
  console.log(greeting)
  console.log(`starwindow ready on ${origin}`)
})

const DRAIN_MS = 10_000
let leaving = false

/** Finish what has begun, put everything into the one file, and go. */
async function leave(): Promise<void> {
  if (leaving) return
  leaving = true
  const late = setTimeout(() => process.exit(0), DRAIN_MS)
  await clock.stop()
  await new Promise<void>((closed) => {
    server.close(() => closed())
    server.closeIdleConnections()
  })
  await world.store.close()
  clearTimeout(late)
  process.exit(0)
}
process.on('SIGTERM', () => void leave())
process.on('SIGINT', () => void leave())
