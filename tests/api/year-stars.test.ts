import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { awardPeriodsDue } from '../../api/jobs/award-periods.ts'
import { monthsOfPeriod } from '../../api/rules/period.ts'
import type { Quarter } from '../../api/rules/quarter.ts'
import { awards } from '../../db/schema/index.ts'
import { decideCase, openCase, personOf, post } from '../support/points.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'
import {
  attendedIn,
  closeAndAward,
  figuresOfQuarter,
  signedInAs,
  windowOf,
  windowsMarked,
} from '../support/quarter.ts'

type Json = Record<string, unknown>
type Standing = {
  title: string
  state: string
  decidesOn: string
  missing: Json[]
  places: {
    state: string
    winner: { label: string } | null
    heldUntil: string | null
    reason: string | null
  }[]
  worksheet: (Json & { people: Json[]; windows: Json[]; plaquesReturned: string[] }) | null
}

const QUARTERS: readonly Quarter[] = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']
const YEAR = monthsOfPeriod('2026')

const standingOf = async (portal: Portal, key: string, title: string) => {
  const answer = await portal.get(`/stars/${key}/periods/2026`)
  const { standings } = (await answer.json()) as { standings: Standing[] }
  return standings.find((each) => each.title === title)!
}
const placesSaid = ({ places }: Standing) =>
  places.map(({ state, winner }) => winner?.label.replace(/^.*（|）$| .*$/g, '') ?? state)

const decide = async (portal: Portal, key: string, title: string, order: number[]) =>
  portal.post(
    '/scores/decisions',
    { period: '2026', title, order: order.map(String), reason: '全年承办的件更多' },
    await portal.as('assessmentGroup', key),
  )

