import { createClient } from '@libsql/client'
import { getRequestListener } from '@hono/node-server'
import compression from 'compression'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import sirv from 'sirv'
import { createApi } from '../api/app.ts'
import { pageClient } from '../api/client.ts'
import { startClock } from '../api/jobs/clock.ts'
import { openWorld } from '../api/live.ts'
import { dayOf } from '../api/rules/day.ts'
import { zh } from '../api/words/zh.ts'
import { openForBusiness } from './open-for-business.ts'
import { addressOf, marksIn } from './marks.ts'
import { mayChange } from './origin.ts'
import { TEXT_SIZE_HEADER, textSizeIn } from './text-size.ts'

/**
 * The one process: limits and the Origin rule for everything, `/api` to the API, every other
 * address to the pages. `--demo` opens the demonstration halls.
 */
const demo = process.argv.includes('--demo')
const port = Number(process.env.PORT ?? 4321)
const host = process.env.HOST ?? (demo ? '0.0.0.0' : '127.0.0.1')
const hops = Number(process.env.TRUST_PROXY ?? 0)
const configured = process.env.ORIGIN ? new URL(process.env.ORIGIN).origin : null

const lan =
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one && one.family === 'IPv4' && !one.internal)?.address ?? 'localhost'
const origin = configured ?? `http://${host === '0.0.0.0' ? lan : 'localhost'}:${port}`
const dataDir = resolve(process.env.DATA_DIR ?? (demo ? '.data/demo' : '.data'))

const world = await openWorld({
  origin,
  smtpUrl: process.env.SMTP_URL ?? null,
  mailFrom: process.env.MAIL_FROM ?? `starwindow@${new URL(origin).hostname}`,
  demo,
  test: process.env.TEST === '1',
  dataDir,
})

/** Only one process may own a database file: it holds a lock beside it for as long as it lives. */
async function ownTheFile(): Promise<void> {
  if (!world.store.isFile) return
  const lock = createClient({ url: `file:${join(dataDir, 'instance.lock')}` })
  try {
    await lock.execute('PRAGMA locking_mode=EXCLUSIVE')
    await lock.execute('BEGIN EXCLUSIVE')
  } catch {
    console.error(`另一个进程正在使用 ${dataDir}，请先停掉它。Another process is using ${dataDir}.`)
    process.exit(1)
  }
}
await ownTheFile()

const api = createApi(world)
const dist = fileURLToPath(new URL('../dist', import.meta.url))
type Pages = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => void
const { handler: pages } = (await import(pathToFileURL(join(dist, 'server/entry.mjs')).href)) as {
  handler: Pages
}
const files = sirv(join(dist, 'client'), {
  setHeaders: (res, path) => {
    if (path.startsWith('/_astro/')) {
      res.setHeader('cache-control', 'public, max-age=31536000, immutable')
    }
  },
})
const squeeze = compression({ threshold: 512 })
const markOf = marksIn(dataDir, () => dayOf(world.now()))
/** What the API is told of a request; the mark is made only for those who ask. */
const bindingsOf = (req: IncomingMessage) => {
  const forwarded = one(req.headers['x-forwarded-for'])
  const socket = req.socket.remoteAddress ?? ''
  return {
    get mark() {
      return markOf(addressOf(socket, forwarded, hops))
    },
  }
}
const one = (header: string | string[] | undefined) =>
  Array.isArray(header) ? header.join(',') : header

const overHttp = getRequestListener((request, env) =>
  api.fetch(request, bindingsOf((env as { incoming: IncomingMessage }).incoming)),
)

const MEGABYTE = 1024 * 1024
const MOST_BYTES = 3 * MEGABYTE
const MOST_PHOTO_BYTES = 9 * MEGABYTE
const takesPhotos = (path: string) => path === '/api/photos' || path.endsWith('/complain/photos')

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
}

function refuse(
  res: ServerResponse,
  path: string,
  reason: 'foreign-origin' | 'body-too-large' | 'length-required',
  status: number,
) {
  const says = zh.refusals[reason]({})
  res.statusCode = status
  res.setHeader('connection', 'close')
  if (path.startsWith('/api/')) {
    res.setHeader('content-type', 'application/json; charset=utf-8')
    res.end(JSON.stringify({ reason, says, errors: {} }))
    return
  }
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>没有收下</title><body style="font:18px/1.6 sans-serif;max-width:36em;margin:2em auto;padding:0 1em"><h1>没有收下</h1><p>${says}</p><p>请用浏览器的“返回”回到刚才的页面，您写的内容还在。</p><p>帮助电话 12345</p>`,
  )
}

/** Everything that is the same for every request, then whoever answers it. */
function answer(req: IncomingMessage, res: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value)
  if (configured?.startsWith('https:')) {
    res.setHeader('strict-transport-security', 'max-age=31536000')
  }
  const [path = '/', query] = (req.url ?? '/').split('?', 2)
  if (/^\/[Ww]\//.test(path)) {
    req.url = path.toLowerCase() + (query === undefined ? '' : `?${query}`)
  }
  const asked = {
    method: req.method ?? 'GET',
    origin: req.headers.origin,
    fetchSite: one(req.headers['sec-fetch-site']),
    host: req.headers.host,
  }
  if (!mayChange(asked, configured)) return refuse(res, path, 'foreign-origin', 403)
  if (req.headers['transfer-encoding']) return refuse(res, path, 'length-required', 411)
  const length = Number(req.headers['content-length'] ?? 0)
  if (length > (takesPhotos(path) ? MOST_PHOTO_BYTES : MOST_BYTES)) {
    return refuse(res, path, 'body-too-large', 413)
  }
  if (path === '/api' || path.startsWith('/api/')) {
    req.url = (req.url ?? '').slice('/api'.length) || '/'
    return void overHttp(req, res)
  }
  squeeze(req as never, res as never, () => {
    const bindings = bindingsOf(req)
    for (const name of Object.keys(req.headers)) {
      if (name.startsWith('x-forwarded') || name.startsWith('x-astro')) delete req.headers[name]
    }
    req.headers[TEXT_SIZE_HEADER] = textSizeIn(req.headers.cookie)
    files(req, res, () =>
      pages(
        req,
        res,
        (error) => {
          if (error) console.error(error)
          if (!res.headersSent) res.statusCode = error ? 500 : 404
          res.end()
        },
        {
          client: (page: Request) => pageClient(api, page, bindings),
          demo,
          origin,
        },
      ),
    )
  })
}

await openForBusiness(world, { demo, port, lan })
const clock = startClock(world)

const server = createServer(
  { requestTimeout: 60_000, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
  answer,
)
server.maxConnections = 2_000
server.listen(port, host, () => console.log(`starwindow ready on ${origin}`))

const DRAIN_MS = 10_000
let leaving = false
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
