import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { staff } from '../../db/schema/index.ts'
import { expect, expectAccessible, removeFolder, serveBuilt, test } from '../support/browser.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { openPortal, type Portal } from '../support/portal.ts'

/** Somebody of the case's window who signs in, with the cookie of the account. */
async function subjectOf(portal: Portal, desk: Desk) {
  const { body } = await desk.read('officeHead')
  const named = (body.choices as unknown as { staff: { id: string }[] }).staff
  const people = await portal.db.select().from(staff)
  for (const role of ['windowStaff', 'windowHead'] as const) {
    for (const officer of await portal.officersWith(role)) {
      const person = people.find(({ id }) => id === officer.staffId)
      if (!person || !named.some(({ id }) => id === person.publicId)) continue
      return {
        label: `${person.name}（${person.number}）`,
        cookie: await portal.signedIn(officer.id),
      }
    }
  }
  throw new Error('nobody of the window signs in')
}

/** An answered, verified case of Anci in a built portal, and pages of those who work on it. */
async function openCase(browser: Browser) {
  const portal = await openPortal(inject('furnishedPortal'))
  const desk = await deskOf(portal, 'anci')
  await desk.answered({ replyForm: 'recordForm' })
  const person = await subjectOf(portal, desk)
  const cookies = {
    handler: await desk.cookieOf('handler'),
    head: await desk.cookieOf('officeHead'),
    person: person.cookie,
    citizen: '',
  }
  await portal.world.store.close()
  const served = await serveBuilt(portal.folder)
  return {
    number: desk.number,
    receipt: desk.receipt,
    person,
    async as(who: keyof typeof cookies, javaScriptEnabled = false): Promise<Page> {
      const context = await browser.newContext({
        baseURL: served.url,
        viewport: { width: 1440, height: 900 },
        javaScriptEnabled,
      })
      context.setDefaultTimeout(20_000)
      const [name = '', value = ''] = cookies[who].split('=')
      if (value) await context.addCookies([{ name, value, url: served.url }])
      return context.newPage()
    },
    async close() {
      await served.stop()
      await removeFolder(portal.folder)
    },
  }
}

async function openCaseOf(page: Page, receipt: string) {
  await page.goto('/follow')
  await page.getByLabel('查询码').fill(receipt)
  await page.locator('main button').first().click()
}

const said = (page: Page) => page.getByRole('status').first().innerText()

test('accountability is proposed, answered, decided by another and told, without JavaScript', async ({
  browser,
  onTestFinished,
}) => {
  const file = await openCase(browser)
  onTestFinished(file.close)
  const citizen = await file.as('citizen')
  await openCaseOf(citizen, file.receipt)
  await citizen.getByText('有没有人向您道歉', { exact: true }).click()
  await citizen.getByLabel('道歉了，我不接受').check()
  await citizen.getByRole('button', { name: '记下' }).click()
  expect(await said(citizen)).toContain('决定以前可以改')

  const handler = await file.as('handler')
  await handler.goto(`/desk/cases/${file.number}`)
  const form = handler.locator('#act-accountability')
  if ((await form.getAttribute('open')) === null) await form.locator('> summary').click()
  expect(await form.innerText()).toContain('已经道歉，没有谅解')
  await form.getByLabel('追究谁').selectOption({ label: file.person.label })
  await form.getByLabel('情节').selectOption({ label: '情节较轻' })
  await form.getByLabel('一句话').fill('材料没有一次说清')
  await form.getByLabel('理由').fill('监控和笔录一致。')
  await form.getByRole('button').click()
  expect(await handler.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#f-ground')
  await handler.locator('#f-ground').selectOption({ label: '没有一次说清材料，让人反复跑' })
  await form.getByRole('button').click()
  expect(await said(handler)).toContain(file.number)

  const person = await file.as('person')
  await person.goto('/desk/statements')
  await person.getByLabel('申辩').fill('当时已经说过一遍。')
  await person.getByRole('button', { name: '申辩' }).click()
  expect(await person.locator('main').innerText()).toContain('当时已经说过一遍。')
  expect(await person.locator('main').innerText()).not.toContain(file.number)

  const head = await file.as('head', true)
  await head.goto('/desk/accountability')
  await expectAccessible(head)
  await head.getByLabel('投诉领导小组的决定').selectOption({ label: '同意' })
  await head.getByRole('button', { name: '决定追究' }).click()
  expect(await said(head)).toBe('责任追究已决定。')

  await handler.goto(`/desk/cases/${file.number}`)
  await handler.getByLabel('已把结果通知所在部门').check()
  await handler.locator('#act-closing button').click()
  expect(await said(handler)).toContain(file.number)
  expect(await handler.locator('main').innerText()).toContain('已办结')

  await openCaseOf(citizen, file.receipt)
  const told = await citizen.locator('main').innerText()
  expect(told).toContain('决定：告诫。')
  expect(told).not.toContain(file.person.label.slice(0, 2))
})