describe('the year of Qingpu', () => {
  const honour = async (portal: Portal, number: string, proof: string) => {
    const entered = await portal.post(
      '/awards/honours',
      {
        year: '2026',
        staff: (await personOf(portal, number)).publicId,
        title: '市级窗口服务能手',
        proof,
      },
      await portal.as('complaintDesk', 'qingpu'),
    )
    expect(entered.status).toBe(201)
    return ((await entered.json()) as { id: string }).id
  }
  const confirm = async (portal: Portal, id: string, role: 'officeHead' | 'assessmentGroup') =>
    portal.post(`/awards/honours/${id}/confirmation`, {}, await portal.as(role, 'qingpu'))

  /** Four quarters in which the heads of two windows propose, decided one after the other. */
  const quarters = async (portal: Portal, marks: Record<Quarter, Record<string, number>>) => {
    for (const [index, quarter] of QUARTERS.entries()) {
      const month = String((index + 1) * 3).padStart(2, '0')
      portal.setClock(`2026-${month}-10`)
      for (const [window, number, head] of [
        ['5号', 'QP015', 'QP014'],
        ['6号', 'QP017', 'QP016'],
        ['9号', 'QP026', 'QP025'],
      ] as const)
        await portal.post(
          '/awards/nominations',
          {
            quarter,
            window: (await windowOf(portal, 'qingpu', window)).code,
            staff: (await personOf(portal, number)).publicId,
            reason: '业务熟练',
          },
          await signedInAs(portal, head),
        )
      await figuresOfQuarter(portal, quarter, {
        low: { '3号': 1, '4号': 2 },
        marks: marks[quarter]!,
      })
    }
    await attendedIn(portal, 'qingpu', YEAR)
  }
  const recommend = async (portal: Portal, window: string, by: string) =>
    portal.post(
      '/awards/recommendations',
      {
        year: '2026',
        by: (await windowOf(portal, 'qingpu', window)).code,
        window: (await windowOf(portal, 'qingpu', window)).code,
        reason: '全年没有超时件',
      },
      await signedInAs(portal, by),
    )

  test('stars by the sum of the quarters, windows by the mean, decided after its quarters', async ({
    portal,
  }) => {
    const marks = (p: number, r: number) => ({ QP015: p, QP017: r, QP026: 90 })
    await quarters(portal, {
      '2026-Q1': marks(95, 93),
      '2026-Q2': marks(94.5, 94),
      '2026-Q3': marks(94, 94.2),
      '2026-Q4': marks(94.5, 94),
    })
    const kept = await honour(portal, 'QP012', '沪人社〔2026〕7号')
    expect((await confirm(portal, kept, 'officeHead')).status).toBe(201)
    expect((await confirm(portal, kept, 'assessmentGroup')).status).toBe(409)
    await honour(portal, 'QP009', '沪人社〔2026〕8号')
    for (const [window, head] of [
      ['3号', 'QP008'],
      ['5号', 'QP014'],
      ['8号', 'QP022'],
      ['12号', 'QP034'],
    ] as const)
      expect((await recommend(portal, window, head)).status).toBe(201)
    const again = await recommend(portal, '12号', 'QP034')
    expect([again.status, ((await again.json()) as Json).reason]).toEqual([
      409,
      'recommended-already',
    ])
    const hall = await portal.hall('qingpu')
    const twelve = await windowOf(portal, 'qingpu', '12号')
    const seven = await windowOf(portal, 'qingpu', '7号')
    await portal.world.store.write(async (tx) => {
      for (const [place, windowId] of [twelve.id, seven.id].entries())
        await tx.insert(awards).values({
          hallId: hall.id,
          period: '2025',
          title: 'excellentWindow',
          place: place + 1,
          state: 'awarded',
          windowId,
          decidedOn: '2026-01-15',
        })
    })
    const smoker = await portal.post(
      '/scores/vetoes',
      {
        cause: 'smoking',
        staff: (await personOf(portal, 'QP026')).publicId,
        from: '2026-12-08',
        reason: '巡查记录',
      },
      await portal.as('assessmentGroup', 'qingpu'),
    )
    expect(smoker.status).toBe(201)
    portal.setClock('2027-01-14 16:59')
    await closeAndAward(portal, 'qingpu')
    expect(await standingOf(portal, 'qingpu', 'yearStar')).toMatchObject({
      state: 'over',
      decidesOn: '2027-01-14',
    })
    portal.setClock('2027-01-14 17:00')
    expect(await closeAndAward(portal, 'qingpu')).toEqual({
      ranked: ['2026-Q4', '2026', '2026'],
      openPlaces: 0,
    })

    const stars = await standingOf(portal, 'qingpu', 'yearStar')
    expect(placesSaid(stars)).toEqual(['QP015', 'QP017', 'QP012'])
    expect(stars.worksheet).toMatchObject({
      notRanked: [{ reason: 'vetoed', count: 1 }],
      people: [
        { number: 'QP015', dailies: [95, 94.5, 94, 94.5], sum: 378, quarterStars: 4, honours: 0 },
        { number: 'QP017', dailies: [93, 94, 94.2, 94], sum: 375.2, quarterStars: 4, honours: 0 },
        { number: 'QP012', sum: 320, quarterStars: 0, honours: 1 },
      ],
    })
    const windows = await standingOf(portal, 'qingpu', 'excellentWindow')
    expect(placesSaid(windows)).toEqual(['5号', '8号', '12号', '3号'])
    expect(windows.worksheet).toMatchObject({
      windows: [
        { number: '5号', scores: [10, 10, 10, 10], mean: 10 },
        { number: '8号', mean: 10 },
        { number: '12号', mean: 10, why: { decidedBy: 'lastAwarded' } },
        { number: '3号', scores: [9.29, 9.29, 9.29, 9.29], mean: 9.29 },
      ],
      plaquesReturned: ['7号'],
    })
  })

  test('waits while a place of a quarter is open', async ({ portal }) => {
    const marks = { QP015: 95, QP017: 93, QP026: 90 }
    await quarters(portal, {
      '2026-Q1': marks,
      '2026-Q2': marks,
      '2026-Q3': marks,
      '2026-Q4': marks,
    })
    const open = await openCase(portal, 'qingpu', { s: 'QP017', occurredOn: '2027-01-13' })
    portal.setClock('2027-01-14 17:00')
    expect(await closeAndAward(portal, 'qingpu')).toMatchObject({ openPlaces: 4 })
    portal.setClock('2027-01-15 10:00')
    expect(await standingOf(portal, 'qingpu', 'yearStar')).toMatchObject({
      state: 'late',
      missing: [{ what: 'places-open', count: 4 }],
    })
    await decideCase(portal, 'qingpu', open, 'unsubstantiated', '2027-01-20')
    portal.setClock('2027-01-20 17:00')
    expect(await closeAndAward(portal, 'qingpu')).toEqual({ ranked: ['2026'], openPlaces: 0 })
    expect(placesSaid(await standingOf(portal, 'qingpu', 'yearStar'))).toEqual([
      'QP015',
      'QP017',
      'QP026',
    ])
  })
})

