import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import type { World } from '../../api/context.ts'
import { openWorld } from '../../api/live.ts'
import { officers, sessions, windows } from '../../db/schema/index.ts'
import { anotherHall } from '../support/another-hall.ts'
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
const HANDLER = 'standardhandler'
const HEAD = 'standardhead'

/** The cookie of an officer who is signed in. */
async function signedIn(world: World, login: string): Promise<string> {
  const [officer] = await world.store.read.select().from(officers).where(eq(officers.login, login))
  const token = world.random.id(32)
  await world.store.write(async (tx) => {
    await tx.insert(sessions).values({
      officerId: officer!.id,
      digest: createHash('sha256').update(token).digest('base64url'),
      openedAt: NOW,
      seenAt: new Date(NOW.getTime() + YEAR_MS),
      endsAt: new Date(NOW.getTime() + YEAR_MS),
    })
  })
  return token
}

/** A built portal with a hall that follows low ratings up, and two of its officers signed in. */
async function openHall(browser: Browser, javaScriptEnabled: boolean) {
  const folder = await furnishedFolder()
  const live = await openWorld({
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: false,
    test: false,
    dataDir: folder,
  })
  const world = { ...live, now: () => NOW }
  const hall = await anotherHall({ world }, 'standard')
  const [window] = await world.store.read.select().from(windows).where(eq(windows.hallId, hall.id))
  const tokens = { handler: await signedIn(world, HANDLER), head: await signedIn(world, HEAD) }
  await live.store.close()
  const served = await serveBuilt(folder)
  const visit = async (width: number, token?: string) => {
    const context = await browser.newContext({
      baseURL: served.url,
      javaScriptEnabled,
      viewport: { width, height: 740 },
      locale: 'zh-CN',
    })
    if (token) await context.addCookies([{ name: 'officer', value: token, url: served.url }])
    return context.newPage()
  }
  return {
    served,
    code: window!.code,
    citizen: await visit(360),
    handler: await visit(1440, tokens.handler),
    head: await visit(1440, tokens.head),
    async close() {
      await served.stop()
      await removeFolder(folder)
    },
  }
}

test.for<[how: string, script: boolean]>([
  ['with JavaScript', true],
  ['without JavaScript', false],
])(
  'whoever rates low is called back, reads what was rectified and rates again, %s',
  async ([, script], { browser }) => {
    const hall = await openHall(browser, script)
    const { served, citizen, handler, head } = hall
    const check = async (page: typeof citizen) => {
      if (script) await expectAccessible(page)
    }
    await citizen.goto(`/w/${hall.code}`)
    await citizen.getByRole('button', { name: '非常不满意' }).click()
    await citizen.getByLabel('等的时间长').check()
    await citizen.getByLabel('电话（可以不填）').fill('12')
    await citizen.getByRole('button', { name: '提交', exact: true }).click()
    await citizen.getByRole('link', { name: '电话号码不完整，请检查。' }).waitFor()
    expect(await citizen.getByLabel('等的时间长').isChecked()).toBe(true)
    await check(citizen)
    await citizen.getByLabel('电话（可以不填）').fill('138 0013 8000')
    await citizen.getByLabel('怎么称呼您').fill('王女士')
    await citizen.getByRole('button', { name: '提交', exact: true }).click()
    await citizen.getByRole('heading', { name: '这次差评怎么处理' }).waitFor()
    const key = citizen.url().replace(/\?.*/, '')
    await check(citizen)

    await served.setClock('2026-03-02 09:10')
    await served.runDueJobs()
    await handler.goto('/desk/low-ratings')
    expect(await handler.getByText('13800138000').count()).toBe(0)
    await handler.getByRole('button', { name: '看电话' }).click()
    await handler.getByText('13800138000').waitFor()
    await check(handler)
    await handler.getByLabel('回访结果').selectOption('打通了，谈过')
    await handler.getByRole('button', { name: '记下回访' }).click()
    await handler.getByText('回访结果已记下。').waitFor()
    await handler.locator('summary', { hasText: '整改' }).click()
    await handler.getByLabel('查清后怎么处理').selectOption('已整改')
    await handler.getByLabel('给评价人看的一句话').fill('已加开一个窗口，等候不超过 20 分钟。')
    await handler.getByRole('button', { name: '提交审核' }).click()
    await handler.getByText('已提交，等另一位同事审核。').waitFor()
    expect(await handler.getByRole('button', { name: '审核通过' }).count()).toBe(0)

    await head.goto('/desk/low-ratings')
    await check(head)
    await head.getByRole('button', { name: '审核通过' }).click()
    await head.getByText('已审核通过，评价人能看到结果。').waitFor()
    await check(head)

    await citizen.goto(key)
    await citizen.getByText('已加开一个窗口，等候不超过 20 分钟。').waitFor()
    await check(citizen)
    await citizen.getByRole('button', { name: '满意', exact: true }).click()
    await citizen.getByText('您追评：满意。原来的“非常不满意”也保留。').waitFor()
    expect(await citizen.getByText('整改后，您再评一次').count()).toBe(0)
    await hall.close()
  },
)
