import { ratingCounts, ratings } from '../../db/schema/index.ts'
import { expect, test } from '../support/portal.ts'

const rate = async (
  portal: import('../support/portal.ts').Portal,
  level: unknown,
  key = 'anci',
) => {
  const [window] = await portal.windowsOf(key)
  return portal.post('/ratings', { window: window!.code, level })
}

test('a rating is kept with the window it was scanned at and counted', async ({ portal }) => {
  const [window] = await portal.windowsOf()
  const answers = await Promise.all([rate(portal, '5'), rate(portal, 5), rate(portal, '2')])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(await portal.db.select().from(ratings)).toMatchObject([
    { windowId: window!.id, level: 5, day: '2026-03-02' },
    { level: 5 },
    { level: 2 },
  ])
  expect(await portal.db.select().from(ratingCounts).orderBy(ratingCounts.level)).toMatchObject([
    { level: 2, count: 1 },
    { level: 5, count: 2 },
  ])
})

test.for<[why: string, level: unknown, hall: string, status: number, says: string]>([
  ['a level the scale does not have', 6, 'anci', 422, '还差一项。'],
  ['no level at all', '', 'anci', 422, '还差一项。'],
  ['Qingpu knows two levels only', 4, 'qingpu', 422, '这个窗口没有这一档评价，请从列出的里面选。'],
])('%s is refused and changes nothing', async ([, level, hall, status, says], { task }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const answer = await rate(portal, level, hall)
  expect([task.name, answer.status, ((await answer.json()) as { says: string }).says]).toEqual([
    task.name,
    status,
    says,
  ])
  expect(await portal.db.select().from(ratings)).toEqual([])
  await portal.close()
})

test('a mis-tap is corrected within two minutes and not after', async ({ portal }) => {
  const { id } = (await (await rate(portal, 1)).json()) as { id: string }
  portal.setClock('2026-03-02 09:01')
  expect((await portal.post(`/ratings/${id}/correction`, { level: 5 })).status).toBe(201)
  expect(await (await portal.get(`/ratings/${id}`)).json()).toMatchObject({ level: 5, low: false })
  portal.setClock('2026-03-02 09:03')
  expect((await portal.post(`/ratings/${id}/correction`, { level: 1 })).status).toBe(409)
  expect(
    (await portal.db.select().from(ratingCounts)).map(({ level, count }) => [level, count]),
  ).toEqual([
    [1, 0],
    [5, 1],
  ])
})

test('a rating says the month it counts in', async ({ portal }) => {
  portal.setClock('2026-02-28 16:00')
  const { id } = (await (await rate(portal, 5)).json()) as { id: string }
  portal.setClock('2026-03-09 16:00')
  expect(await (await portal.get(`/ratings/${id}`)).json()).toMatchObject({ countsIn: '2026-02' })
})

test('reasons are optional and count once', async ({ portal }) => {
  const { id } = (await (await rate(portal, 1)).json()) as { id: string }
  await portal.post(`/ratings/${id}/reasons`, { reasons: ['attitude', 'waiting'] })
  await portal.post(`/ratings/${id}/reasons`, { reasons: 'attitude' })
  expect(await (await portal.get(`/ratings/${id}`)).json()).toMatchObject({
    reasons: ['attitude', 'waiting'],
  })
})
