import { eq } from 'drizzle-orm'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { ratingCounts, starAwards } from '../../db/schema/index.ts'
import { faultAt, openCase, post } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>
type Window = { number: string; rated: Json; rating: Json; rate: number | null; quarter: Json }

const rated = (portal: Portal, counts: Record<string, [satisfied: number, dissatisfied: number]>) =>
  portal.world.store.write(async (tx) => {
    const hall = await portal.hall('qingpu')
    const windows = await portal.windowsOf('qingpu')
    for (const [number, [satisfied, dissatisfied]] of Object.entries(counts)) {
      const window = windows.find((each) => each.number === number)!
      for (const [level, count] of [
        [5, satisfied],
        [1, dissatisfied],
      ] as const)
        await tx
          .insert(ratingCounts)
          .values({ hallId: hall.id, windowId: window.id, day: '2026-02-12', level, count })
    }
  })

const enter = async (
  portal: Portal,
  volumes: Record<string, [cases: number, fault: number]>,
  rest: number | null = 0,
) => {
  const windows = await portal.windowsOf('qingpu')
  const rows = windows.filter(({ number }) => rest !== null || volumes[number])
  return portal.post(
    '/scores/volumes',
    {
      month: '2026-02',
      window: rows.map(({ code }) => code),
      cases: rows.map(({ number }) => String(volumes[number]?.[0] ?? rest)),
      duringFault: rows.map(({ number }) => String(volumes[number]?.[1] ?? 0)),
    },
    await portal.as('complaintDesk', 'qingpu'),
  )
}

const published = async (portal: Portal) => {
  const answer = await portal.get('/stars/qingpu/2026-02')
  return (await answer.json()) as {
    state: string
    missing: Json[]
    worksheet: { windows: Window[] } | null
  }
}

test.for<
  [
    why: string,
    ratings: [number, number],
    volume: [number, number],
    breaches: [item: string, times: number][],
    score: number | null,
    short: number,
  ]
>([
  ['the standard is met', [27, 1], [40, 0], [], 4.82, 0],
  ['one rating short', [27, 0], [40, 0], [], 4, 1],
  ['off more often than a day has halves', [40, 0], [60, 0], [['off', 4]], 3, 0],
  ['a refused rating', [40, 0], [60, 0], [['refused', 1]], 2.5, 0],
  [
    'a burst and a self-rating',
    [38, 2],
    [60, 0],
    [
      ['burst', 1],
      ['selfRated', 1],
    ],
    2.75,
    0,
  ],
  [
    'below nothing is nothing',
    [10, 10],
    [100, 0],
    [
      ['off', 1],
      ['refused', 1],
    ],
    0,
    40,
  ],
  ['a fault takes its cases out of the standard', [20, 0], [80, 20], [], 3, 16],
  ['a fault all month and no rating is no score', [0, 0], [80, 80], [], null, 0],
  ['no cases is no score', [3, 0], [0, 0], [], null, 0],
])('%s', async ([, ratings, volume, breaches, score, shortfall]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  await rated(portal, { '3号': ratings })
  for (const [item, quantity] of breaches)
    await post(portal, 'qingpu', { item, quantity, w: '3号', on: '2026-02-12' })
  if (volume[1] > 0) await faultAt(portal, 'qingpu', '3号', '2026-02-10')
  expect((await enter(portal, { '3号': volume })).status).toBe(201)
  portal.setClock('2026-03-06 17:00')
  await closeMonthsDue(portal.world)
  const { state, worksheet } = await published(portal)
  expect(state).toBe('published')
  const window = worksheet!.windows.find(({ number }) => number === '3号')!
  expect(window.rating).toMatchObject({ score, shortfall })
  const valid = ratings[0] + ratings[1]
  expect(window.rate === null).toBe(valid < 30)
  expect(window.quarter).toEqual({ months: score === null ? 0 : 1, mean: score })
  await portal.close()
})

test('the month waits for every window’s cases, then closes once', async ({ portal }) => {
  const hall = await portal.hall('qingpu')
  await enter(portal, { '3号': [40, 0] }, null)
  portal.setClock('2026-03-06 17:00')
  expect(await closeMonthsDue(portal.world, hall.id)).toMatchObject({ closed: [] })
  expect(await published(portal)).toMatchObject({
    missing: [{ what: 'no-case-volume', count: 11 }],
    worksheet: null,
  })
  portal.setClock('2026-03-09 10:00')
  await enter(portal, { '3号': [40, 0] })
  expect(await closeMonthsDue(portal.world, hall.id)).toMatchObject({ closed: ['2026-02'] })
  expect(await closeMonthsDue(portal.world, hall.id)).toMatchObject({ closed: [] })
  expect(
    await portal.db.select().from(starAwards).where(eq(starAwards.hallId, hall.id)),
  ).toMatchObject([{ period: '2026-02', sheet: 'qingpuRating', computedOn: '2026-03-09' }])
  const late = await enter(portal, { '3号': [41, 0] })
  expect([late.status, ((await late.json()) as Json).reason]).toEqual([409, 'figures-fixed'])
})

