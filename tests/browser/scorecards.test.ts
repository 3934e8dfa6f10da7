import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { proposeEntry } from '../../api/acts/score/propose-entry.ts'
import { openWorld } from '../../api/live.ts'
import type { Role } from '../../api/rules/roles.ts'
import {
  halls,
  officerRoles,
  officers,
  postings,
  sessions,
  windows,
} from '../../db/schema/index.ts'
import {
  expect,
  expectAccessible,
  furnishedFolder,
  removeFolder,
  serveBuilt,
  test,
} from '../support/browser.ts'

const NOW = new Date('2026-03-03T02:00:00Z')
const EIGHT_HOURS_MS = 8 * 3_600_000
const ROLES = ['windowHead', 'officeHead', 'complaintDesk', 'assessmentGroup'] as const
type Who = (typeof ROLES)[number]

/** A hall with people who are signed in; in Bingcha a head is named by a proposed deduction. */
async function openHall(key: 'anci' | 'bingcha' | 'qingpu') {
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
  const { read } = world.store
  const [hall] = await read.select().from(halls).where(eq(halls.key, key))
  const holder = async (role: Role) => {
    const [found] = await read
      .select({ officer: officers })
      .from(officerRoles)
      .innerJoin(officers, eq(officers.id, officerRoles.officerId))
      .where(and(eq(officerRoles.hallId, hall!.id), eq(officerRoles.role, role)))
    return found!.officer
  }
  const [first] = await read
    .select({ window: windows, staffId: postings.staffId })
    .from(postings)
    .innerJoin(windows, eq(windows.id, postings.windowId))
    .where(and(eq(postings.hallId, hall!.id), eq(postings.head, true)))
  const head = await holder('windowHead')
  await world.store.write(async (tx) => {
    await tx.update(officers).set({ staffId: null }).where(eq(officers.staffId, first!.staffId))
    await tx.update(officers).set({ staffId: first!.staffId }).where(eq(officers.id, head.id))
  })
  const tokens = {} as Record<Who, string>
  for (const role of ROLES) {
    const { id } = await holder(role)
    tokens[role] = world.random.id(32)
    await world.store.write((tx) =>
      tx.insert(sessions).values({
        officerId: id,
        digest: createHash('sha256').update(tokens[role]).digest('base64url'),
        openedAt: NOW,
        seenAt: NOW,
        endsAt: new Date(NOW.getTime() + EIGHT_HOURS_MS),
      }),
    )
  }
  if (key === 'bingcha') {
    const patrol = await holder('patrolOfficer')
    const roles: Role[] = ['patrolOfficer']
    await proposeEntry(world, { ...patrol, hallId: hall!.id, roles } as never, {
      item: 'M1.1',
      staff: '',
      window: first!.window.code,
      quantity: 1,
      points: null,
      occurredOn: '2026-03-02',
      reason: '上班时间看视频',
      proof: '',
      another: '',
    })
  }
  await live.store.close()
  const served = await serveBuilt(folder, '2026-03-03 10:00')
  return {
    url: served.url,
    tokens,
    async close() {
      await served.stop()
      await removeFolder(folder)
    },
  }
}

