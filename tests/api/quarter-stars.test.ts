import { eq } from 'drizzle-orm'
import { inject } from 'vitest'
import { awards, events, recusals, staff, starAwards } from '../../db/schema/index.ts'
import { decideCase, openCase, personOf } from '../support/points.ts'
import { describe, expect, openPortal, type Portal, test } from '../support/portal.ts'
import {
  attendedIn,
  closeAndAward,
  figuresOfQuarter,
  signedInAs,
  windowOf,
} from '../support/quarter.ts'

type Json = Record<string, unknown>
type Place = {
  place: number
  state: string
  winner: { label: string } | null
  heldUntil: string | null
  reason: string | null
}
type Person = Json & { number: string; name: string | null; place: number | null; daily: number }
type Standing = {
  title: string
  state: string
  decidesOn: string
  missing: Json[]
  places: Place[]
  flagged: number
  worksheet:
    | (Json & { isComplete: boolean; people: Person[]; headsBarred: number; notRanked: Json[] })
    | null
}

const HEADS: Record<string, string> = {
  '1号': 'QP001',
  '2号': 'QP005',
  '3号': 'QP008',
  '4号': 'QP011',
  '5号': 'QP014',
  '6号': 'QP016',
  '7号': 'QP019',
  '8号': 'QP022',
  '9号': 'QP025',
  '10号': 'QP027',
  '11号': 'QP031',
  '12号': 'QP034',
}

const said = async (answer: Response) => {
  const { reason, says } = (await answer.json()) as Json
  return { status: answer.status, reason, says }
}

/** The head of a window proposes somebody for a quarter. */
const propose = async (
  portal: Portal,
  window: string,
  number: string,
  { quarter = '2026-Q1', by = HEADS[window]!, reason = '服务热情，业务熟练' } = {},
) =>
  portal.post(
    '/awards/nominations',
    {
      quarter,
      window: (await windowOf(portal, 'qingpu', window)).code,
      staff: (await personOf(portal, number)).publicId,
      reason,
    },
    await signedInAs(portal, by),
  )

const proposeDirectly = async (portal: Portal, number: string, section = '业务科') =>
  portal.post(
    '/awards/nominations',
    {
      quarter: '2026-Q1',
      section,
      staff: (await personOf(portal, number)).publicId,
      reason: '牵头梳理一次告知单',
    },
    await portal.as('handler', 'qingpu'),
  )

const standingOf = async (portal: Portal, quarter = '2026-Q1') => {
  const answer = await portal.get(`/stars/qingpu/periods/${quarter}`)
  const { standings } = (await answer.json()) as { standings: Standing[] }
  return standings.find(({ title }) => title === 'quarterStar')!
}

const placesSaid = ({ places }: Standing) =>
  places.map(({ state, winner }) => winner?.label.replace(/^.*（|）$/g, '') ?? state)

/** Who is proposed in the quarter, with the daily appraisal of each. */
const PROPOSED: readonly [window: string, number: string, marks: number][] = [
  ['1号', 'QP001', 100],
  ['2号', 'QP006', 96],
  ['3号', 'QP009', 97],
  ['4号', 'QP012', 98],
  ['5号', 'QP015', 99],
  ['6号', 'QP017', 95],
  ['7号', 'QP020', 94],
  ['8号', 'QP023', 93],
  ['9号', 'QP026', 92],
  ['10号', 'QP028', 91],
  ['11号', 'QP032', 90],
  ['12号', 'QP035', 88],
]

/**
 * A quarter with everything in it: the three lowest windows' heads barred, one proposed under a
 * verified complaint, one under an open one, and two equal for the last place.
 */