test('until its ratings freeze a month’s figures are not final, and nothing is worked out of them', async ({
  portal,
}) => {
  await rated(portal, { '3号': [40, 0] })
  await enter(portal, { '3号': [40, 0] })
  const asOf = async (clock: string) => {
    portal.setClock(clock)
    await closeMonthsDue(portal.world)
    return (await (await portal.get('/stars/qingpu/2026-02')).json()) as Json
  }
  expect(await asOf('2026-03-02 17:00')).toMatchObject({
    state: 'running',
    ratingsFreezeOn: '2026-03-04',
    ratingsFrozen: false,
    missing: [{ what: 'ratings-open', count: 2 }],
    worksheet: null,
  })
  const window = (await portal.windowsOf('qingpu')).find(({ number }) => number === '3号')!
  const months = async () => {
    const answer = await portal.get(`/halls/qingpu/windows/${window.code}`)
    return ((await answer.json()) as { ratings: { months: Json[] } }).ratings.months
  }
  expect((await months()).slice(0, 3)).toMatchObject([
    { month: '2026-03', openUntil: '2026-04-03' },
    { month: '2026-02', openUntil: '2026-03-04', count: 40 },
    { month: '2026-01', openUntil: null },
  ])
  expect(await asOf('2026-03-04 16:59')).toMatchObject({ ratingsFrozen: false, worksheet: null })
  expect(await asOf('2026-03-04 17:00')).toMatchObject({
    ratingsFrozen: true,
    missing: [],
    worksheet: null,
  })
  expect((await months())[1]).toMatchObject({ month: '2026-02', openUntil: null })
  expect(await asOf('2026-03-06 17:00')).toMatchObject({
    state: 'published',
    worksheet: { frozenOn: '2026-03-04', workedOutOn: '2026-03-06' },
  })
})

test('a breach taken back before the close costs nothing', async ({ portal }) => {
  await rated(portal, { '3号': [40, 0] })
  await enter(portal, { '3号': [40, 0] })
  const id = await post(portal, 'qingpu', { item: 'refused', w: '3号', on: '2026-02-12' })
  const reversal = (await (
    await portal.post(
      `/scores/entries/${id}/reversal`,
      { reason: '核实有误' },
      await portal.as('officeHead', 'qingpu'),
    )
  ).json()) as { id: string }
  await portal.post(
    `/scores/entries/${reversal.id}/confirmation`,
    {},
    await portal.as('assessmentGroup', 'qingpu'),
  )
  portal.setClock('2026-03-06 17:00')
  await closeMonthsDue(portal.world)
  const { worksheet } = await published(portal)
  expect(worksheet!.windows.find(({ number }) => number === '3号')!.rating).toMatchObject({
    score: 5,
    deductions: [],
  })
})

test.for<[why: string, cases: string, fault: string, field: string]>([
  ['more cases during a fault than cases', '4', '5', 'fault'],
  ['a word', '很多', '0', 'cases'],
  ['a negative number', '-1', '0', 'cases'],
])('%s are refused at the field', async ([, cases, fault, field]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const [window] = await portal.windowsOf('qingpu')
  const answer = await portal.post(
    '/scores/volumes',
    { month: '2026-02', window: [window!.code], cases: [cases], duringFault: [fault] },
    await portal.as('complaintDesk', 'qingpu'),
  )
  expect([answer.status, Object.keys(((await answer.json()) as { errors: Json }).errors)]).toEqual([
    422,
    [`${field}-${window!.code}`],
  ])
  await portal.close()
})

test('an open complaint is no business of the ratings page', async ({ portal }) => {
  await openCase(portal, 'qingpu', { w: '3号', s: 'QP008' })
  await enter(portal, {})
  portal.setClock('2026-03-06 17:00')
  await closeMonthsDue(portal.world)
  const text = await (await portal.get('/stars/qingpu/2026-02')).text()
  expect(text).not.toContain('QP008')
})