describe('the year of Bingcha', () => {
  test('five post stars from the monthly totals, with a tie, a bar and a held place', async ({
    portal,
  }) => {
    const hall = await portal.hall('bingcha')
    const means = {
      '1号': 96,
      '2号': 92,
      '3号': 88,
      '4号': 84,
      '5号': 80,
      '6号': 76,
      '7号': 72,
      '8号': 72,
    }
    for (const month of YEAR) await windowsMarked(portal, month, means)
    await attendedIn(portal, 'bingcha', YEAR, { sick: { BC001: 31, BC004: 30 } })
    await post(portal, 'bingcha', { item: 'M7.2', w: '4号', on: '2026-02-10' })
    portal.setClock('2027-01-12 17:30')
    await closeMonthsDue(portal.world, hall.id)
    portal.setClock('2027-01-14 17:29')
    await closeMonthsDue(portal.world, hall.id)
    expect(await standingOf(portal, 'bingcha', 'postStar')).toMatchObject({
      state: 'over',
      decidesOn: '2027-01-14',
      missing: [{ what: 'month-unranked', count: 12 }],
    })
    portal.setClock('2027-01-14 17:30')
    await closeMonthsDue(portal.world, hall.id)
    const open = await openCase(portal, 'bingcha', { w: '3号', occurredOn: '2027-01-14' })
    expect(await awardPeriodsDue(portal.world, hall.id)).toEqual({
      ranked: ['2026'],
      openPlaces: 2,
    })

    const year = await standingOf(portal, 'bingcha', 'postStar')
    expect(placesSaid(year)).toEqual(['2号', 'held', '5号', '6号', 'undecided'])
    expect(year.places[1]).toMatchObject({ heldUntil: '2027-01-28' })
    expect(year.worksheet).toMatchObject({
      isComplete: false,
      notRanked: [{ reason: 'vetoed', count: 2 }],
    })
    const seven = await windowOf(portal, 'bingcha', '7号')
    const two = await windowOf(portal, 'bingcha', '2号')
    expect((await decide(portal, 'bingcha', 'postStar', [two.id])).status).toBe(422)
    expect((await decide(portal, 'bingcha', 'postStar', [seven.id])).status).toBe(201)
    expect(placesSaid(await standingOf(portal, 'bingcha', 'postStar')).at(-1)).toBe('7号')

    await decideCase(portal, 'bingcha', open, 'substantiated', '2027-01-20')
    portal.setClock('2027-01-20 17:30')
    expect(await awardPeriodsDue(portal.world, hall.id)).toEqual({ ranked: [], openPlaces: 0 })
    const settled = await standingOf(portal, 'bingcha', 'postStar')
    expect(placesSaid(settled)).toEqual(['2号', '5号', '6号', '7号', '8号'])
    expect(settled.worksheet).toMatchObject({ isComplete: true })
    expect(settled.worksheet!.windows[0]).toMatchObject({
      number: '2号',
      place: 1,
      mean: 99.2,
      redFlags: 12,
      scores: Array.from({ length: 12 }, () => 99.2),
    })
  })
})
