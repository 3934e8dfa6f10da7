import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
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

const NOW = new Date('2026-03-02T02:00:00Z')
const EIGHT_HOURS_MS = 8 * 3_600_000
const ROLES = ['windowStaff', 'complaintDesk'] as const
type Who = (typeof ROLES)[number]

/** Bingcha with somebody at a window and somebody of the section, signed in. */
async function openHall() {
  const folder = await furnishedFolder()
  const world = await openWorld({
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: false,
    test: false,
    dataDir: folder,
  })
  const [hall] = await world.store.read.select().from(halls).where(eq(halls.key, 'bingcha'))
  const signIn = async (role: Role) => {
    const [held] = await world.store.read
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
    return token
  }
  const tokens = {} as Record<Who, string>
  for (const role of ROLES) tokens[role] = await signIn(role)
  await world.store.close()
  const served = await serveBuilt(folder, '2026-03-02 10:00')
  return {
    url: served.url,
    tokens,
    async close() {
      await served.stop()
      await removeFolder(folder)
    },
  }
}

/** Fill in a refusal but for the basis; what is forgotten is asked for and nothing is lost. */
async function putOnFile(page: Page): Promise<void> {
  await page.goto('/desk/refusals')
  await page.getByRole('link', { name: '登记否定报备' }).click()
  await page.getByLabel('书面申请').first().check()
  await page.getByLabel('已经向申请人解释不办的理由').check()
  await page.getByLabel('申请办什么事').fill('申请在承包地上建房。')
  await page.getByLabel('不办的理由', { exact: true }).fill('这块地在永久基本农田里。')
  await page.getByLabel('这是重要事项').check()
  await page.getByLabel('姓名').fill('汤先生')
  await page.getByLabel('电话').fill('000-4301234')
  await page.getByRole('button', { name: '提交报备' }).click()
  await page.getByText('有 2 处要改。').waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toBe('汤先生')
  expect(await page.getByLabel('不办的理由', { exact: true }).inputValue()).toContain('基本农田')
  await page.getByLabel('依据').fill('基本农田保护条例第十七条。')
  await page.getByLabel('解释以后，申请人仍有异议').check()
  await page.getByRole('button', { name: '提交报备' }).click()
  await page.getByText('已报备。审核的人会收到通知。').waitFor()
}

test.for<[why: string, script: boolean, width: number]>([
  ['without JavaScript on a phone', false, 360],
  ['with JavaScript on a desk', true, 1440],
])(
  'a refusal is filed, corrected by the section and told to the applicant, %s',
  async ([, javaScriptEnabled, width], { browser }) => {
    const hall = await openHall()
    const visit = async (who: Who) => {
      const viewport = { width, height: 900 }
      const context = await browser.newContext({ baseURL: hall.url, viewport, javaScriptEnabled })
      await context.addCookies([{ name: 'officer', value: hall.tokens[who], url: hall.url }])
      return context.newPage()
    }
    try {
      const window = await visit('windowStaff')
      await putOnFile(window)
      const page = new URL(window.url()).pathname
      const section = await visit('complaintDesk')
      await section.goto('/desk/refusals')
      await section.getByRole('link', { name: /^FB-/ }).click()
      expect(await section.locator('main').innerText()).not.toContain('汤先生')
      await section.getByRole('button', { name: '查看申请人' }).click()
      await section.getByText('汤先生，单位 没有，电话 000-4301234').waitFor()
      await section.getByRole('button', { name: '记下已经报告' }).click()
      await section.getByText('已记下报告的时间。').waitFor()
      await section.getByLabel('审核意见').fill('地块已经调出基本农田，应当受理。')
      await section.getByRole('button', { name: '提交审核意见' }).click()
      await section.getByText('请选维持还是纠正。').first().waitFor()
      expect(await section.getByLabel('审核意见').inputValue()).toContain('应当受理')
      await section.getByLabel('纠正：应当办理').check()
      await section.getByRole('button', { name: '提交审核意见' }).click()
      await section.getByText('审核意见已记录。').waitFor()
      await section.goto(`${page}/print`)
      expect(await section.locator('.which').allInnerTexts()).toEqual([
        '第一份：送审批科',
        '第二份：存档',
      ])
      await section.emulateMedia({ media: 'print' })
      expect(await section.locator('.bar').isVisible()).toBe(false)

      await window.goto(page)
      await window.getByLabel('电话告知').check()
      await window.getByRole('button', { name: '记下已经告知' }).click()
      await window.getByText('已记下告知的时间。').waitFor()
      await window.getByText('已纠正，已告知').waitFor()
      if (javaScriptEnabled) {
        for (const path of ['/desk/refusals', '/desk/refusals/new', page, `${page}/print`]) {
          await window.goto(path)
          await expectAccessible(window)
        }
      }
    } finally {
      await hall.close()
    }
  },
)
