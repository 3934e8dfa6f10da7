import { createClient } from '@libsql/client'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { hashPassword } from '../../db/sealing/slow-hash.ts'
import {
  expect,
  expectAccessible,
  furnishedFolder,
  removeFolder,
  type Served,
  serveBuilt,
  test,
} from '../support/browser.ts'

const PASSWORD = '梧桐树下第四十二扇窗'
const STORY = '我来办居住证，第一次来没有说要租房合同，第二次来又说还差一份复印件，跑了三趟。'

const query = async (folder: string, sql: string) => {
  const client = createClient({ url: `file:${join(folder, 'starwindow.db')}` })
  const { rows } = await client.execute(sql)
  client.close()
  return rows
}

/** Give the hall's officers a password, as each would set it through a one-time link. */
async function letSignIn(folder: string): Promise<void> {
  const client = createClient({ url: `file:${join(folder, 'starwindow.db')}` })
  await client.execute({
    sql: 'update officers set password_hash = ?',
    args: [await hashPassword(PASSWORD)],
  })
  client.close()
}

const loginOf = async (folder: string, role: string): Promise<string> => {
  const rows = await query(
    folder,
    `select login from officers join officer_roles on officer_id = officers.id
     join halls on halls.id = hall_id where halls.key = 'anci' and role = '${role}'
     order by (select count(*) from officer_roles r where r.officer_id = officers.id) desc,
     officers.id limit 1`,
  )
  return String(rows[0]![0])
}

type Visit = { browser: Browser; served: Served; script: boolean; seen: Set<string> }

async function visitor({ browser, served, script }: Visit, width = 360): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: served.url,
    javaScriptEnabled: script,
    viewport: { width, height: width === 360 ? 740 : 900 },
    locale: 'zh-CN',
  })
}

