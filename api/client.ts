import { hc } from 'hono/client'
import type { Api } from './app.ts'
import type { Bindings } from './context.ts'

type Handler = {
  request: (path: string, init: RequestInit, env: Bindings) => Response | Promise<Response>
}

/** From this status on the fault is the portal's. */
const OUR_FAULT = 500

/**
 * From a page: the same calls, in-process, on behalf of whoever asked for the page. A page whose
 * reading fails by our fault fails with it, and does not say that it does not exist.
 */
export const pageClient = (api: Handler, page: Request, env: Bindings) =>
  hc<Api>('http://page', {
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const url = new URL(input instanceof Request ? input.url : String(input))
      const headers = new Headers(init?.headers)
      const cookie = page.headers.get('cookie')
      if (cookie) headers.set('cookie', cookie)
      const answer = await api.request(url.pathname + url.search, { ...init, headers }, env)
      const reading = (init?.method ?? 'GET').toUpperCase() === 'GET'
      if (reading && answer.status >= OUR_FAULT)
        throw new Error(`${url.pathname}: ${answer.status}`)
      return answer
    },
  })

export type PageClient = ReturnType<typeof pageClient>
