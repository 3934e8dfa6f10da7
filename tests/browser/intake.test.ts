import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Browser, Page } from 'playwright-core'
import {
  expect,
  expectAccessible,
  furnishedFolder,
  removeFolder,
  type Served,
  serveBuilt,
  test,
} from '../support/browser.ts'

const DAY_MS = 86_400_000

/** Let the first officer of Anci with a role be signed in; gives the cookie. */
async function signIn(folder: string, role: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const client = createClient({ url: `file:${join(folder, 'starwindow.db')}` })
  const opened = Date.parse('2026-03-02T00:00Z')
  await client.execute({
    sql: `insert into sessions (officer_id, digest, opened_at, seen_at, ends_at)
      select officer_id, ?, ?, ?, ? from officer_roles join halls on halls.id = hall_id
      where halls.key = 'anci' and role = ? order by officer_id limit 1`,
    args: [
      createHash('sha256').update(token).digest('base64url'),
      opened,
      opened + DAY_MS,
      opened + DAY_MS,
      role,
    ],
  })
  client.close()
  return token
}

type Visit = { served: Served; desk: Page; stranger: () => Promise<Page> }

/** A built portal, an officer at its desk and citizens before it. */
async function visit(browser: Browser, role: string, work: (visit: Visit) => Promise<void>) {
  const folder = await furnishedFolder()
  const token = await signIn(folder, role)
  const served = await serveBuilt(folder)
  const stranger = async () => {
    const context = await browser.newContext({ baseURL: served.url })
    context.setDefaultTimeout(10_000)
    return context.newPage()
  }
  const desk = await stranger()
  await desk.context().addCookies([{ name: 'officer', value: token, url: served.url }])
  try {
    await work({ served, desk, stranger })
  } finally {
    await served.stop()
    await removeFolder(folder)
  }
}

/** The page is accessible, and there is no script on it that anything could depend on. */
async function expectPlain(page: Page): Promise<void> {
  await expectAccessible(page)
  expect(await page.content()).not.toMatch(/<script/i)
}

const digits = async (page: Page) => (await page.locator('.code').innerText()).replace(/\s/g, '')

test('a visitor is heard, hears it read back, takes the slip along and follows the case', async ({
  browser,
}) => {
  await visit(browser, 'windowStaff', async ({ served, desk, stranger }) => {
    await desk.goto('/desk/intake')
    await expectPlain(desk)
    await desk.getByRole('button', { name: '核对一遍' }).click()
    expect(await desk.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      '请选投诉是怎么来的。',
      '请写对方说了什么。',
      '请选对方希望怎样对待身份。',
      '请选结果公开不公开。',
    ])
    await desk.getByLabel('来访').check()
    await desk.getByLabel('说了什么').fill('窗口少说了一份材料，让人白跑一趟。')
    await desk.getByLabel('匿名').check()
    await desk.getByLabel('不同意').check()
    await desk.getByRole('button', { name: '核对一遍' }).click()
    await desk.getByRole('heading', { name: '请您听一遍，对不对' }).waitFor()
    await expectPlain(desk)
    await desk.getByRole('button', { name: '修改' }).click()
    expect(await desk.getByLabel('说了什么').inputValue()).toContain('白跑一趟')
    await desk.getByRole('button', { name: '核对一遍' }).click()
    await desk.getByRole('button', { name: '登记' }).click()
    const slip = desk.getByRole('region', { name: '投诉受理回执' })
    const receipt = await digits(desk)
    expect(receipt).toMatch(/^\d{16}$/)
    expect(await slip.innerText()).not.toContain('材料')
    await expectPlain(desk)
    await desk.reload()
    expect(await digits(desk)).toBe(receipt)

    const citizen = await stranger()
    await citizen.goto('/follow')
    await expectPlain(citizen)
    await citizen.getByLabel('16 位查询码').fill('0000 0000 0000 0000')
    await citizen.getByRole('button', { name: '查询进度' }).click()
    expect(await citizen.title()).toMatch(/^有错误：/)
    await citizen.getByLabel('16 位查询码').fill(receipt)
    await citizen.getByRole('button', { name: '查询进度' }).click()
    await citizen.getByRole('heading', { level: 1, name: /^投诉 TS-/ }).waitFor()
    await expectPlain(citizen)
    await citizen.getByLabel('补充情况').fill('我还想起一件事。')
    await served.setClock('2026-03-02 09:40')
    await citizen.getByRole('button', { name: '提交补充' }).click()
    await citizen.getByText('您刚才写的内容还在').waitFor()
    await citizen.getByLabel('16 位查询码').fill(receipt)
    await citizen.getByRole('button', { name: '查询进度' }).click()
    await citizen.getByRole('button', { name: '提交补充' }).click()
    expect(await citizen.getByRole('status').innerText()).toContain('已提交')
    expect(await citizen.getByText('我还想起一件事。').count()).toBe(1)
    await citizen.getByText('我要撤回这件投诉').click()
    await citizen.getByRole('button', { name: '撤回投诉' }).click()
    expect(await citizen.getByRole('status').innerText()).toContain('已撤回')
    await expectPlain(citizen)
    expect(await citizen.context().cookies()).toEqual([])
  })
})

test('the slip fits on one sheet of A5', async ({ browser }) => {
  await visit(browser, 'complaintDesk', async ({ desk }) => {
    await desk.goto('/desk/intake?channel=visit')
    await desk.getByLabel('说了什么').fill('长话短说。')
    await desk.getByLabel('匿名').check()
    await desk.getByLabel('不同意').check()
    await desk.getByRole('button', { name: '核对一遍' }).click()
    await desk.getByRole('button', { name: '登记' }).click()
    await desk.getByRole('region', { name: '投诉受理回执' }).waitFor()
    const sheet = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(sheet.match(/\/Type \/Page\b/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet)!
    expect([Math.round(Number(width) / 10), Math.round(Number(height) / 10)]).toEqual([42, 59])
  })
})

test('a look into the box is entered, and what was found is one step from being registered', async ({
  browser,
}) => {
  await visit(browser, 'patrolOfficer', async ({ desk: patrol }) => {
    await patrol.goto('/desk/box')
    await patrol.getByText('今天还没有检查').waitFor()
    await expectPlain(patrol)
    await patrol.getByLabel('找到几件').fill('2')
    await patrol.getByRole('button', { name: '记下检查结果' }).click()
    await patrol.getByText('今天已检查').waitFor()
    await expectPlain(patrol)
    await patrol.getByRole('link', { name: '登记意见箱里的投诉' }).click()
    expect(await patrol.getByLabel('意见箱').isChecked()).toBe(true)
  })
})
