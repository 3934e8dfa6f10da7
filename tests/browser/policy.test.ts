import { inject, onTestFinished } from 'vitest'
import { expect, expectAccessible, removeFolder, serveBuilt, test } from '../support/browser.ts'
import { openPortal } from '../support/portal.ts'

test('a value is set after a look at its effect, without JavaScript, and everybody reads it', async ({
  browser,
}) => {
  const portal = await openPortal(inject('furnishedPortal'), '2026-03-06T02:00:00Z')
  const [name, token] = (await portal.as('systemAdministrator', 'qingpu')).split('=')
  await portal.world.store.close()
  const served = await serveBuilt(portal.folder, '2026-03-06 10:00')
  onTestFinished(async () => {
    await served.stop()
    await removeFolder(portal.folder)
  })
  const open = async (javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ baseURL: served.url, javaScriptEnabled })
    onTestFinished(() => context.close())
    await context.addCookies([{ name: name!, value: token!, url: served.url }])
    return context.newPage()
  }
  const page = await open(false)

  await page.goto('/desk/admin/policy')
  await page.getByText('期限和延期').click()
  await page.getByRole('link', { name: '改这一项：答复的工作日' }).click()
  await page.getByLabel('改成').fill('11')
  await page.getByLabel('从哪天起').fill('2026-03-09')
  await page.getByLabel('原因').fill('按区里今年的通知')
  await page.getByRole('button', { name: '先看影响' }).click()
  expect(await page.locator('#f-value-msg').innerText()).toContain('“最长的工作日”就不对了')
  expect(await page.getByLabel('原因').inputValue()).toBe('按区里今年的通知')

  await page.getByLabel('改成').fill('4')
  await page.getByRole('button', { name: '先看影响' }).click()
  const effect = page.locator('section', { has: page.locator('#effect') })
  expect(await effect.innerText()).toContain('由“3”改成“4”')
  expect(await effect.getByRole('row', { name: '多部门协调 答复' }).innerText()).toContain(
    '2026-03-13',
  )
  await page.getByRole('button', { name: '就这样改' }).click()
  expect(await page.locator('main').innerText()).toContain('已改好，到那一天开始用。')

  await page.goto('/h/qingpu/rules')
  const row = page.getByRole('row', { name: /答复的工作日/ })
  expect(await row.innerText()).toMatch(/3\s+4\s+2026-03-09\s+按区里今年的通知\s+还没开始/)

  const looked = await open(true)
  for (const path of ['/desk/admin/policy?value=clocks.normalWd', '/h/qingpu/rules']) {
    await looked.goto(path)
    await expectAccessible(looked)
  }
})
