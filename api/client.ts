import { hc } from 'hono/client'
import type { Api } from './app.ts'
import type { Bindings } from './context.ts'

type Handler = {
  request: (path: string, init: RequestInit, env: Bindings) => Response | Promise<Response>
}

/** From a page: the same calls, in-process, on behalf of whoever asked for the page. */
export const pageClient = (api: Handler, page: Request, env: Bindings) =>
  hc<Api>('http://page', {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      const url = new URL(input instanceof Request ? input.url : String(input))
      const headers = new Headers(init?.headers)
      const cookie = page.headers.get('cookie')
      if (cookie) headers.set('cookie', cookie)
      return Promise.resolve(api.request(url.pathname + url.search, { ...init, headers }, env))
    },
  })

export type PageClient = ReturnType<typeof pageClient>
