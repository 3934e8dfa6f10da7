import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { lodge, newFormKey } from '../../api/acts/lodge-complaint.ts'
import type { World } from '../../api/context.ts'
import { openWorld } from '../../api/live.ts'
import { clauses, halls, officers, sessions, windows } from '../../db/schema/index.ts'
import {
  expect,
  expectAccessible,
  furnishedFolder,
  removeFolder,
  serveBuilt,
  test,
} from '../support/browser.ts'

const NOW = new Date('2026-03-02T01:00:00Z')
const YEAR_MS = 365 * 86_400_000
const STORY = '我来办社保转移，窗口说还差一份材料。\n上次并没有告诉我。'

/** A complaint at Qingpu's first window, and a session for each of these officers. */
async function prepare(world: World, logins: readonly string[]) {
  const { read } = world.store
  const [hall] = await read.select().from(halls).where(eq(halls.key, 'qingpu'))
  const [window] = await read.select().from(windows).where(eq(windows.hallId, hall!.id))
  const [clause] = await read.select().from(clauses).where(eq(clauses.hallId, hall!.id))
  const { number } = await lodge(world, {
    formKey: newFormKey(world),
    hallId: hall!.id,
    channel: 'web',
    nature: 'written',
    identity: 'named',
    windowId: window!.id,
    clauseId: clause!.id,
    category: clause!.category,
    occurredOn: '2026-03-02',
    occurredPart: 'morning',
    narrative: STORY,
    mayPublish: true,
    contact: { name: '王先生', phone: '00012345678', email: '' },
  })
  const tokens: Record<string, string> = {}
  for (const login of logins) {
    const [officer] = await read.select().from(officers).where(eq(officers.login, login))
    const token = world.random.id(32)
    tokens[login] = token
    await world.store.write(async (tx) => {
      await tx.insert(sessions).values({
        officerId: officer!.id,
        digest: createHash('sha256').update(token).digest('base64url'),
        openedAt: NOW,
        seenAt: new Date(NOW.getTime() + YEAR_MS),
        endsAt: new Date(NOW.getTime() + YEAR_MS),
      })
    })
  }
  return { number, tokens }
}

const DESK = 'raozhitong'
const HANDLER = 'yinhengxue'
const HEAD = 'zongxinzheng'

/** A built portal with that complaint, and pages of officers who are signed in. */
async function openDesk(browser: Browser) {
  const folder = await furnishedFolder()
  const settings = {
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: false,
    test: false,
    dataDir: folder,
  }
  const live = await openWorld(settings)
  const { number, tokens } = await prepare({ ...live, now: () => NOW }, [DESK, HANDLER, HEAD])
  await live.store.close()
  const served = await serveBuilt(folder)
  return {
    number,
    /** A page of the desk as an officer sees it; without JavaScript unless axe needs it. */
    async as(login: string, javaScriptEnabled = false): Promise<Page> {
      const context = await browser.newContext({
        baseURL: served.url,
        viewport: { width: 1440, height: 900 },
        javaScriptEnabled,
      })
      await context.addCookies([{ name: 'officer', value: tokens[login]!, url: served.url }])
      return context.newPage()
    },
    async close() {
      await served.stop()
      await removeFolder(folder)
    },
  }
}

const unfold = (page: Page, act: string) => page.locator(`#act-${act} > summary`).click()
const press = (page: Page, act: string) => page.locator(`#act-${act} button`).click()
const said = (page: Page) => page.getByRole('status').first().innerText()

async function hear(page: Page, role: string, summary: string) {
  const form = page.locator('#act-inquiry-notes')
  if ((await form.getAttribute('open')) === null) await unfold(page, 'inquiry-notes')
  await form.getByLabel('问了谁').selectOption({ label: role })
  await form.getByLabel('笔录').fill(summary)
  await press(page, 'inquiry-notes')
}

test('officers take a case from the queue to the archive without JavaScript', async ({
  browser,
}) => {
  const desk = await openDesk(browser)
  const { number } = desk
  const intake = await desk.as(DESK)
  await intake.goto('/desk')
  await intake.locator('a.peek').click()
  expect(await intake.locator('#preview blockquote').innerText()).toBe(STORY)
  await intake.locator('#preview').getByRole('link', { name: '受理', exact: true }).click()

  await press(intake, 'acceptance')
  expect(await intake.getByRole('alert').innerText()).toContain('还差一项')
  expect(await intake.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#f-gist')
  await intake.locator('#f-gist').fill('没有一次告知')
  await intake.locator('#f-handler').selectOption({ label: '殷蘅学' })
  await press(intake, 'acceptance')
  expect(await said(intake)).toContain(`已受理。${number}`)

  const work = await desk.as(HANDLER)
  await work.goto('/desk?list=mine')
  await work.getByRole('link', { name: number }).click()
  await work.getByRole('button', { name: '查看联系方式' }).click()
  expect(await said(work)).toContain('00012345678')
  await work.goto(`/desk/cases/${number}`)
  await press(work, 'inquiry')
  await hear(work, '询问投诉人', '等了四十分钟。')
  await hear(work, '询问被投诉人', '忘了说。')
  const decision = work.locator('#act-decision')
  await decision.getByLabel('结论').selectOption({ label: '不属实' })
  await decision.getByLabel('理由').fill('监控显示已告知。')
  await decision.getByLabel('处理措施').fill('当面解释。')
  await decision.getByLabel('答复', { exact: true }).fill('您反映的情况，我们看过监控。')
  await press(work, 'decision')
  expect(await said(work)).toContain('等另一位同事审核')

  const head = await desk.as(HEAD)
  await head.goto('/desk?list=awaitingApproval')
  await head.getByRole('link', { name: number }).click()
  await press(head, 'approval')
  expect(await said(head)).toContain('已审核通过')

  await work.goto(`/desk/cases/${number}`)
  await work.getByLabel('已发通报').check()
  await press(work, 'closing')
  await work.getByLabel('证据清单').fill('监控一段')
  await press(work, 'archiving')
  expect(await said(work)).toContain('已归档')
  await work.goto('/desk?list=toArchive')
  expect(await work.locator('.note').innerText()).toBe('待归档已清空。')
  await desk.close()
})

test('two officers at one case: the second keeps what was typed and sees who was first', async ({
  browser,
}) => {
  const desk = await openDesk(browser)
  const [first, second] = [await desk.as(HEAD), await desk.as(DESK)]
  for (const page of [first, second]) {
    await page.goto(`/desk/cases/${desk.number}`)
    await page.locator('#f-acceptance-gist').fill(page === first ? '先到的' : '后到的')
  }
  await press(first, 'acceptance')
  await press(second, 'acceptance')
  const text = await second.locator('main').innerText()
  expect(text).toContain('宗信正刚刚处理了这件投诉')
  expect(text).toContain('先到的')
  expect(text).toContain('后到的')
  await desk.close()
})

test('the desk’s pages are accessible, light and dark, every form unfolded', async ({
  browser,
}) => {
  const desk = await openDesk(browser)
  const page = await desk.as(DESK, true)
  const look = async (path: string) => {
    await page.goto(path)
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((one) => (one.open = true)),
    )
    await expectAccessible(page)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await look('/desk')
    await look(`/desk?list=registered&case=${desk.number}`)
    await look('/desk?list=toArchive')
    await look(`/desk/cases/${desk.number}`)
    await look('/desk/cases/TS-2222-2222')
  }
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of ['/desk', `/desk/cases/${desk.number}`]) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  }
  await desk.close()
})