/** Every kind of page on the way is held to axe once, where scripts may run at all. */
async function look(visit: Visit, page: Page, kind: string): Promise<void> {
  if (!visit.script || visit.seen.has(kind)) return
  visit.seen.add(kind)
  await expectAccessible(page)
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

async function complain(visit: Visit, code: string) {
  const context = await visitor(visit)
  const page = await context.newPage()
  await page.goto(`/w/${code}`)
  await look(visit, page, 'window')
  await press(page, '不满意')
  await page.getByLabel('没有一次说清要什么材料').check()
  await look(visit, page, 'reasons')
  await press(page, '提交原因')
  await page.getByRole('link', { name: '我要投诉' }).click()
  await look(visit, page, 'complain')
  await page.getByRole('link', { name: '开始填写' }).click()
  await page.getByLabel(/^今天/).check()
  await page.getByLabel('上午').check()
  await look(visit, page, 'when')
  await press(page, '继续')
  await page
    .getByLabel(/没有一次/)
    .first()
    .check()
  await look(visit, page, 'clause')
  await press(page, '继续')
  await page.getByLabel('请写清楚经过').fill('太短')
  await press(page, '继续')
  await page.getByText('请再写几句，至少 10 个字').first().waitFor()
  expect(await page.getByLabel('请写清楚经过').inputValue()).toBe('太短')
  await page.getByLabel('请写清楚经过').fill(STORY)
  await look(visit, page, 'story')
  await press(page, '继续')
  await look(visit, page, 'photos')
  await press(page, '继续')
  await page.getByLabel(/^匿名/).check()
  await look(visit, page, 'identity')
  await press(page, '继续')
  await page.getByLabel('同意公开', { exact: true }).check()
  await press(page, '继续')
  await look(visit, page, 'check')
  await press(page, '提交投诉')
  const receipt = (await page.locator('.code').innerText()).replace(/\s/g, '')
  const [number] = (await page.locator('main').innerText()).match(/TS-\w{4}-\w{4}/)!
  await look(visit, page, 'receipt')
  expect(await context.cookies()).toEqual([])
  await context.close()
  return { receipt, number }
}

async function signIn(visit: Visit, role: string): Promise<Page> {
  const context = await visitor(visit, 1440)
  const page = await context.newPage()
  await page.goto('/desk')
  await look(visit, page, 'sign-in')
  await page.getByLabel('用户名').fill(await loginOf(visit.served.folder, role))
  await page.getByLabel('密码').fill(PASSWORD)
  await press(page, '登录')
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** One act on a case's page: unfold its form where it is folded, fill it in, send it. */
async function act(
  page: Page,
  name: string,
  fill: (form: Locator) => Promise<unknown> = async () => {},
) {
  const form = page.locator(`#act-${name}`)
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
  await fill(form)
  await form.locator('button.btn').click()
  await page.waitForLoadState()
  expect(await page.locator('.errs').allInnerTexts()).toEqual([])
}

const note = (page: Page, role: string, summary: string) =>
  act(page, 'inquiry-notes', async (form) => {
    await form.getByLabel('问了谁').selectOption(role)
    await form.getByLabel('笔录').fill(summary)
  })

async function investigate(visit: Visit, page: Page, number: string): Promise<void> {
  await page.goto('/desk')
  await look(visit, page, 'queue')
  await page.goto(`/desk/cases/${number}`)
  await act(page, 'acceptance', async (form) => {
    await form.getByLabel('一句话').fill('居住证材料分三次告知')
    await form.getByLabel('办理方式').selectOption('investigated')
  })
  await act(page, 'inquiry')
  await note(page, 'complainantUnreachable', '匿名投诉，已在进度页留言，没有回复。')
  await note(page, 'subject', '窗口人员承认第一次没有给书面清单。')
  await note(page, 'noWitness', '当时没有其他人在场。')
  await look(visit, page, 'case')
  await act(page, 'decision', async (form) => {
    await form.getByLabel('结论').selectOption('substantiated')
    await form.getByLabel('理由').fill('受理单上没有清单签收，和投诉人说的一致。')
    await form.getByLabel('处理措施').fill('窗口已经印好清单，第一次就发。')
    await form
      .getByLabel('答复', { exact: true })
      .fill('您反映的属实。窗口已经印好材料清单，向您道歉。')
  })
}

async function follow(visit: Visit, receipt: string): Promise<void> {
  const context = await visitor(visit)
  const page = await context.newPage()
  await page.goto('/follow')
  await look(visit, page, 'follow')
  await page.getByLabel('16 位查询码').fill('0000 0000 0000 0000')
  await press(page, '查询进度')
  await page.getByText('没有找到这个查询码').first().waitFor()
  await page.getByLabel('16 位查询码').fill(receipt.replace(/(\d{4})/g, '$1 '))
  await press(page, '查询进度')
  await page.getByText('窗口已经印好材料清单，向您道歉').waitFor()
  await look(visit, page, 'reply')
  await press(page, '满意')
  await page.getByText('您选了“满意”').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('批评教育')
  await context.close()
}

async function publish(visit: Visit, page: Page, second: Page, number: string): Promise<void> {
  await page.goto(`/desk/outcomes/${number}`)
  await page
    .getByRole('textbox', { name: /摘要/ })
    .fill('投诉人反映材料没有一次说清，联系电话 13812345678。')
  await press(page, '保存摘要')
  await page.getByRole('heading', { name: '疑似个人信息' }).waitFor()
  await look(visit, page, 'outcome')
  await second.goto(`/desk/outcomes/${number}`)
  expect(await second.getByRole('button', { name: '通过公示' }).count()).toBe(0)
  await press(page, '删掉')
  await page
    .getByRole('textbox', { name: /摘要/ })
    .fill('投诉人反映材料没有一次说清。经核实属实，窗口已经发放书面清单。')
  await press(page, '保存摘要')
  await second.goto(`/desk/outcomes/${number}`)
  await press(second, '通过公示')
  await second.getByText('已通过').first().waitFor()
}

async function attendance(visit: Visit, first: Page, second: Page, month: string): Promise<void> {
  await first.goto(`/desk/scores/attendance?month=${month}`)
  for (const input of await first.locator('input[name="days"]:not([type=hidden])').all())
    await input.fill('18')
  await look(visit, first, 'attendance')
  await press(first, '保存出勤天数')
  await second.goto(`/desk/scores/attendance?month=${month}`)
  await press(second, '确认出勤天数')
  await second.getByText('已确认').first().waitFor()
}

/** The whole way, as citizen, officers and public, with the clock moved over hold, batch and month's end. */
async function walk(browser: Browser, script: boolean): Promise<Set<string>> {
  const folder = await furnishedFolder()
  await letSignIn(folder)
  const served = await serveBuilt(folder, '2026-03-02 09:30')
  const visit: Visit = { browser, served, script, seen: new Set() }
  try {
    const code = String(
      (await query(folder, 'select code from windows order by id limit 1'))[0]![0],
    )
    const { receipt, number } = await complain(visit, code)
    await investigate(visit, await signIn(visit, 'handler'), number)

    await served.setClock('2026-03-03 10:00')
    const head = await signIn(visit, 'officeHead')
    await head.goto(`/desk/cases/${number}`)
    await act(head, 'approval')
    await follow(visit, receipt)

    const handler = await signIn(visit, 'handler')
    await handler.goto(`/desk/cases/${number}`)
    await act(handler, 'accountability', (form) => form.getByLabel('理由').fill('已经改正。'))
    await head.goto(`/desk/cases/${number}`)
    await act(head, 'accountability-decision')
    await handler.goto(`/desk/cases/${number}`)
    await act(handler, 'closing', (form) => form.getByLabel('已把结果通知所在部门').check())
    await act(handler, 'archiving', (form) => form.getByLabel('证据清单').fill('受理单存根一份。'))
    await publish(visit, handler, head, number)
    await served.setClock('2026-03-06 10:00')
    const confirming = await signIn(visit, 'officeHead')
    await confirming.goto('/desk/scores')
    await look(visit, confirming, 'scores')
    await confirming.getByLabel(/记在谁的表上/).selectOption({ index: 1 })
    await confirming.getByRole('button', { name: /^确认计分/ }).click()
    await confirming.waitForLoadState()
    expect(await confirming.locator('.errs').allInnerTexts()).toEqual([])

    await served.setClock('2026-04-01 10:00')
    await served.runDueJobs()
    const assessor = await signIn(visit, 'assessmentGroup')
    const desk = await signIn(visit, 'complaintDesk')
    await attendance(visit, desk, assessor, '2026-03')
    const context = await visitor(visit)
    const page = await context.newPage()
    await page.goto('/h/anci/outcomes')
    await look(visit, page, 'outcomes')
    await page.goto('/h/anci/outcomes/2026-03')
    await page.getByText('窗口已经发放书面清单').waitFor()
    await look(visit, page, 'outcomes of a month')
    const shown = await page.locator('main').innerText()
    expect(shown).not.toContain(number)
    expect(shown).not.toContain('138')

    await served.setClock('2026-04-08 18:00')
    await served.runDueJobs()
    await served.setClock('2026-04-10 18:00')
    await served.runDueJobs()
    await page.goto('/h/anci/stars')
    await look(visit, page, 'stars')
    await page.goto('/h/anci/stars/2026-03')
    await page.getByText('文明服务窗口').first().waitFor()
    expect(await page.locator('main').innerText()).toMatch(/÷/)
    await look(visit, page, 'stars of a month')
    await page.goto(`/h/anci/windows/${code}`)
    await look(visit, page, 'window page')
    await page.goto('/h/anci/guides')
    await look(visit, page, 'guides')
    await page.goto('/h/anci')
    await look(visit, page, 'hall')
    await context.close()
  } finally {
    await served.stop()
    await removeFolder(folder)
  }
  return visit.seen
}

test('the whole way with JavaScript, every page of it without an axe violation', async ({
  browser,
}) => {
  expect((await walk(browser, true)).size).toBeGreaterThanOrEqual(25)
})

test('the whole way without JavaScript', async ({ browser }) => {
  await walk(browser, false)
})