const wholeQuarter = async (portal: Portal) => {
  portal.setClock('2026-03-10')
  for (const [window, number] of PROPOSED)
    expect((await propose(portal, window, number)).status).toBe(201)
  expect((await proposeDirectly(portal, 'QP003')).status).toBe(201)
  const verified = await openCase(portal, 'qingpu', { s: 'QP026', occurredOn: '2026-02-10' })
  await decideCase(portal, 'qingpu', verified, 'substantiated', '2026-02-24')
  const open = await openCase(portal, 'qingpu', { s: 'QP028', occurredOn: '2026-04-13' })
  await attendedIn(portal, 'qingpu', ['2026-01', '2026-02', '2026-03'])
  await figuresOfQuarter(portal, '2026-Q1', {
    low: { '1号': 3, '2号': 2, '3号': 1 },
    marks: {
      ...Object.fromEntries(PROPOSED.map(([, number, marks]) => [number, marks])),
      QP003: 88,
    },
  })
  portal.setClock('2026-04-15 17:00')
  expect(await closeAndAward(portal, 'qingpu')).toEqual({ ranked: ['2026-Q1'], openPlaces: 2 })
  return { open }
}

const decideTie = async (portal: Portal, number: string, which = 0) =>
  portal.post(
    '/scores/decisions',
    {
      period: '2026-Q1',
      title: 'quarterStar',
      order: [String((await personOf(portal, number)).id)],
      reason: '本季度承办的件更多',
    },
    await portal.as('assessmentGroup', 'qingpu', which),
  )

