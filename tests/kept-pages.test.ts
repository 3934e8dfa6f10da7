import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { KEEP_HEADER, KeptPages } from '../site/kept-pages.ts'

type Page = { status?: number; headers?: Record<string, string>; body: string }

/** A server whose pages are kept, with a clock of its own. */
async function serving(page: () => Page) {
  const clock = { now: 0 }
  const kept = new KeptPages(() => clock.now)
  const server = createServer((req, res) => {
    if (kept.answered(req, res, String(req.headers['x-size'] ?? ''))) return
    const { status = 200, headers = {}, body } = page()
    res.setHeader('content-type', 'text/html')
    res.writeHead(status, headers)
    res.write(body.slice(0, 2))
    res.end(body.slice(2))
  })
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
  const { port } = server.address() as { port: number }
  return {
    clock,
    ask: (path = '/w/abc', init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, init),
    close: () => new Promise((closed) => server.close(closed)),
  }
}

test('a page that asks for it is sent again as it was, until its seconds are over', async () => {
  let rendered = 0
  const site = await serving(() => ({
    headers: { [KEEP_HEADER]: '5' },
    body: `page ${++rendered}`,
  }))
  const first = await site.ask()
  expect(await first.text()).toBe('page 1')
  expect(first.headers.has(KEEP_HEADER)).toBe(false)
  const again = await site.ask()
  expect(await again.text()).toBe('page 1')
  expect(again.headers.get('content-type')).toBe('text/html')
  expect(again.headers.has(KEEP_HEADER)).toBe(false)
  expect(await (await site.ask('/w/abc', { headers: { 'x-size': 'large' } })).text()).toBe('page 2')
  expect(await (await site.ask('/w/other')).text()).toBe('page 3')
  site.clock.now = 5_001
  expect(await (await site.ask()).text()).toBe('page 4')
  await site.close()
})

test('a page that set its headers one by one is kept as well', async () => {
  let rendered = 0
  const kept = new KeptPages()
  const server = createServer((req, res) => {
    if (kept.answered(req, res, '')) return
    res.setHeader(KEEP_HEADER, '5')
    res.end(`page ${++rendered}`)
  })
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
  const { port } = server.address() as { port: number }
  for (let turn = 0; turn < 2; turn++) {
    const answer = await fetch(`http://127.0.0.1:${port}/w/abc`)
    expect(await answer.text()).toBe('page 1')
    expect(answer.headers.has(KEEP_HEADER)).toBe(false)
  }
  await new Promise((closed) => server.close(closed))
})

test.for<[why: string, page: Omit<Page, 'body'>, init: RequestInit]>([
  ['a page that does not ask', {}, {}],
  ['a page that sets a cookie', { headers: { [KEEP_HEADER]: '5', 'set-cookie': 'a=b' } }, {}],
  ['a page that is not there', { status: 404, headers: { [KEEP_HEADER]: '5' } }, {}],
  ['what was posted', { headers: { [KEEP_HEADER]: '5' } }, { method: 'POST' }],
])('%s is never kept', async ([, page, init]) => {
  let rendered = 0
  const site = await serving(() => ({ ...page, body: `page ${++rendered}` }))
  await (await site.ask('/w/abc', init)).text()
  expect(await (await site.ask('/w/abc', init)).text()).toBe('page 2')
  await site.close()
})