test('a head marks the other windows and answers a deduction, without JavaScript', async ({
  browser,
}) => {
  const hall = await openHall('bingcha')
  const visit = async (who: Who, javaScriptEnabled = false): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: hall.url,
      viewport: { width: 360, height: 740 },
      javaScriptEnabled,
    })
    await context.addCookies([{ name: 'officer', value: hall.tokens[who], url: hall.url }])
    return context.newPage()
  }
  try {
    const page = await visit('windowHead')
    await page.goto('/desk/scores/peer?month=2026-02')
    const marks = page.locator('input[name=marks]')
    const TOPICS = 4
    for (let topic = 0; topic < TOPICS; topic++) await marks.nth(topic).fill('24')
    await marks.nth(TOPICS).fill('26')
    await page.getByRole('button', { name: '保存评分' }).click()
    expect(await marks.first().inputValue()).toBe('24')
    expect(await page.locator('.errs a').count()).toBeGreaterThan(0)
    await marks.nth(TOPICS).fill('')
    await page.getByRole('button', { name: '保存评分' }).click()
    await page.getByText('评分已保存，月度结算前可以改。').waitFor()
    expect(await marks.first().inputValue()).toBe('24')

    await page.goto('/desk/points')
    await page.getByLabel('您的说明').fill('当时在给群众放办事视频。')
    await page.getByRole('button', { name: /^提交说明/ }).click()
    await page.getByText('已提交。确认的人会看到您的说明。').waitFor()

    const office = await visit('officeHead')
    await office.goto('/desk/scores')
    await office.getByText('当时在给群众放办事视频。').waitFor()
    await office.getByRole('button', { name: /^确认计分/ }).click()
    await office.getByText('已确认，这条开始计分。').waitFor()
    await office.goto('/desk/scores/peer?month=2026-02')
    await office.getByText('已有 1 个窗口评过').waitFor()

    const head = await visit('windowHead', true)
    const seen = await visit('officeHead', true)
    for (const path of ['/desk/points', '/desk/scores/peer?month=2026-02']) {
      await head.goto(path)
      await expectAccessible(head)
    }
    for (const path of ['peer', 'half-year', 'marks', 'roll-call', 'attendance']) {
      await seen.goto(`/desk/scores/${path}?month=2026-02`)
      await expectAccessible(seen)
    }
  } finally {
    await hall.close()
  }
})

test.for<[hall: 'anci' | 'qingpu', pages: string[]]>([
  ['anci', ['early', 'propose?event=absence']],
  ['qingpu', ['hygiene', 'appraisals?part=yearly', 'grades']],
])(
  '%s: nothing stands in the way on the pages of its sheets',
  async ([key, pages], { browser }) => {
    const hall = await openHall(key)
    try {
      const context = await browser.newContext({ baseURL: hall.url })
      await context.addCookies([{ name: 'officer', value: hall.tokens.officeHead, url: hall.url }])
      const page = await context.newPage()
      for (const path of pages) {
        const answer = await page.goto(
          `/desk/scores/${path}${path.includes('?') ? '&' : '?'}month=2026-02`,
        )
        expect([path, answer?.status()]).toEqual([path, 200])
        await expectAccessible(page)
      }
    } finally {
      await hall.close()
    }
  },
)

test('a head proposes a star within the number, the group reads it, everybody the dates', async ({
  browser,
}) => {
  const hall = await openHall('qingpu')
  const visit = async (who: Who, javaScriptEnabled: boolean): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: hall.url,
      viewport: { width: 360, height: 740 },
      javaScriptEnabled,
    })
    await context.addCookies([{ name: 'officer', value: hall.tokens[who], url: hall.url }])
    return context.newPage()
  }
  try {
    const page = await visit('windowHead', false)
    await page.goto('/desk/nominate')
    await page.getByText('还可以推荐 1 名').waitFor()
    await page.getByText('3月20日下班前推荐').waitFor()
    await page.getByLabel('推荐谁').selectOption({ index: 2 })
    const chosen = await page.getByLabel('推荐谁').inputValue()
    await page.getByRole('button', { name: '提交推荐' }).first().click()
    expect(await page.getByLabel('推荐谁').inputValue()).toBe(chosen)
    await page.getByLabel('理由').first().fill('一次告知写得清楚。')
    await page.getByRole('button', { name: '提交推荐' }).first().click()
    await page.getByText('已推荐，考核小组会看到。').waitFor()
    await page.getByText('还可以推荐 0 名').waitFor()
    expect(await page.getByLabel('推荐谁').count()).toBe(0)

    const group = await visit('assessmentGroup', true)
    for (const path of ['2026-Q1', '2026']) {
      await group.goto(`/desk/awards?period=${path}`)
      await expectAccessible(group)
      await group.goto(`/h/qingpu/stars/${path}`)
      await expectAccessible(group)
    }
    await group.goto('/desk/awards')
    await group.getByText('一次告知写得清楚。').waitFor()
    await group.goto('/h/qingpu/stars/2026-Q1')
    expect(await group.locator('.note').first().innerText()).toContain('4月15日下班时评定并公布')
    const head = await visit('windowHead', true)
    await head.goto('/desk/nominate')
    await expectAccessible(head)
    expect((await fetch(`${hall.url}/h/qingpu/stars/2025-Q1`)).status).toBe(404)
  } finally {
    await hall.close()
  }
})
