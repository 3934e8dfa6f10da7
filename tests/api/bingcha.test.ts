import { and, eq } from 'drizzle-orm'
import { closeMonth } from '../../api/acts/score/close-month.ts'
import { proposeComplaintEntry } from '../../api/acts/score/propose-complaint-entry.ts'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import {
  awards,
  monthCloses,
  officers,
  outbox,
  postings,
  starAwards,
} from '../../db/schema/index.ts'
import { decideCase, openCase, post } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'
import { windowsMarked } from '../support/quarter.ts'

type Lack = { what: string; count: number; needed?: number }

const missingOf = async (portal: Portal) => {
  const month = (await (await portal.get('/stars/bingcha/2026-02')).json()) as {
    state: string
    missing: Lack[]
    worksheet: unknown
  }
  expect(month.worksheet).toBeNull()
  return month
}

test('a month is not closed while something is missing, and says what', async ({ portal }) => {
  const hall = await portal.hall('bingcha')
  const windows = await portal.windowsOf('bingcha')
  expect((await missingOf(portal)).missing[0]).toEqual({ what: 'month-running', count: 1 })
  portal.setClock('2026-03-06 17:30')
  expect(await closeMonth(portal.world, hall.id, '2026-02')).toMatchObject({ state: 'not-closed' })
  portal.setClock('2026-03-09 17:30')
  expect(await closeMonthsDue(portal.world, hall.id)).toEqual({
    closed: [],
    ranked: [],
    openPlaces: 0,
  })
  expect(await missingOf(portal)).toMatchObject({
    state: 'late',
    missing: [
      { what: 'too-few-raters', count: 0, needed: Math.ceil(windows.length / 2) },
      { what: 'no-peer-mark', count: windows.length },
    ],
  })
  expect(await portal.db.select().from(monthCloses)).toEqual([])
  expect(await portal.db.select().from(starAwards)).toEqual([])
})

test('entries that wait and cases without points are counted, never named', async ({ portal }) => {
  const counted = async () =>
    (await missingOf(portal)).missing.filter(({ what }) => /entry|case/.test(what))
  const caseId = await openCase(portal, 'bingcha', { w: '1号' })
  await decideCase(portal, 'bingcha', caseId, 'substantiated', '2026-02-25', false)
  portal.setClock('2026-03-09 10:00')
  expect(await counted()).toEqual([{ what: 'case-without-points', count: 1 }])
  await portal.world.store.write((tx) =>
    proposeComplaintEntry(tx, portal.world, { caseId, by: null }),
  )
  expect(await counted()).toEqual([{ what: 'entry-unconfirmed', count: 1 }])
  await post(portal, 'bingcha', { item: 'M9.1', w: '2号', on: '2026-02-25' })
  expect(await counted()).toEqual([{ what: 'entry-unconfirmed', count: 1 }])
})

/** The head of a window signs in, whoever that is in the postings. */
const headOf = async (portal: Portal, windowId: number) => {
  const [posting] = await portal.db
    .select()
    .from(postings)
    .where(and(eq(postings.windowId, windowId), eq(postings.head, true)))
  const [officer] = await portal.officersWith('windowHead', 'bingcha')
  await portal.world.store.write(async (tx) => {
    await tx.update(officers).set({ staffId: null }).where(eq(officers.staffId, posting!.staffId))
    await tx.update(officers).set({ staffId: posting!.staffId }).where(eq(officers.id, officer!.id))
  })
  return portal.as('windowHead', 'bingcha')
}

type Windows = Awaited<ReturnType<Portal['windowsOf']>>

/** A window marks others, 23 on every topic or what `each` says. */
const mark = async (
  portal: Portal,
  by: Windows[number],
  windows: Windows,
  each: (window: Windows[number]) => string[] = () => ['23', '23', '23', '23'],
) => {
  const others = windows.filter(({ id }) => id !== by.id)
  return portal.post(
    '/scores/peer',
    {
      month: '2026-02',
      by: by.code,
      window: others.map(({ code }) => code),
      marks: others.flatMap(each),
    },
    await headOf(portal, by.id),
  )
}

