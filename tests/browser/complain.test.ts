import { createClient } from '@libsql/client'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, expectAccessible, test } from '../support/browser.ts'

const LARGEST_PAGE = 14 * 1024

const rows = async (folder: string, sql: string) => {
  const client = createClient({ url: `file:${join(folder, 'starwindow.db')}` })
  const { rows: found } = await client.execute(sql)
  client.close()
  return found
}

const photo = async () => ({
  name: 'IMG_2041.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer(),
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const on = (page: Page) => page.getByRole('button', { name: '继续', exact: true }).click()

async function answerWhen(page: Page) {
  await page.getByLabel('哪个窗口').selectOption({ index: 1 })
  await page.getByLabel(/^今天/).check()
  await page.getByLabel('上午').check()
  await on(page)
}

async function answerUpToIdentity(page: Page, story = '窗口说还差一份材料，上次没有告诉我。') {
  await answerWhen(page)
  await page.getByLabel(/我不确定/).check()
  await on(page)
  await page.getByLabel('请写清楚经过').fill(story)
  await on(page)
  await on(page)
}

test('a citizen complains without JavaScript and without a cookie', async ({ browser, served }) => {
  const context = await browser.newContext({
    baseURL: served.url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  const heavy: string[] = []
  page.on('response', async (answer) => {
    const body = await answer.text().catch(() => '')
    if (gzipSync(body).length > LARGEST_PAGE || /<script/i.test(body)) heavy.push(answer.url())
  })
  await page.goto('/h/anci/complain')
  await page.getByRole('link', { name: '开始填写' }).click()
  await answerWhen(page)
  await page.getByText('更多条款').click()
  await page.getByRole('radio').nth(1).check()
  await on(page)
  await page.getByLabel('请写清楚经过').fill('窗口说还差一份材料，上次没有告诉我。')
  await on(page)
  await page.getByLabel('选一张照片').setInputFiles(await photo())
  await page.getByRole('button', { name: '上传这张' }).click()
  await page.getByText('照片 1（').waitFor()
  await page.getByLabel('再选一张照片').setInputFiles(await photo())
  await on(page)
  await page.getByLabel(/实名/).check()
  await on(page)
  await page.getByLabel('怎么称呼您').fill('王先生')
  await page.getByLabel('电话', { exact: true }).fill('139 0000 1234')
  await page.getByLabel('同意公开', { exact: true }).check()
  await on(page)
  expect(await heading(page)).toBe('请核对，再提交投诉')
  expect(await page.locator('dl').innerText()).toMatch(/2 张[\s\S]*王先生，13900001234/)
  await page.getByRole('button', { name: '提交投诉' }).click()
  expect(await heading(page)).toBe('投诉已提交')
  expect((await page.locator('.code').innerText()).replace(/\s/g, '')).toMatch(/^\d{16}$/)
  const [number] = (await page.locator('.panel').innerText()).match(/TS-\S+/)!
  expect(await rows(served.folder, 'select number from case_files')).toEqual([
    expect.objectContaining({ number }),
  ])
  expect(await rows(served.folder, 'select * from photos where complaint_id is null')).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(heavy).toEqual([])
  await context.close()
})

test('the way back keeps every answer, by the browser and by the page', async ({ page }) => {
  await page.goto('/h/anci/complain/when')
  await answerUpToIdentity(page)
  const asked = ['有照片吗？（可不传）', '请写清楚经过', '您要反映的是哪一条规定？']
  for (const question of asked) {
    await page.evaluate(() => void setTimeout(() => history.back()))
    await page.getByRole('heading', { name: question }).waitFor()
    await page.waitForLoadState()
  }
  expect(await page.getByLabel(/我不确定/).isChecked()).toBe(true)
  await on(page)
  const draft = '写到一半想回去看看规定，这些字还要在。'
  await page.getByLabel('请写清楚经过').fill(draft)
  await page.getByRole('button', { name: '返回上一步' }).click()
  expect(await page.getByLabel(/我不确定/).isChecked()).toBe(true)
  await on(page)
  expect(await page.getByLabel('请写清楚经过').inputValue()).toBe(draft)
})

test('larger letters keep what is typed, and Enter goes on', async ({ page }) => {
  await page.goto('/h/anci/complain/when')
  await page.getByLabel(/^昨天/).check()
  await page.getByRole('button', { name: '大字版' }).click()
  expect(await page.locator('html').getAttribute('data-size')).toBe('large')
  expect(await page.getByLabel(/^昨天/).isChecked()).toBe(true)
  await page.locator('#f-month').press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.locator('html').getAttribute('data-size')).toBe('large')
})

test('what is wrong is said at the field, and a long text is not lost', async ({ page }) => {
  await page.goto('/h/anci/complain/when')
  await on(page)
  expect(await page.title()).toMatch(/^有错误：/)
  await expectAccessible(page)
  await answerWhen(page)
  await page.getByLabel(/我不确定/).check()
  await on(page)
  const long = '的'.repeat(100_000)
  await page.getByLabel('请写清楚经过').fill(long)
  await on(page)
  await page.getByRole('link', { name: /最多写 2000 个字/ }).click()
  expect(await page.getByLabel('请写清楚经过').inputValue()).toBe(long)
})

test('a hidden writer is warned, anonymous contact is not asked for', async ({ page, served }) => {
  await page.goto('/h/anci/complain/when')
  await answerUpToIdentity(page, '窗口态度不好，请打 13812345678 告诉我。')
  expect(await page.getByLabel(/保密/).count()).toBe(0)
  await page.getByLabel(/匿名/).check()
  await on(page)
  await page.getByText('您选了匿名，但文字里有手机号“138…”。要删掉吗？').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '修改经过' }).click()
  await page.getByLabel('请写清楚经过').fill('窗口态度不好，希望以后好好说话。')
  await on(page)
  await on(page)
  await on(page)
  expect(await page.getByLabel('电话').count()).toBe(0)
  await page.getByLabel('不公开').check()
  await on(page)
  await page.getByRole('button', { name: '提交投诉' }).click()
  await expectAccessible(page)
  expect(await rows(served.folder, 'select * from complainants')).toEqual([])
})

test('sent twice from two pages it is one complaint', async ({ page, context, served }) => {
  await page.goto('/h/anci/complain/when')
  await answerUpToIdentity(page)
  await page.getByLabel(/匿名/).check()
  await on(page)
  await page.getByLabel('不公开').check()
  await on(page)
  const sealed = await page.locator('input[name=sealed]').inputValue()
  const sent = () =>
    context.request.post('/h/anci/complain/send', {
      form: { sealed },
      headers: { origin: served.url },
    })
  const pages = await Promise.all([sent(), sent(), sent()])
  const receipts = await Promise.all(
    pages.map(async (answer) => /\d{4} \d{4}/.exec(await answer.text())?.[0]),
  )
  expect(new Set(receipts).size).toBe(1)
  expect(pages[0]!.headers()['cache-control']).toBe('no-store')
  expect(await rows(served.folder, 'select id from complaints')).toHaveLength(1)
})

test('an expired form says so and keeps the text for a new one', async ({ page, served }) => {
  await page.goto('/h/anci/complain/when')
  await answerWhen(page)
  await page.getByLabel(/我不确定/).check()
  await on(page)
  const story = '写了很久的经过，不该白写，请留着。'
  await page.getByLabel('请写清楚经过').fill(story)
  await served.setClock('2026-03-03 10:00')
  await on(page)
  expect(await heading(page)).toBe('请重新填写')
  await expectAccessible(page)
  await page.getByRole('button', { name: '带着它重填' }).click()
  await answerWhen(page)
  await page.getByLabel(/我不确定/).check()
  await on(page)
  expect(await page.getByLabel('请写清楚经过').inputValue()).toBe(story)
})

test('clearing forgets everything and takes the photos away', async ({ page, served }) => {
  await page.goto('/h/anci/complain/when')
  await answerWhen(page)
  await page.getByLabel(/我不确定/).check()
  await on(page)
  await page.getByLabel('请写清楚经过').fill('窗口说还差一份材料，上次没有告诉我。')
  await on(page)
  await page.getByLabel('选一张照片').setInputFiles(await photo())
  await page.getByRole('button', { name: '上传这张' }).click()
  await page.getByText('照片 1（').waitFor()
  await page.getByRole('button', { name: '清除我填的内容' }).click()
  await page.getByText('已清除您填的内容。').waitFor()
  expect(await rows(served.folder, 'select id from photos')).toEqual([])
})

test('a photo nobody can open is refused at its field', async ({ page, served }) => {
  await page.goto('/h/anci/complain/when')
  await answerWhen(page)
  await page.getByLabel(/我不确定/).check()
  await on(page)
  await page.getByLabel('请写清楚经过').fill('窗口说还差一份材料，上次没有告诉我。')
  await on(page)
  const text = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('不是照片') }
  await page.getByLabel('选一张照片').setInputFiles(text)
  await on(page)
  await page.getByRole('link', { name: /这张照片的格式打不开/ }).waitFor()
  await expectAccessible(page)
  expect(await rows(served.folder, 'select id from photos')).toEqual([])
})

