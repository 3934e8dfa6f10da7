import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { lodge, newFormKey } from '../../api/acts/lodge-complaint.ts'
import type { World } from '../../api/context.ts'
import { openWorld } from '../../api/live.ts'
import type { Role } from '../../api/rules/roles.ts'
import { halls, officerRoles, sessions, windows } from '../../db/schema/index.ts'
import {
  expect,
  expectAccessible,
  furnishedFolder,
  removeFolder,
  serveBuilt,
  test,
} from '../support/browser.ts'

const NOW = new Date('2026-12-29T01:00:00Z')
const YEAR_MS = 365 * 86_400_000

/** Whoever holds a role in a hall first, signed in. */
async function tokenOf(world: World, hallId: number, role: Role): Promise<string> {
  const [held] = await world.store.read
    .select()
    .from(officerRoles)
    .where(and(eq(officerRoles.hallId, hallId), eq(officerRoles.role, role)))
  const token = world.random.id(32)
  await world.store.write(async (tx) => {
    await tx.insert(sessions).values({
      officerId: held!.officerId,
      digest: createHash('sha256').update(token).digest('base64url'),
      openedAt: NOW,
      seenAt: new Date(NOW.getTime() + YEAR_MS),
      endsAt: new Date(NOW.getTime() + YEAR_MS),
    })
  })
  return token
}

/** A complaint at Qingpu three days before a year whose holidays nobody knows. */
async function prepare(folder: string) {
  const live = await openWorld({
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: false,
    test: false,
    dataDir: folder,
  })
  const world = { ...live, now: () => NOW }
  const [hall] = await live.store.read.select().from(halls).where(eq(halls.key, 'qingpu'))
  const [window] = await live.store.read.select().from(windows).where(eq(windows.hallId, hall!.id))
  const { number, receipt } = await lodge(world, {
    formKey: newFormKey(world),
    hallId: hall!.id,
    channel: 'web',
    nature: 'written',
    identity: 'named',
    windowId: window!.id,
    clauseId: null,
    category: 'attitude',
    occurredOn: '2026-12-29',
    occurredPart: 'morning',
    narrative: '窗口说还差一份材料，上次并没有告诉我。',
    mayPublish: true,
    contact: { name: '王先生', phone: '00012345678', email: '' },
  })
  const admin = await tokenOf(live, hall!.id, 'systemAdministrator')
  const head = await tokenOf(live, hall!.id, 'officeHead')
  await live.store.close()
  return { number, receipt, code: window!.code, admin, head }
}

const textOf = (page: Page) => page.locator('main').innerText()
const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

async function look(page: Page, name: string) {
  const folder = process.env.SHOTS
  for (const [size, width] of [
    ['m', 360],
    ['d', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    expect(`${name} ${size} ${await isWide(page)}`).toBe(`${name} ${size} false`)
    if (folder) await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true })
  }
}