describe('a quarter of Qingpu', () => {
  test('is computed from its entries to the published places', async ({ portal }) => {
    await wholeQuarter(portal)
    const quarter = await standingOf(portal)
    expect(quarter).toMatchObject({ state: 'published', flagged: 0 })
    expect(placesSaid(quarter)).toEqual([
      'QP015',
      'QP012',
      'QP009',
      'QP006',
      'QP017',
      'QP020',
      'QP023',
      'held',
      'QP032',
      'undecided',
    ])
    expect(quarter.places[7]).toMatchObject({ heldUntil: '2026-04-29', winner: null })
    expect(quarter.worksheet).toMatchObject({
      isComplete: false,
      proposed: 13,
      windowsScored: 12,
      headsBarred: 1,
      notRanked: [
        { reason: 'lowestWindow', count: 1 },
        { reason: 'vetoed', count: 1 },
      ],
    })
    const text = JSON.stringify(quarter)
    for (const hidden of ['QP001', 'QP026', 'QP028', 'QP035', 'QP003', 'verifiedComplaint'])
      expect(text).not.toContain(hidden)
  })

  test('a tie decided and a place that becomes free fill up to ten, once', async ({ portal }) => {
    const { open } = await wholeQuarter(portal)
    expect((await decideTie(portal, 'QP003')).status).toBe(201)
    expect(placesSaid(await standingOf(portal)).at(-1)).toBe('QP003')
    portal.setClock('2026-04-20 17:00')
    await decideCase(portal, 'qingpu', open, 'substantiated', '2026-04-20')
    expect(await closeAndAward(portal, 'qingpu')).toEqual({ ranked: [], openPlaces: 0 })
    const quarter = await standingOf(portal)
    expect(placesSaid(quarter)).toEqual([
      'QP015',
      'QP012',
      'QP009',
      'QP006',
      'QP017',
      'QP020',
      'QP023',
      'QP032',
      'QP003',
      'QP035',
    ])
    expect(quarter.places[8]).toMatchObject({ reason: '本季度承办的件更多' })
    expect(quarter.worksheet).toMatchObject({ isComplete: true })
    expect(quarter.worksheet!.people[0]).toMatchObject({
      number: 'QP015',
      name: '耿暄',
      place: 1,
      daily: 99,
      window: '5号',
    })
    const rows = await portal.db.select().from(awards).where(eq(awards.title, 'quarterStar'))
    const number = (await portal.officersWith('assessmentGroup', 'qingpu'))[0]!.id
    expect(rows.map(({ decidedBy }) => decidedBy)).toEqual([
      ...Array.from({ length: 8 }, () => null),
      number,
      null,
    ])
    expect(rows.map(({ decidedOn }) => decidedOn)).toEqual([
      ...Array.from({ length: 9 }, () => '2026-04-15'),
      '2026-04-20',
    ])
  })

  test('a hold without a fault gives the place, and doing it again changes nothing', async ({
    portal,
  }) => {
    const { open } = await wholeQuarter(portal)
    await decideCase(portal, 'qingpu', open, 'unsubstantiated', '2026-04-17')
    portal.setClock('2026-04-17 17:00')
    expect(await closeAndAward(portal, 'qingpu')).toEqual({ ranked: [], openPlaces: 1 })
    expect(placesSaid(await standingOf(portal))[7]).toBe('QP028')
    const all = async () =>
      [
        await portal.db.select().from(awards),
        await portal.db.select().from(starAwards),
        (await portal.db.select().from(events)).length,
      ] as const
    const before = await all()
    portal.setClock('2026-04-18 17:00')
    await closeAndAward(portal, 'qingpu')
    expect(await all()).toEqual(before)
  })

  test('a complaint found true after the award is published marks it and takes nothing', async ({
    portal,
  }) => {
    await wholeQuarter(portal)
    const late = await openCase(portal, 'qingpu', { s: 'QP015', occurredOn: '2026-03-28' })
    portal.setClock('2026-04-20 17:00')
    await decideCase(portal, 'qingpu', late, 'substantiated', '2026-04-20')
    await closeAndAward(portal, 'qingpu')
    const quarter = await standingOf(portal)
    expect(placesSaid(quarter)[0]).toBe('QP015')
    expect(quarter.flagged).toBe(1)
    const desk = (await (
      await portal.get('/awards?period=2026-Q1', await portal.as('assessmentGroup', 'qingpu'))
    ).json()) as { flags: Json[] }
    expect(desk.flags).toEqual([
      {
        title: 'quarterStar',
        label: '耿暄（QP015）',
        reason: 'verifiedComplaint',
        knownOn: '2026-04-20',
      },
    ])
  })

  test('waits for what it counts, and says what', async ({ portal }) => {
    portal.setClock('2026-03-10')
    await propose(portal, '5号', 'QP015')
    expect(await standingOf(portal)).toMatchObject({ state: 'running', decidesOn: '2026-04-15' })
    portal.setClock('2026-04-16 17:00')
    expect(await closeAndAward(portal, 'qingpu')).toEqual({ ranked: [], openPlaces: 0 })
    expect(await standingOf(portal)).toMatchObject({
      state: 'late',
      missing: [
        { what: 'month-open', count: 3 },
        { what: 'no-appraisal', count: 1 },
        { what: 'no-attendance', count: 1 },
        { what: 'no-inspection', count: 1 },
      ],
    })
    await attendedIn(portal, 'qingpu', ['2026-01', '2026-02', '2026-03'])
    await figuresOfQuarter(portal, '2026-Q1', {})
    expect(await closeAndAward(portal, 'qingpu')).toEqual({ ranked: ['2026-Q1'], openPlaces: 0 })
    expect(placesSaid(await standingOf(portal))).toEqual(['QP015'])
  })

  test('is not decided a minute early', async ({ portal }) => {
    await attendedIn(portal, 'qingpu', ['2026-01', '2026-02', '2026-03'])
    await figuresOfQuarter(portal, '2026-Q1', {})
    portal.setClock('2026-04-15 16:59')
    expect(await closeAndAward(portal, 'qingpu')).toMatchObject({ ranked: [] })
    portal.setClock('2026-04-15 17:00')
    expect(await closeAndAward(portal, 'qingpu')).toMatchObject({ ranked: ['2026-Q1'] })
  })
})