test('a photo far too large is refused at its field and nothing else is lost', async ({ page }) => {
  await page.goto('/h/anci/complain/when')
  await answerWhen(page)
  await page.getByLabel(/我不确定/).check()
  await on(page)
  await page.getByLabel('请写清楚经过').fill('窗口说还差一份材料，上次没有告诉我。')
  await on(page)
  const large = { ...(await photo()), buffer: Buffer.alloc(12 * 1024 * 1024, 1) }
  await page.getByLabel('选一张照片').setInputFiles(large)
  await page.getByRole('button', { name: '上传这张' }).click()
  await page.getByRole('link', { name: /照片超过 8 MB/ }).waitFor()
  expect(await page.title()).toMatch(/^有错误：/)
  await on(page)
  expect(await heading(page)).toBe('您希望我们怎样对待您的身份？')
})

test('who goes back from a question half answered finds it so again', async ({ page }) => {
  await page.goto('/h/anci/complain/when')
  await answerUpToIdentity(page)
  await page.getByLabel(/实名/).check()
  await on(page)
  await page.getByLabel('怎么称呼您').fill('王先生')
  await page.getByLabel('邮箱').fill('wang@')
  await page.getByRole('button', { name: '返回上一步' }).click()
  expect(await heading(page)).toBe('您希望我们怎样对待您的身份？')
  await on(page)
  expect(await page.getByLabel('怎么称呼您').inputValue()).toBe('王先生')
  expect(await page.getByLabel('邮箱').inputValue()).toBe('wang@')
})

test.for(['huge'])('every question fits a phone in %s letters', async (size, { page }) => {
  const fits = async () =>
    expect([
      await heading(page),
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ]).toEqual([await heading(page), 0])
  await page.goto(`/h/anci/complain?size=${size}`)
  await fits()
  await page.getByRole('link', { name: '开始填写' }).click()
  await fits()
  await answerWhen(page)
  await fits()
  await page.getByLabel(/我不确定/).check()
  await on(page)
  await fits()
  await page.getByLabel('请写清楚经过').fill('窗口说还差一份材料，上次没有告诉我。')
  await on(page)
  await fits()
  await on(page)
  await fits()
  await page.getByLabel(/匿名/).check()
  await on(page)
  await fits()
  await page.getByLabel('不公开').check()
  await on(page)
  await fits()
  await page.getByRole('button', { name: '提交投诉' }).click()
  await fits()
})