test('a year is entered after a look at what it moves, and everybody reads the counting', async ({
  browser,
}) => {
  const folder = await furnishedFolder()
  const { number, receipt, code, admin, head } = await prepare(folder)
  const served = await serveBuilt(folder, '2026-12-29 09:30')
  onTestFinished(async () => {
    await served.stop()
    await removeFolder(folder)
  })
  const as = async (token: string, javaScriptEnabled = false) => {
    const context = await browser.newContext({ baseURL: served.url, javaScriptEnabled })
    if (token) {
      await context.addCookies([{ name: 'officer', value: token, url: served.url }])
    }
    return context.newPage()
  }

  const citizen = await as('', true)
  await citizen.goto('/h/qingpu/calculator')
  await expectAccessible(citizen)
  await look(citizen, 'calculator-empty')

  const plain = await as('')
  await plain.goto('/h/qingpu/calculator')
  await plain.getByLabel('哪天收到的').fill('2026-12-30')
  await plain.getByLabel('按哪一项期限').selectOption({ index: 2 })
  await plain.getByRole('button', { name: '计算日期' }).click()
  expect(await textOf(plain)).toContain('国务院尚未公布2027年放假安排，此日期为暂定。')
  await look(plain, 'calculator')
  const bad = await plain.goto('/h/qingpu/calculator?from=2026-02-30&days=99')
  expect(bad!.status()).toBe(422)
  expect(await textOf(plain)).toContain('没有这一天，请检查年月日。')
  await look(plain, 'calculator-bad')

  const follow = async (page: Page) => {
    await page.goto('/follow')
    await page.locator('#f-receipt').fill(receipt)
    await page.locator('main form button').first().click()
  }
  await follow(citizen)
  expect(await textOf(citizen)).toContain('此日期为暂定')
  const queue = await as(head, true)
  await queue.goto('/desk')
  await expectAccessible(queue)

  const desk = await as(admin)
  await desk.goto('/desk/admin')
  expect(await textOf(desk)).toContain('录入 2027 年放假安排')
  await desk.goto('/desk/admin/calendar')
  await desk
    .locator('#f-lines')
    .fill('2027-01-01～2027-01-03 休 元旦\n2027-02-30 休\n2027-01-04 班')
  await desk.getByRole('button', { name: '先看影响' }).click()
  expect(await desk.getByRole('alert').innerText()).toMatch(/第 2 行：\s*没有这一天/)
  await look(desk, 'calendar-bad')
  await desk
    .locator('#f-lines')
    .fill('2027-01-01～2027-01-03 休 元旦\n2027-02-05～2027-02-11 休 春节')
  await desk.getByRole('button', { name: '先看影响' }).click()
  expect(await textOf(desk)).toContain('2027-01-04')
  await look(desk, 'calendar-preview')
  await desk.getByRole('button', { name: '录入这一年' }).click()
  expect(await desk.getByRole('status').innerText()).toContain('期限已重新计算')
  await look(desk, 'calendar-entered')
  const scripted = await as(admin, true)
  await scripted.goto('/desk/admin/calendar?year=2027')
  await expectAccessible(scripted)

  await follow(citizen)
  expect(await textOf(citizen)).not.toContain('暂定')
  for (const summary of await citizen.locator('main .kept summary').all()) await summary.click()
  expect(await textOf(citizen)).toContain('录入2027年放假安排后重新计算')
  await expectAccessible(citizen)
  await look(citizen, 'follow')

  await queue.goto(`/desk/cases/${number}`)
  await queue.getByRole('link', { name: '期限计算表' }).click()
  expect(await textOf(queue)).toContain('元旦假期')
  await expectAccessible(queue)
  await look(queue, 'worksheet')
  await queue.emulateMedia({ media: 'print' })
  expect(await queue.locator('nav.places').isVisible()).toBe(false)
  expect(await queue.locator('.daytable').first().isVisible()).toBe(true)
  if (process.env.SHOTS) {
    await queue.pdf({ path: `${process.env.SHOTS}/worksheet.pdf`, format: 'A4' })
  }
  await queue.emulateMedia({ media: 'screen' })

  await queue.goto('/desk/opening')
  await expectAccessible(queue)
  await queue.getByLabel('原因').fill('停电检修')
  await queue.getByRole('button', { name: '登记停办' }).click()
  expect(await queue.getByRole('status').innerText()).toContain('已登记')
  await look(queue, 'opening')
  await queue.goto(`/desk/opening/${code}`)
  await queue.locator('#f-hours').fill('周二 08:00—12:00\n周八')
  await queue.getByRole('button', { name: '更新时间' }).click()
  expect(await queue.getByRole('alert').innerText()).toContain('第 2 行')
  await expectAccessible(queue)
  await look(queue, 'hours-bad')

  await plain.goto(`/h/qingpu/windows/${code}`)
  expect(await textOf(plain)).toContain('今日不对外办公')
  const rating = await plain.goto(`/w/${code}`)
  expect((await rating!.body()).length).toBeLessThanOrEqual(14_336)
  expect(await textOf(plain)).toContain('今日不对外办公')
  await look(plain, 'rating')
})
