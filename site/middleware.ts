import { defineMiddleware } from 'astro:middleware'
import { TEXT_SIZES, textSizeIn } from './text-size.ts'

/** Gives each page its in-process API client and the size of letters the person has set. */
export const onRequest = defineMiddleware(async ({ cookies, locals, request, url }, next) => {
  locals.api = locals.client(request)
  const asked = url.searchParams.get('size')
  const chosen = TEXT_SIZES.find((size) => size === asked)
  locals.size = chosen ?? textSizeIn(request.headers.get('cookie') ?? '')
  if (asked && chosen) {
    cookies.set('size', chosen, { path: '/', maxAge: 365 * 86_400, sameSite: 'lax' })
  }
  const answer = await next()
  if (answer.headers.get('content-type') === 'text/html') {
    answer.headers.set('content-type', 'text/html; charset=utf-8')
  }
  if (!answer.headers.has('cache-control')) {
    answer.headers.set('cache-control', 'private, no-cache')
  }
  return answer
})
