import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, expectAccessible, test } from '../support/browser.ts'

async function codeOf(folder: string, hall = 'anci'): Promise<string> {
  const client = createClient({ url: `file:${join(folder, 'starwindow.db')}` })
  const { rows } = await client.execute({
    sql: 'select code from windows join halls on halls.id = hall_id where halls.key = ? limit 1',
    args: [hall],
  })
  client.close()
  return String(rows[0]![0])
}

async function rateWell(page: Page, code: string) {
  let taps = 0
  await page.goto(`/w/${code}`)
  await page.getByRole('button', { name: '非常满意' }).click()
  taps++
  await page.getByRole('heading', { name: '已收到，谢谢您。' }).waitFor()
  return taps
}

test('a citizen rates with one tap, without a cookie', async ({ page, context, served }) => {
  expect(await rateWell(page, await codeOf(served.folder))).toBe(1)
  expect(await context.cookies()).toEqual([])
  await expectAccessible(page)
})

test('and does so without JavaScript, through the capitals of the poster', async ({
  browser,
  served,
}) => {
  const code = await codeOf(served.folder)
  const context = await browser.newContext({ baseURL: served.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/W/${code.toUpperCase()}`)
  await page.getByRole('button', { name: '非常不满意' }).click()
  await page.getByLabel('态度不好').check()
  await page.getByRole('button', { name: '提交原因' }).click()
  await page.getByRole('heading', { name: '已收到，谢谢您。' }).waitFor()
  expect(await page.getByRole('link', { name: '我要投诉' }).count()).toBe(1)
  await context.close()
})

test('the page behind the QR is one request of at most 14,336 bytes without a script', async ({
  page,
  served,
}) => {
  const code = await codeOf(served.folder)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`/w/${code}`)
  expect(asked.filter((url) => !url.startsWith('data:'))).toHaveLength(1)
  const raw = await (await fetch(`${served.url}/w/${code}`)).text()
  expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(14_336)
  expect(raw).not.toMatch(/<script/i)
  const last = await page.getByRole('button', { name: '非常不满意' }).boundingBox()
  expect(last!.y + last!.height).toBeLessThanOrEqual(560)
  await expectAccessible(page)
})

test('the capitals of the poster and what somebody types are one kept page', async ({ served }) => {
  const code = await codeOf(served.folder)
  const printed = await fetch(`${served.url}/W/${code.toUpperCase()}`)
  const typed = await fetch(`${served.url}/w/${code}`)
  expect(await typed.text()).toBe(await printed.text())
  expect([printed, typed].map(({ headers }) => headers.has('content-length'))).toEqual([
    false,
    true,
  ])
})

test.for<[why: string, path: string, status: number, says: string]>([
  ['an unknown code', '/w/zzzzzzzz', 404, '没有找到这个窗口'],
  ['a code of the wrong shape', '/w/1', 404, '没有找到这个窗口'],
])('%s gets its sentence', async ([, path, status, says], { page }) => {
  const answer = await page.goto(path)
  expect(answer!.status()).toBe(status)
  await page.getByRole('heading', { name: says }).waitFor()
  await expectAccessible(page)
})

test('a form of another site changes nothing', async ({ served }) => {
  const code = await codeOf(served.folder)
  const answers = await Promise.all(
    ['https://evil.example', 'null', undefined].map((origin) =>
      fetch(`${served.url}/api/ratings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(origin ? { origin } : {}) },
        body: JSON.stringify({ window: code, level: 1 }),
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
  expect(await answers[0]!.json()).toMatchObject({ reason: 'foreign-origin' })
  const client = createClient({ url: `file:${join(served.folder, 'starwindow.db')}` })
  expect((await client.execute('select count(*) from ratings')).rows[0]![0]).toBe(0)
  client.close()
  expect(readFileSync(join(served.folder, 'starwindow.db')).length).toBeGreaterThan(0)
})
