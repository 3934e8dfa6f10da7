import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/browser.ts'

const LARGEST_GZIP = 14 * 1024
const MOST_PAGES = 400

type Seen = { path: string; status: number; bytes: number; text: string; headers: Headers }

/** Every page that links lead to from some doors, each fetched once. */
async function crawl(base: string, doors: readonly string[], cookie = ''): Promise<Seen[]> {
  const waiting = [...doors]
  const known = new Set(doors)
  const seen: Seen[] = []
  for (let path = waiting.shift(); path && seen.length < MOST_PAGES; path = waiting.shift()) {
    const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' })
    const text = await answer.text()
    const { status, headers } = answer
    seen.push({ path, status, headers, text, bytes: gzipSync(text).length })
    const links = [...text.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    )
    const to = headers.get('location')
    for (const link of to ? [...links, to.replace(base, '')] : links) {
      if (known.has(link) || link.includes('size=')) continue
      known.add(link)
      waiting.push(link)
    }
  }
  return seen
}

test('every link a citizen meets leads somewhere, on a light page without cookie or script', async ({
  served,
}) => {
  const seen = await crawl(served.url, ['/', '/h/anci', '/h/bingcha', '/h/qingpu', '/follow'])
  expect(seen.length).toBeGreaterThan(60)
  expect(seen.filter(({ status }) => status >= 400).map(({ path }) => path)).toEqual([])
  const pages = seen.filter(({ path }) => !path.startsWith('/desk') && !path.startsWith('/api'))
  const heavy = pages.filter(({ bytes }) => bytes > LARGEST_GZIP)
  expect(heavy.map(({ path, bytes }) => `${path} ${bytes}`)).toEqual([])
  expect(pages.filter(({ headers }) => headers.has('set-cookie'))).toEqual([])
  expect(pages.filter(({ text }) => /<script|\sstyle="|\son\w+="/i.test(text))).toEqual([])
  const html = pages.filter(({ status }) => status === 200)
  const unguarded = html.filter(
    ({ headers }) => !/default-src 'none'/.test(headers.get('content-security-policy') ?? ''),
  )
  expect(unguarded.map(({ path }) => path)).toEqual([])
  const sniffed = seen.filter(({ headers }) => headers.get('x-content-type-options') !== 'nosniff')
  expect(sniffed.map(({ path }) => path)).toEqual([])
  expect(html.filter(({ text }) => !text.includes('lang="zh-CN"')).map(({ path }) => path)).toEqual(
    [],
  )
})

test('a hall page asked for without its hall leads to the halls', async ({ served }) => {
  const answer = await fetch(`${served.url}/stars`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('href="/h/qingpu/stars"')
  expect((await fetch(`${served.url}/nothing/here`)).status).toBe(404)
})

test('pages of refusals on file lead whoever is not signed in to the sign-in, and back', async ({
  served,
}) => {
  for (const path of ['', '/new', '/FB-2222-2222', '/FB-2222-2222/print']) {
    const page = `/desk/refusals${path}`
    const answer = await fetch(served.url + page, { redirect: 'manual' })
    expect([page, answer.status]).toEqual([page, 303])
    expect(answer.headers.get('location')).toBe(`/desk/sign-in?to=${encodeURIComponent(page)}`)
  }
})

test('letters grow by the switch, and the choice is the one cookie', async ({ page, context }) => {
  await page.goto('/h/anci')
  await page.getByRole('link', { name: '大字版' }).click()
  expect(await page.locator('html').getAttribute('data-size')).toBe('large')
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['size'])
  await page.goto('/follow')
  expect(await page.locator('html').getAttribute('data-size')).toBe('large')
})