describe('the group', () => {
  test('passes somebody over with a reason, who then gets no place', async ({ portal }) => {
    portal.setClock('2026-03-10')
    for (const window of ['4号', '5号'] as const)
      await propose(portal, window, window === '4号' ? 'QP012' : 'QP015')
    const pass = async (number: string, cookie: string, reason = '本季度借调在外') =>
      said(
        await portal.post(
          '/awards/passes',
          {
            period: '2026-Q1',
            title: 'quarterStar',
            staff: (await personOf(portal, number)).publicId,
            reason,
          },
          cookie,
        ),
      )
    const group = await portal.as('assessmentGroup', 'qingpu')
    expect(await pass('QP015', await portal.as('officeHead', 'qingpu'))).toMatchObject({
      status: 403,
    })
    expect(await pass('QP015', group, '')).toMatchObject({ status: 422 })
    expect(await pass('QP015', group)).toMatchObject({ status: 201 })
    expect(await pass('QP015', group)).toMatchObject({ reason: 'passed-over-already' })
    await attendedIn(portal, 'qingpu', ['2026-01', '2026-02', '2026-03'])
    await figuresOfQuarter(portal, '2026-Q1', { marks: { QP015: 99, QP012: 90 } })
    portal.setClock('2026-04-15 17:00')
    await closeAndAward(portal, 'qingpu')
    const quarter = await standingOf(portal)
    expect(placesSaid(quarter)).toEqual(['QP012'])
    expect(JSON.stringify(quarter)).not.toContain('借调')
    expect(await pass('QP012', group)).toMatchObject({ reason: 'award-decided' })
  })

  test('abstains where it is concerned', async ({ portal }) => {
    await wholeQuarter(portal)
    const [assessor] = await portal.officersWith('assessmentGroup', 'qingpu')
    const hall = await portal.hall('qingpu')
    const { id } = await personOf(portal, 'QP035')
    await portal.world.store.write((tx) =>
      tx.insert(recusals).values({
        hallId: hall.id,
        officerId: assessor!.id,
        staffId: id,
        reason: '亲属',
        declaredOn: '2026-01-06',
      }),
    )
    expect(await said(await decideTie(portal, 'QP003'))).toMatchObject({
      status: 403,
      reason: 'place-concerns-you',
    })
    expect((await decideTie(portal, 'QP003', 1)).status).toBe(201)
  })
})

