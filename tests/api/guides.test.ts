import { eq } from 'drizzle-orm'
import { bodyText } from '../../api/rules/guide-text.ts'
import { guides } from '../../db/schema/index.ts'
import { guideSeeds } from '../../db/seeds/guides.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, any>

const find = async (portal: Portal, typed: string, hall = 'anci', more = '') => {
  const answer = await portal.get(`/halls/${hall}/guides?q=${encodeURIComponent(typed)}${more}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Json
}
const slugs = (found: Json) => found.guides.map(({ slug }: Json) => slug)
const holding = (typed: string) =>
  guideSeeds.anci
    .filter((guide) => `${guide.titleZh}。${bodyText(guide)}`.includes(typed))
    .map(({ slug }) => slug)
    .sort()

test('without a search every guide of the hall stands there', async ({ portal }) => {
  const found = await find(portal, '')
  expect(slugs(found)).toEqual(guideSeeds.anci.map(({ slug }) => slug))
  expect(found).toMatchObject({ searched: false })
})

test('words of one, two and more characters find exactly the guides that hold them', async ({
  portal,
}) => {
  for (const typed of ['卡', '证', '参保', '护照', '身份证', '居民身份证', '网上预约']) {
    const found = await find(portal, typed)
    const expected = holding(typed)
    expect(expected.length, typed).toBeGreaterThan(0)
    expect([typed, slugs(found).sort()]).toEqual([typed, expected])
    expect(found.exact).toBe(true)
  }
})

test('what is in the title comes first', async ({ portal }) => {
  expect(holding('护照').length).toBeGreaterThan(0)
  expect(slugs(await find(portal, '居住证'))[0]).toBe('juzhuzheng')
})

test('what was found is marked, and where it was found is said', async ({ portal }) => {
  const inTitle = (await find(portal, '护照')).guides.find(({ slug }: Json) => slug === 'huzhao')
  expect(inTitle.title).toContainEqual({ text: '护照', found: true })
  const inside = (await find(portal, '采集指纹')).guides[0]
  expect(inside.foundIn.pieces).toContainEqual({ text: '采集指纹', found: true })
  expect(['procedure', 'conditions']).toContain(inside.foundIn.part)
})

test('two words must both be there; the order does not matter', async ({ portal }) => {
  const one = slugs(await find(portal, '指纹 护照'))
  expect(one).toEqual(slugs(await find(portal, '护照 指纹')))
  expect(one).toContain('huzhao')
})

test('words in another order still lead somewhere, and it is said', async ({ portal }) => {
  const found = await find(portal, '申领居住证')
  expect(found.exact).toBe(false)
  expect(slugs(found)[0]).toBe('juzhuzheng')
})

test('a short name finds the full one', async ({ portal }) => {
  const found = await find(portal, '社保')
  expect(found.exact).toBe(false)
  expect(slugs(found)).toContain('shebaoka')
  expect(slugs(found)).not.toContain('huzhao')
})

test.for<[why: string, typed: string]>([
  ['nothing like it', '麒麟'],
  ['operators mean nothing', 'NEAR AND OR NOT'],
  ['quotes and brackets', '"麒(麟*"'],
  ['a very long text', '麒麟'.repeat(500)],
])('%s: no guide and no error', async ([, typed], { expect }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  expect((await find(portal, typed)).guides).toEqual([])
  await portal.close()
})

test('only those of one window', async ({ portal }) => {
  const window = (await portal.windowsOf()).find(({ number }) => number === '10号')!
  const expected = guideSeeds.anci
    .filter(({ windowRefs }) => windowRefs.includes('10号'))
    .map(({ slug }) => slug)
  expect(slugs(await find(portal, '', 'anci', `&window=${window.code}`))).toEqual(expected)
  expect(slugs(await find(portal, '', 'anci', `&window=${window.code.toUpperCase()}`))).toEqual(
    expected,
  )
  expect(slugs(await find(portal, '护照', 'anci', `&window=${window.code}`))).toEqual([])
})

test('a guide of another hall is not found here', async ({ portal }) => {
  const other = guideSeeds.qingpu.find(
    ({ slug }) => !guideSeeds.anci.some((guide) => guide.slug === slug),
  )!
  expect((await portal.get(`/halls/qingpu/guides/${other.slug}`)).status).toBe(200)
  expect((await portal.get(`/halls/anci/guides/${other.slug}`)).status).toBe(404)
})

test('a retired guide leaves the list and the search, and its page says since when', async ({
  portal,
}) => {
  await portal.world.store.write(async (tx) => {
    await tx.update(guides).set({ retiredOn: '2026-03-01' }).where(eq(guides.slug, 'huzhao'))
  })
  expect(slugs(await find(portal, ''))).not.toContain('huzhao')
  expect(slugs(await find(portal, '护照'))).not.toContain('huzhao')
  const answer = await portal.get('/halls/anci/guides/huzhao')
  expect(await answer.json()).toMatchObject({ retiredOn: '2026-03-01' })
})

test('a guide discloses everything its hall’s rules ask for', async ({ portal }) => {
  for (const hall of ['anci', 'bingcha', 'qingpu'] as const) {
    for (const { slug } of guideSeeds[hall]) {
      const guide = (await (await portal.get(`/halls/${hall}/guides/${slug}`)).json()) as Json
      const { body } = guide
      const empty = [
        'titleZh',
        'summaryZh',
        'audienceZh',
        'legalBasis',
        'conditions',
        'materials',
        'procedure',
        'approvalStages',
        'legalLimitZh',
        'promisedLimitZh',
        'servicePromiseZh',
        'feeBasisZh',
        'approvalPowerZh',
        'inquiryPhone',
        'supervisionPhone',
        'channelsZh',
        'resultZh',
      ].filter((field) => body[field].length === 0)
      expect([slug, empty]).toEqual([slug, []])
      expect(guide.windows.length, slug).toBeGreaterThan(0)
      expect(guide.windows.flatMap(({ serving }: Json) => serving).length).toBeGreaterThan(0)
      const named = guide.windows.flatMap(({ serving }: Json) => serving.map((s: Json) => s.name))
      expect(named.every((name: unknown) => (name !== null) === (hall !== 'qingpu'))).toBe(true)
    }
  }
})