test('half of the windows have marked, the month closes, the five best get a red flag', async ({
  portal,
}) => {
  const hall = await portal.hall('bingcha')
  const windows = await portal.windowsOf('bingcha')
  const half = Math.ceil(windows.length / 2)
  await post(portal, 'bingcha', { item: 'M1.1', w: '1号', on: '2026-02-10' })
  portal.setClock('2026-03-03 10:00')
  for (const by of windows.slice(0, half - 1))
    expect((await mark(portal, by, windows)).status).toBe(201)
  portal.setClock('2026-03-06 17:30')
  expect(await closeMonth(portal.world, hall.id, '2026-02')).toMatchObject({
    state: 'not-closed',
    missing: [{ what: 'too-few-raters', count: half - 1, needed: half }],
  })
  const last = windows[half - 1]!
  const differing = (window: Windows[number]) =>
    window.id === windows[1]!.id ? ['25', '25', '25', '24.5'] : ['23', '23', '23', '23']
  expect((await mark(portal, last, windows, differing)).status).toBe(201)
  await closeMonthsDue(portal.world, hall.id)
  expect((await mark(portal, last, windows)).status).toBe(409)
  portal.setClock('2026-03-10 17:30')
  await closeMonthsDue(portal.world, hall.id)

  const month = (await (await portal.get('/stars/bingcha/2026-02')).json()) as {
    state: string
    places: { title: string; state: string }[]
    worksheet: {
      windows: {
        number: string
        score: number
        place: number
        sections: { code: string; score: number }[]
        lines: { label: string; points: number }[]
        peer: { received: number; mean: number }
      }[]
    }
  }
  expect(month.worksheet.windows).toHaveLength(windows.length)
  const [first] = month.worksheet.windows
  expect(first).toMatchObject({
    number: windows[1]!.number,
    place: 1,
    peer: { received: half - 1, mean: expect.closeTo((92 * (half - 2) + 99.5) / (half - 1), 2) },
  })
  const breached = month.worksheet.windows.find(({ number }) => number === '1号')!
  expect(breached.score).toBe(98.2)
  expect(breached.lines).toMatchObject([
    { label: '违反行为规范', points: -1 },
    { label: '其他窗口评分', points: 9.2 },
  ])
  expect(breached.sections.map(({ score }) => score)).toEqual([
    9, 10, 10, 10, 10, 10, 10, 15, 5, 9.2, 0,
  ])
  expect(month.places.filter(({ state }) => state === 'awarded').length).toBeGreaterThan(0)
  expect(JSON.stringify(month)).not.toContain('byWindow')

  const year = (await (
    await portal.get('/score-years?year=2026', await portal.as('officeHead', 'bingcha'))
  ).json()) as { table: { rows: { name: string; scores: number[] }[] } }
  const published = month.worksheet.windows.map(({ number, score }) => [number, score])
  const recomputed = year.table.rows.map(({ name, scores }) => [name.split(' ')[0], scores[0]])
  expect(recomputed.toSorted()).toEqual(published.toSorted())
})

test('who may give which marks', async ({ portal }) => {
  const windows = await portal.windowsOf('bingcha')
  const [own, other, third] = windows as [Windows[number], Windows[number], Windows[number]]
  const answerOf = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { reason: string }).reason,
  ]
  const cookie = await headOf(portal, own.id)
  const give = (body: object, by = cookie) =>
    portal.post(
      '/scores/peer',
      {
        month: '2026-02',
        by: own.code,
        window: [other.code],
        marks: ['20', '20', '20', '20'],
        ...body,
      },
      by,
    )
  expect((await give({})).status).toBe(201)
  expect(await answerOf(await give({ window: [own.code] }))).toEqual([403, 'place-concerns-you'])
  expect(await answerOf(await give({ by: other.code }))).toEqual([403, 'marks-not-yours'])
  expect(await answerOf(await give({ month: '2026-03' }))).toEqual([409, 'marks-not-yet'])
  for (const [marks, field] of [
    [['26', '20', '20', '20'], 0],
    [['20', '20', '20', ''], 3],
    [['20', '2O', '20', '20'], 1],
    [['20', '20', '1.234', '20'], 2],
  ] as const) {
    const answer = await give({ marks })
    const { errors } = (await answer.json()) as { errors: object }
    expect([answer.status, Object.keys(errors)]).toEqual([422, [`mark-${other.code}-${field}`]])
  }
  expect(await answerOf(await give({}, await portal.as('officeHead', 'bingcha')))).toEqual([
    403,
    'marks-not-yours',
  ])
  expect((await give({ window: [third.code] }, await portal.as('officeHead'))).status).toBe(409)
  expect((await give({ marks: ['19', '20', '20', '20'] })).status).toBe(201)
  const table = (await (await portal.get('/scores/peer?month=2026-02', cookie)).json()) as {
    yours: { others: { window: string; marks: number[] | null }[] }[]
    windows: unknown[]
  }
  expect(table.windows).toEqual([])
  expect(table.yours[0]!.others.find(({ window }) => window === other.code)?.marks).toEqual([
    19, 20, 20, 20,
  ])
})

