import { eq } from 'drizzle-orm'
import { ratingCounts, windows } from '../../db/schema/index.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, any>

const page = async (portal: Portal, hall: string, code: string) => {
  const answer = await portal.get(`/halls/${hall}/windows/${code}`)
  return { status: answer.status, body: (await answer.json()) as Json }
}

const count = async (portal: Portal, windowId: number, rows: [string, number, number][]) => {
  const [window] = await portal.db.select().from(windows).where(eq(windows.id, windowId))
  await portal.world.store.write(async (tx) => {
    await tx.insert(ratingCounts).values(
      rows.map(([day, level, count]) => ({
        windowId,
        hallId: window!.hallId,
        day: day as never,
        level,
        count,
      })),
    )
  })
}

test('ratings of whole days are counted by level, today’s not yet', async ({ portal }) => {
  const [window] = await portal.windowsOf()
  await count(portal, window!.id, [
    ['2026-03-01', 5, 28],
    ['2026-03-01', 2, 2],
    ['2026-03-02', 1, 9],
    ['2026-02-28', 3, 10],
    ['2025-04-01', 4, 15],
    ['2025-03-31', 4, 700],
  ])
  const { ratings } = (await page(portal, 'anci', window!.code)).body
  expect(ratings).toMatchObject({
    upTo: '2026-03-01',
    month: { from: '2026-03-01', to: '2026-03-01', count: 30, satisfied: 28, rate: 93.33 },
    year: { from: '2025-04-01', to: '2026-03-01', count: 55, satisfied: 53, rate: 96.36 },
  })
  expect(ratings.month.levels.map(({ count }: Json) => count)).toEqual([28, 0, 0, 2, 0])
  expect(ratings.months).toHaveLength(12)
  expect(ratings.months[1]).toMatchObject({ month: '2026-02', count: 10, rate: null })
})

test('twelve ratings are no rate', async ({ portal }) => {
  const [window] = await portal.windowsOf()
  await count(portal, window!.id, [['2026-03-01', 5, 12]])
  const { ratings } = (await page(portal, 'anci', window!.code)).body
  expect(ratings.month).toMatchObject({ count: 12, rate: null, between: null })
  expect(ratings.month.levels[0]).toMatchObject({ count: 12, share: null })
})

test('a few ratings are not told, nor what they could be reckoned from', async ({ portal }) => {
  const [window, other] = await portal.windowsOf()
  await count(portal, window!.id, [
    ['2026-03-01', 1, 3],
    ['2026-02-01', 5, 12],
    ['2026-01-01', 5, 40],
  ])
  const { ratings, leastRatings } = (await page(portal, 'anci', window!.code)).body
  expect(leastRatings).toBe(10)
  expect(ratings.month).toMatchObject({ count: null, satisfied: null, levels: [] })
  expect(ratings.months.slice(0, 4).map(({ count }: Json) => count)).toEqual([null, null, 40, 0])
  expect(ratings.year.count).toBe(55)
  await count(portal, other!.id, [['2026-02-01', 5, 9]])
  expect((await page(portal, 'anci', other!.code)).body.ratings.year).toMatchObject({ count: null })
})

test('on the first of a month the month has no figure yet', async ({ portal }) => {
  portal.setClock('2026-03-01 10:00')
  const [window] = await portal.windowsOf()
  expect((await page(portal, 'anci', window!.code)).body.ratings).toMatchObject({
    upTo: '2026-02-28',
    month: null,
  })
})

test.for<[hall: string, named: boolean]>([
  ['anci', true],
  ['bingcha', true],
  ['qingpu', false],
])('%s: who serves, by the hall’s rule about names', async ([hall, named], { expect }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const [window] = await portal.windowsOf(hall)
  const { body } = await page(portal, hall, window!.code)
  expect(body.namesArePublic).toBe(named)
  expect(body.serving.length).toBeGreaterThan(1)
  expect(body.serving[0].head).toBe(true)
  for (const { number, name } of body.serving) {
    expect(number).toMatch(/^[A-Z]+\d+$/)
    expect(typeof name).toBe(named ? 'string' : 'object')
  }
  await portal.close()
})

test('who has moved on is shown at the new window only', async ({ portal }) => {
  const [ten, eleven] = (await portal.windowsOf('qingpu')).filter(({ number }) =>
    ['10号', '11号'].includes(number),
  )
  const numbersAt = async (code: string) =>
    (await page(portal, 'qingpu', code)).body.serving.map(({ number }: Json) => number)
  portal.setClock('2026-06-30 10:00')
  expect(await numbersAt(ten!.code)).toContain('QP030')
  expect(await numbersAt(eleven!.code)).toContain('QP033')
  portal.setClock('2026-07-01 10:00')
  expect(await numbersAt(ten!.code)).toContain('QP033')
  expect(await numbersAt(eleven!.code)).toContain('QP030')
})

test('a window is found under its own hall only, in capitals too', async ({ portal }) => {
  const [window] = await portal.windowsOf()
  expect((await page(portal, 'anci', window!.code.toUpperCase())).status).toBe(200)
  expect((await page(portal, 'qingpu', window!.code)).status).toBe(404)
  expect((await page(portal, 'anci', '22222222')).status).toBe(404)
})

test('a retired window keeps its figures and says since when; it takes no more ratings', async ({
  portal,
}) => {
  const [window] = await portal.windowsOf()
  await portal.world.store.write(async (tx) => {
    await tx.update(windows).set({ retiredOn: '2026-03-01' }).where(eq(windows.id, window!.id))
  })
  await count(portal, window!.id, [['2026-02-01', 5, 40]])
  const { body } = await page(portal, 'anci', window!.code)
  expect(body).toMatchObject({
    retiredOn: '2026-03-01',
    serving: [],
    ratings: { year: { count: 40 } },
  })
  const scanned = await portal.get(`/windows/${window!.code}`)
  expect([scanned.status, await scanned.json()]).toMatchObject([200, { retiredOn: '2026-03-01' }])
  const rated = await portal.post('/ratings', { window: window!.code, level: 5 })
  expect(rated.status).toBe(410)
})

test('whom to ask and where to complain stand with the window', async ({ portal }) => {
  const window = (await portal.windowsOf()).find(({ number }) => number === '5号')!
  const { body } = await page(portal, 'anci', window.code)
  expect(body.phones.inquiry).toContain('000-2100120')
  expect(body.phones.supervision).toEqual(['000-2100199'])
})
