import { expect, expectAccessible, test } from '../support/browser.ts'

test('a citizen reads a rule and its clause without JavaScript', async ({ page, served }) => {
  await page.goto('/h/qingpu/rules')
  await expectAccessible(page)
  await page.getByRole('link', { name: /投诉处置办法/ }).click()
  expect(await page.locator('#limit').innerText()).toContain('3 个工作日内办完')
  await expectAccessible(page)
  await page.getByRole('link', { name: /未一次性告知/ }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('未一次性告知')
  expect(await page.locator('dl').last().innerText()).toContain('不足 5 次')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await page.locator('script').count()).toBe(0)
  expect((await fetch(`${served.url}/h/qingpu/rules/nothing`)).status).toBe(404)
})
