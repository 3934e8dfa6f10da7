import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { inject } from 'vitest'
import { confirmReport } from '../../api/acts/report/confirm-report.ts'
import { issueReport } from '../../api/acts/report/issue-report.ts'
import { openWorld } from '../../api/live.ts'
import { type Role, ROLES } from '../../api/rules/roles.ts'
import { halls, officerRoles, sessions } from '../../db/schema/index.ts'
import {
  expect,
  expectAccessible,
  furnishedFolder,
  removeFolder,
  serveBuilt,
  test,
} from '../support/browser.ts'
import { deskOf } from '../support/desk.ts'
import { openPortal } from '../support/portal.ts'

const LARGEST_GZIP = 14 * 1024
const MOST_PAGES = 400
const EIGHT_HOURS_MS = 8 * 3_600_000

type Seen = { path: string; status: number; bytes: number; text: string; headers: Headers }

/** Every page that links lead to from some doors, each fetched once. */
async function crawl(
  base: string,
  doors: readonly string[],
  cookie = '',
  only = /^\//,
): Promise<Seen[]> {
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
      if (known.has(link) || link.includes('size=') || !only.test(link)) continue
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

/** Every office in one hall, and in the others those whose pages differ by the hall's rules. */
const OFFICES: readonly (readonly [hall: string, roles: readonly Role[]])[] = [
  ['anci', ROLES],
  ['bingcha', ['officeHead', 'windowHead', 'assessmentGroup']],
  ['qingpu', ['officeHead', 'windowHead', 'assessmentGroup']],
]

test('every link an officer meets leads somewhere, whatever the office', async ({
  onTestFinished,
}) => {
  const portal = await openPortal(inject('furnishedPortal'))
  for (const hall of ['anci', 'qingpu']) await (await deskOf(portal, hall)).accepted()
  const cookies: string[] = []
  for (const [hall, roles] of OFFICES) {
    for (const role of roles) cookies.push(await portal.as(role, hall))
  }
  await portal.world.store.close()
  const served = await serveBuilt(portal.folder)
  onTestFinished(async () => {
    await served.stop()
    await removeFolder(portal.folder)
  })
  for (const cookie of cookies) {
    const seen = await crawl(served.url, ['/desk/home'], cookie, /^\/desk/)
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.filter(({ status }) => status >= 400).map(({ path }) => path)).toEqual([])
    const odd = seen.filter(({ text }) => /\bundefined\b|\[object |\bNaN\b/.test(text))
    expect(odd.map(({ path }) => path)).toEqual([])
  }
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

/** Qingpu with its statistics of March confirmed and those of April waiting, and a head at the desk. */
async function withReports(folder: string): Promise<string> {
  const world = await openWorld({
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: false,
    test: false,
    dataDir: folder,
  })
  const now = new Date('2026-05-06T01:00:00Z')
  const then = { ...world, now: () => now }
  const [hall] = await world.store.read.select().from(halls).where(eq(halls.key, 'qingpu'))
  const rows = await world.store.read
    .select()
    .from(officerRoles)
    .where(eq(officerRoles.hallId, hall!.id))
  const { officerId: id, hallId } = rows.find(({ role }) => role === 'officeHead')!
  const head = { id, name: '', staffId: null, hallId, roles: ['officeHead'] as const, sessionId: 0 }
  for (const month of ['2026-03', '2026-04'] as const) await issueReport(then, hallId, month)
  await confirmReport(then, head, '2026-03', { version: 1, note: '本月没有投诉。' })
  const token = world.random.id(32)
  await world.store.write((tx) =>
    tx.insert(sessions).values({
      officerId: id,
      digest: createHash('sha256').update(token).digest('base64url'),
      openedAt: now,
      seenAt: now,
      endsAt: new Date(now.getTime() + EIGHT_HOURS_MS),
    }),
  )
  await world.store.close()
  return token
}

test('the statistics of a month are read by everybody and confirmed at the desk', async ({
  browser,
}) => {
  const folder = await furnishedFolder()
  const token = await withReports(folder)
  const served = await serveBuilt(folder, '2026-05-06 09:30')
  const context = await browser.newContext({ baseURL: served.url, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    await page.goto('/h/qingpu/outcomes')
    await page.getByRole('link', { name: '2026年3月' }).click()
    await page.getByText('不足 5 件', { exact: true }).waitFor()
    await expectAccessible(page)
    expect((await page.goto('/h/qingpu/reports/2026-04'))!.status()).toBe(404)
    await context.addCookies([{ name: 'officer', value: token, url: served.url }])
    await page.goto('/desk/reports')
    await expectAccessible(page)
    await page.getByRole('link', { name: '2026年4月' }).click()
    await page.getByRole('button', { name: '确认并公开' }).click()
    await page.getByText('还差一项。').waitFor()
    await expectAccessible(page)
    await page.getByLabel('分析说明').fill('四月也没有投诉。')
    await page.getByRole('button', { name: '确认并公开' }).click()
    await page.getByText('月报已确认，大家都能看到。').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('制表：').isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: '待办' }).isVisible()).toBe(false)
    expect((await page.goto('/h/qingpu/reports/2026-04'))!.status()).toBe(200)
  } finally {
    await context.close()
    await served.stop()
    await removeFolder(folder)
  }
})