test("the directors' meeting values a window nobody marked, by two people", async ({ portal }) => {
  const hall = await portal.hall('bingcha')
  const windows = await portal.windowsOf('bingcha')
  const [left, ...others] = windows as [Windows[number], ...Windows]
  for (const by of windows.slice(1, Math.ceil(windows.length / 2) + 1))
    expect((await mark(portal, by, others)).status).toBe(201)
  portal.setClock('2026-03-06 17:30')
  const missing = [{ what: 'no-peer-mark', count: 1 }]
  expect(await closeMonth(portal.world, hall.id, '2026-02')).toMatchObject({ missing })
  const desk = await portal.as('complaintDesk', 'bingcha')
  const head = await portal.as('officeHead', 'bingcha')
  const group = await portal.as('assessmentGroup', 'bingcha')
  const value = { month: '2026-02', window: left.code, points: '8.5', reason: '当月值守正常' }
  const set = (body: Record<string, unknown>, cookie = desk) =>
    portal.post('/scores/peer/director', body, cookie)
  const confirm = (body: Record<string, unknown>, cookie: string) =>
    portal.post('/scores/peer/director/confirmation', body, cookie)
  expect((await set({ ...value, points: '10.5' })).status).toBe(422)
  expect((await set({ ...value, reason: '' })).status).toBe(422)
  expect((await set({ ...value, window: others[0]!.code })).status).toBe(409)
  expect((await set(value, head)).status).toBe(201)
  expect((await confirm(value, head)).status).toBe(403)
  expect((await confirm({ ...value, points: '9' }, group)).status).toBe(409)
  expect(await closeMonth(portal.world, hall.id, '2026-02')).toMatchObject({ missing })
  expect((await confirm(value, group)).status).toBe(201)
  expect(await closeMonth(portal.world, hall.id, '2026-02')).toMatchObject({ state: 'closed' })
})

test('heads who have not marked are reminded once, in time', async ({ portal }) => {
  const hall = await portal.hall('bingcha')
  const lettersOf = async () =>
    (await portal.db.select().from(outbox).where(eq(outbox.kind, 'windows-to-mark')))
      .map(({ key }) => key)
      .filter((key) => key.includes(':2026-02:'))
  const headed = await portal.db
    .select({ windowId: postings.windowId })
    .from(postings)
    .where(and(eq(postings.hallId, hall.id), eq(postings.head, true)))
  await headOf(portal, headed[0]!.windowId)
  portal.setClock('2026-03-03 18:00')
  await closeMonthsDue(portal.world, hall.id)
  expect(await lettersOf()).toEqual([])
  portal.setClock('2026-03-04 18:00')
  await closeMonthsDue(portal.world, hall.id)
  const letters = await lettersOf()
  expect(letters.length).toBeGreaterThan(0)
  portal.setClock('2026-03-05 18:00')
  await closeMonthsDue(portal.world, hall.id)
  expect(await lettersOf()).toEqual(letters)
})

test('a tie for the fifth flag, a circular and a held place: five flags, each window once', async ({
  portal,
}) => {
  const hall = await portal.hall('bingcha')
  await windowsMarked(portal, '2026-02', {
    '1号': 96,
    '2号': 92,
    '3号': 88,
    '4号': 84,
    '5号': 80,
    '6号': 76,
    '7号': 76,
    '8号': 72,
  })
  await post(portal, 'bingcha', { item: 'M7.2', w: '1号', on: '2026-02-10' })
  portal.setClock('2026-03-06 17:30')
  await closeMonthsDue(portal.world, hall.id)
  const open = await openCase(portal, 'bingcha', { w: '3号', occurredOn: '2026-03-09' })
  portal.setClock('2026-03-10 17:30')
  await closeMonthsDue(portal.world, hall.id)
  const flags = async () => {
    const { places } = (await (await portal.get('/stars/bingcha/2026-02')).json()) as {
      places: { state: string; winner: { label: string } | null; reason: string | null }[]
    }
    return places.map(({ state, winner }) => winner?.label.split(' ')[0] ?? state)
  }
  expect(await flags()).toEqual(['2号', 'held', '4号', '5号', 'undecided'])
  const windows = await portal.windowsOf('bingcha')
  const six = windows.find(({ number }) => number === '6号')!
  const decided = await portal.post(
    '/scores/decisions',
    {
      period: '2026-02',
      title: 'redFlagWindow',
      order: [String(six.id)],
      reason: '本月承办的件更多',
    },
    await portal.as('assessmentGroup', 'bingcha'),
  )
  expect(decided.status).toBe(201)
  expect(await flags()).toEqual(['2号', 'held', '4号', '5号', '6号'])
  await decideCase(portal, 'bingcha', open, 'substantiated', '2026-03-13', true)
  portal.setClock('2026-03-13 17:30')
  await closeMonthsDue(portal.world, hall.id)
  expect(await flags()).toEqual(['2号', '4号', '5号', '6号', '7号'])
  const rows = await portal.db.select().from(awards).where(eq(awards.title, 'redFlagWindow'))
  expect(rows.map(({ decidedOn, reason }) => [decidedOn, reason])).toEqual([
    ['2026-03-10', null],
    ['2026-03-10', null],
    ['2026-03-10', null],
    ['2026-03-10', '本月承办的件更多'],
    ['2026-03-13', null],
  ])
})