describe('proposals', () => {
  test.for<[why: string, at: string, reason: string | null]>([
    ['on the twentieth until closing time', '2026-03-20 16:59', null],
    ['not a minute after', '2026-03-20 17:00', 'nominations-over'],
    ['nor the day after', '2026-03-21 09:00', 'nominations-over'],
    ['not for a quarter to come', '2025-12-20 10:00', 'no-such-period'],
  ])('%s', async ([, at, reason], { expect: expects }) => {
    const portal = await openPortal(inject('furnishedPortal'))
    portal.setClock(at)
    const answer = await said(await propose(portal, '5号', 'QP015'))
    expects(answer.reason ?? null).toBe(reason)
    if (reason === 'nominations-over') {
      expects(answer.says).toContain('《优秀服务窗口和服务明星评选办法》')
      expects(answer.says).toContain('3月20日')
      expects((await proposeDirectly(portal, 'QP015')).status).toBe(201)
    }
    await portal.close()
  })

  test('within the number of the window; one taken back makes room', async ({ portal }) => {
    portal.setClock('2026-03-10')
    const first = (await (await propose(portal, '5号', 'QP015')).json()) as { id: string }
    expect(await said(await propose(portal, '5号', 'QP014'))).toMatchObject({
      status: 409,
      reason: 'nominations-used-up',
      says: expect.stringContaining('可以推荐 1 名'),
    })
    const head = await signedInAs(portal, 'QP014')
    const own = (await (await portal.get('/awards/own', head)).json()) as {
      until: string
      windows: { allowed: number; nominations: Json[]; staff: { number: string }[] }[]
    }
    expect(own).toMatchObject({
      until: '2026-03-20',
      windows: [{ allowed: 1, nominations: [{ number: 'QP015' }], staff: [{ number: 'QP014' }] }],
    })
    const withdraw = async (by: string) =>
      (
        await portal.post(
          `/awards/nominations/${first.id}/withdrawal`,
          {},
          await signedInAs(portal, by),
        )
      ).status
    expect(await withdraw('QP016')).toBe(403)
    expect(await withdraw('QP014')).toBe(201)
    expect(await withdraw('QP014')).toBe(404)
    expect((await propose(portal, '5号', 'QP014')).status).toBe(201)
  })

  test('a window of six may propose two; interns are neither counted nor proposed', async ({
    portal,
  }) => {
    portal.setClock('2026-03-10')
    const hall = await portal.hall('qingpu')
    const admin = await portal.as('systemAdministrator', 'qingpu')
    const one = await windowOf(portal, 'qingpu', '1号')
    for (const [number, intern] of [
      ['QP091', ''],
      ['QP092', ''],
      ['QP093', 'yes'],
    ] as const) {
      const added = (await (
        await portal.post(
          '/administration/staff',
          {
            department: String(one.departmentId),
            number,
            name: `甲${number}`,
            ...(intern && { intern }),
          },
          admin,
        )
      ).json()) as { id: string }
      const posted = await portal.post(
        '/administration/postings',
        { staff: added.id, window: one.code, fromDay: '2026-03-02' },
        admin,
      )
      expect(posted.status).toBe(201)
    }
    const people = await portal.db.select().from(staff).where(eq(staff.hallId, hall.id))
    expect(people.filter(({ assessed }) => !assessed).map(({ number }) => number)).toEqual([
      'QP093',
    ])
    expect(await said(await propose(portal, '1号', 'QP093'))).toMatchObject({
      reason: 'nominee-not-assessed',
    })
    expect((await propose(portal, '1号', 'QP002')).status).toBe(201)
    expect((await propose(portal, '1号', 'QP091')).status).toBe(201)
    expect(await said(await propose(portal, '1号', 'QP003'))).toMatchObject({
      reason: 'nominations-used-up',
    })
  })

  test('by the head of that window only, of somebody who serves there, once', async ({
    portal,
  }) => {
    portal.setClock('2026-03-10')
    expect(await said(await propose(portal, '5号', 'QP015', { by: 'QP016' }))).toMatchObject({
      status: 403,
      reason: 'window-not-headed',
    })
    expect(await said(await propose(portal, '5号', 'QP016'))).toMatchObject({ status: 422 })
    expect(await said(await propose(portal, '5号', 'QP015', { reason: '' }))).toMatchObject({
      status: 422,
    })
    expect((await propose(portal, '5号', 'QP015')).status).toBe(201)
    expect(await said(await proposeDirectly(portal, 'QP015'))).toMatchObject({
      status: 409,
      reason: 'nominated-already',
    })
    expect(await said(await proposeDirectly(portal, 'QP003', ''))).toMatchObject({ status: 422 })
    const head = await signedInAs(portal, 'QP014')
    const direct = await portal.post(
      '/awards/nominations',
      {
        quarter: '2026-Q1',
        section: '业务科',
        staff: (await personOf(portal, 'QP014')).publicId,
        reason: '直接推荐',
      },
      head,
    )
    expect(direct.status).toBe(403)
  })

  test('no more once the award is decided, nor another mark', async ({ portal }) => {
    await wholeQuarter(portal)
    const marked = await portal.post(
      '/appraisals/marks',
      {
        month: '2026-03',
        part: 'daily',
        staff: [(await personOf(portal, 'QP003')).publicId],
        marks: ['20', '20', '20', '25', '10', '5'],
        absent: [],
        abroad: [],
      },
      await portal.as('complaintDesk', 'qingpu'),
    )
    expect(await said(marked)).toMatchObject({ status: 409, reason: 'figures-fixed' })
    expect(await said(await proposeDirectly(portal, 'QP013'))).toMatchObject({
      status: 409,
      reason: 'award-decided',
    })
  })
})
