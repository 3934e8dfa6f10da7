import { getRequestListener } from '@hono/node-server'
import compression from 'compression'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import sirv from 'sirv'
import type { Bindings } from '../api/context.ts'
import { pageClient } from '../api/client.ts'
import { zh } from '../api/words/zh.ts'
import { KeptPages } from './kept-pages.ts'
import { addressOf } from './marks.ts'
import { mayChange } from './origin.ts'
import { MOST_READ_BYTES, withoutPhoto } from './oversized.ts'
import { textSizeIn } from './text-size.ts'

type Api = Parameters<typeof pageClient>[0] & {
  fetch: (request: Request, env: Bindings) => Response | Promise<Response>
}
type Pages = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => void

/** What the front needs to know of its installation. */
export type Place = {
  /** The one origin that may change things; null takes the host that was asked. */
  configured: string | null
  origin: string
  demo: boolean
  /** How many entries of X-Forwarded-For to believe. */
  hops: number
  markOf: (address: string) => string
}

const MEGABYTE = 1024 * 1024
const MOST_BYTES = 3 * MEGABYTE
const MOST_PHOTO_BYTES = 9 * MEGABYTE
const asksForPhotos = (path: string) => path.endsWith('/complain/photos')
const takesPhotos = (path: string) => path === '/api/photos' || asksForPhotos(path)

const HEADERS: readonly [name: string, value: string][] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
  ['permissions-policy', 'camera=(self), geolocation=(), microphone=()'],
  ['cross-origin-opener-policy', 'same-origin'],
]

const one = (header: string | string[] | undefined) =>
  Array.isArray(header) ? header.join(',') : header

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

/**
 * What answers every request: headers, the Origin rule and the limits once for all, then `/api`
 * to the API, files to the disk and every other address to the pages.
 */
export async function front(api: Api, place: Place): Promise<RequestListener> {
  const entry = pathToFileURL(join(DIST, 'server/entry.mjs')).href
  const { handler: pages } = (await import(entry)) as { handler: Pages }
  const files = sirv(join(DIST, 'client'), {
    setHeaders: (res, path) => {
      if (path.startsWith('/_astro/')) {
        res.setHeader('cache-control', 'public, max-age=31536000, immutable')
      }
    },
  })
  const squeeze = compression({ threshold: 512 }) as unknown as (
    req: IncomingMessage,
    res: ServerResponse,
    next: () => void,
  ) => void
  const kept = new KeptPages()
  const secure = place.configured?.startsWith('https:')

  /** What the API is told of a request; the mark is made only for those who ask. */
  const bindingsOf = (req: IncomingMessage): Bindings => {
    const forwarded = one(req.headers['x-forwarded-for'])
    const socket = req.socket.remoteAddress ?? ''
    return {
      get mark() {
        return place.markOf(addressOf(socket, forwarded, place.hops))
      },
    }
  }

  const overHttp = getRequestListener((request, env) =>
    api.fetch(request, bindingsOf((env as { incoming: IncomingMessage }).incoming)),
  )

  const toPages = (
    req: IncomingMessage,
    res: ServerResponse,
    more: { photoLeft?: boolean } = {},
  ) => {
    const bindings = bindingsOf(req)
    for (const name of Object.keys(req.headers)) {
      if (name.startsWith('x-forwarded') || name.startsWith('x-astro')) delete req.headers[name]
    }
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
        demo: place.demo,
        origin: place.origin,
        photoLeft: more.photoLeft ?? false,
      },
    )
  }

  /** The page of the photos says that this one is too large; all else that was sent is kept. */
  const leavePhoto = async (req: IncomingMessage, res: ServerResponse, path: string) => {
    const body = await withoutPhoto(req)
    if (!body) return refuse(res, path, 'photo-too-large', 413)
    req.headers['content-length'] = String(body.length)
    squeeze(req, res, () => toPages(Object.assign(req, { body }), res, { photoLeft: true }))
  }

  return (req, res) => {
    for (const [name, value] of HEADERS) res.setHeader(name, value)
    if (secure) res.setHeader('strict-transport-security', 'max-age=31536000')
    req.url = lowered(req.url ?? '/')
    const path = req.url.split('?', 1)[0]!
    const asked = {
      method: req.method ?? 'GET',
      origin: req.headers.origin,
      fetchSite: one(req.headers['sec-fetch-site']),
      host: req.headers.host,
    }
    if (!mayChange(asked, place.configured)) return refuse(res, path, 'foreign-origin', 403)
    if (req.headers['transfer-encoding']) return refuse(res, path, 'length-required', 411)
    const length = Number(req.headers['content-length'] ?? 0)
    if (length > (takesPhotos(path) ? MOST_PHOTO_BYTES : MOST_BYTES)) {
      if (asksForPhotos(path) && length <= MOST_READ_BYTES) {
        return void leavePhoto(req, res, path).catch(() => res.destroy())
      }
      return refuse(res, path, takesPhotos(path) ? 'photo-too-large' : 'body-too-large', 413)
    }
    if (path === '/api' || path.startsWith('/api/')) {
      req.url = (req.url ?? '').slice('/api'.length) || '/'
      return void overHttp(req, res)
    }
    if (path.startsWith('/w/') && kept.answered(req, res, textSizeIn(req.headers.cookie))) return
    squeeze(req, res, () =>
      path.includes('.') ? files(req, res, () => toPages(req, res)) : toPages(req, res),
    )
  }
}

/** Posters print the address of a window in capitals; it is the same window. */
const lowered = (url: string): string =>
  url.replace(/^\/w\/[^?]*/i, (address) => address.toLowerCase())

type Early = 'foreign-origin' | 'body-too-large' | 'photo-too-large' | 'length-required'

/** Say no before anybody has read the body; the browser's "back" still has what was typed. */
function refuse(res: ServerResponse, path: string, reason: Early, status: number): void {
  const says = zh.refusals[reason]({})
  res.statusCode = status
  res.setHeader('connection', 'close')
  res.setHeader('cache-control', 'no-store')
  if (path.startsWith('/api/')) {
    res.setHeader('content-type', 'application/json; charset=utf-8')
    res.end(JSON.stringify({ reason, says, errors: {} }))
    return
  }
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.end(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>有错误：没有收下</title></head>
<body><main><h1>没有收下</h1><p>${says}</p>
<p>请用浏览器的“返回”回到刚才的页面，您写的内容还在。</p><p>帮助电话 12345</p></main></body></html>`,
  )
}
