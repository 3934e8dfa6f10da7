import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { openWorld } from '../../api/live.ts'
import type { Role } from '../../api/rules/roles.ts'
import { halls, officerRoles, sessions } from '../../db/schema/index.ts'
import {
  expect,
  expectAccessible,
  furnishedFolder,
  removeFolder,
  serveBuilt,
  test,
} from '../support/browser.ts'

const NOW = new Date('2026-03-02T01:00:00Z')
const EIGHT_HOURS_MS = 8 * 3_600_000
const ROLES = ['officeHead', 'secondPerson', 'systemAdministrator'] as const
type Who = (typeof ROLES)[number]

/** The people of Qingpu who see to its published rules, signed in. */
async function tokens(folder: string): Promise<Record<Who, string>> {
  const world = await openWorld({
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: false,
    test: false,
    dataDir: folder,
  })
  const { read } = world.store
  const [hall] = await read.select().from(halls).where(eq(halls.key, 'qingpu'))
  const tokenOf = async (role: Role) => {
    const [held] = await read
      .select()
      .from(officerRoles)
      .where(and(eq(officerRoles.hallId, hall!.id), eq(officerRoles.role, role)))
    const token = world.random.id(32)
    await world.store.write((tx) =>
      tx.insert(sessions).values({
        officerId: held!.officerId,
        digest: createHash('sha256').update(token).digest('base64url'),
        openedAt: NOW,
        seenAt: NOW,
        endsAt: new Date(NOW.getTime() + EIGHT_HOURS_MS),
      }),
    )
    return [role, token] as const
  }
  const held: (readonly [Role, string])[] = []
  for (const role of ROLES) held.push(await tokenOf(role))
  await world.store.close()
  return Object.fromEntries(held) as Record<Who, string>
}

const textOf = (page: Page) => page.locator('main').innerText()

async function look(page: Page, name: string) {
  const folder = process.env.SHOTS
  for (const [size, width] of [
    ['m', 360],
    ['d', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(`${name} ${size} ${isWide}`).toBe(`${name} ${size} false`)
    if (folder) await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true })
  }
}

test('an official wording is entered by one, approved by another, and read by a citizen', async ({
  browser,
}) => {
  const folder = await furnishedFolder()
  const token = await tokens(folder)
  const served = await serveBuilt(folder, '2026-03-02 09:30')
  onTestFinished(async () => {
    await served.stop()
    await removeFolder(folder)
  })
  const as = async (who: Who | null, javaScriptEnabled = false) => {
    const context = await browser.newContext({ baseURL: served.url, javaScriptEnabled })
    if (who) await context.addCookies([{ name: 'officer', value: token[who], url: served.url }])
    return context.newPage()
  }

  const citizen = await as(null, true)
  await citizen.goto('/h/qingpu/rules/clause/qingpu.q5')
  expect(await textOf(citizen)).toContain('还没有录入这一条的正式文本')
  await look(citizen, 'clause-plain')

  const head = await as('officeHead')
  await head.goto('/desk/rules')
  await look(head, 'desk-rules')
  await head.getByRole('link', { name: '未一次性告知', exact: true }).click()
  await head.locator('#f-text').fill('示例：第一次就把要补的材料全部写明。\n示例：口头、书面都算。')
  await head.locator('#f-title').fill('投诉处置办法')
  await head.locator('#f-article').fill('')
  await head.locator('#f-effectiveFrom').fill('2026-03-01')
  await head.locator('#f-reason').fill('录入原文。')
  await head.getByRole('button', { name: '录入正式文本' }).click()
  expect(await head.getByRole('alert').innerText()).toMatch(/第几条：\s*这一项还没有填/)
  expect(await head.locator('#f-text').inputValue()).toContain('口头、书面都算')
  await look(head, 'desk-clause-refused')
  await head.locator('#f-article').fill('第三条第（五）项')
  await head.getByRole('button', { name: '录入正式文本' }).click()
  expect(await head.getByRole('alert').innerText()).toContain('不能从过去的日子起用')
  await head.locator('#f-effectiveFrom').fill('2026-03-02')
  await head.getByRole('button', { name: '录入正式文本' }).click()
  expect(await head.getByRole('status').innerText()).toContain('等另一位同事审核')
  expect(await head.getByRole('button', { name: '审核通过' }).count()).toBe(0)
  await look(head, 'desk-change-entered')

  const second = await as('secondPerson', true)
  await second.goto('/desk/rules')
  await expectAccessible(second)
  await second.locator('#waiting + table').getByRole('link').click()
  await expectAccessible(second)
  await look(second, 'desk-change-decide')
  await second.getByRole('button', { name: '审核通过' }).click()
  expect(await second.getByRole('status').innerText()).toContain('2026-03-02 起用')

  await citizen.reload()
  expect(await textOf(citizen)).toContain('第一次就把要补的材料全部写明')
  expect(await textOf(citizen)).toContain('《投诉处置办法》第三条第（五）项')
  await expectAccessible(citizen)
  await look(citizen, 'clause-official')

  await head.goto('/desk/rules/systems/qingpu.complaints')
  await head.locator('#f-number').fill('示例〔2018〕16 号')
  await head.locator('#f-text').fill('第一条　示例：为什么定这个办法。\n第二条　示例：谁来受理。')
  await head.locator('#f-reason').fill('录入全文。')
  await look(head, 'desk-system')
  await head.getByRole('button', { name: '录入原文' }).click()
  await second.goto(head.url().replace(/\?.*$/, ''))
  await second.getByRole('button', { name: '审核通过' }).click()
  await citizen.goto('/h/qingpu/rules/qingpu.complaints#as-printed')
  expect(await textOf(citizen)).toContain('第二条　示例：谁来受理。')
  await expectAccessible(citizen)
  await look(citizen, 'system-official')

  await head.goto('/desk/rules/clauses/qingpu.q5')
  await look(head, 'desk-clause')
  await head.goto('/desk/rules/add')
  await look(head, 'desk-add')
  const admin = await as('systemAdministrator', true)
  await admin.goto('/desk/admin/rules-left-out')
  expect(await textOf(admin)).toContain('印章管理制度')
  await expectAccessible(admin)
  await look(admin, 'left-out')
  const scripted = await as('officeHead', true)
  for (const path of ['clauses/qingpu.q5', 'systems/qingpu.complaints', 'add']) {
    await scripted.goto(`/desk/rules/${path}`)
    await expectAccessible(scripted)
  }
})
