import { and, eq } from 'drizzle-orm'
import { describe } from 'vitest'
import { closeMonth } from '../../api/acts/score/close-month.ts'
import { rankMonth } from '../../api/acts/score/rank-month.ts'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { worksheetOf, workOut } from '../../api/reads/worksheets.ts'
import { policyOf } from '../../api/reads/policies.ts'
import type { AnciStars } from '../../api/rules/anci-stars.ts'
import { awards, events, monthCloses, scoreEntries, starAwards } from '../../db/schema/index.ts'
import { attend, decideCase, openCase, personOf, post } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>
type Place = { title: string; state: string; winner: { label: string } | null }
type Person = {
  number: string
  name: string | null
  place: number | null
  score: number
  lines: Json[]
  ineligible: Json | null
  why: { decidedBy: string | null; steps: Json[] } | null
}
type Month = {
  state: string
  closesOn: string
  missing: Json[]
  places: Place[]
  worksheet: {
    isComplete: boolean
    persons: Person[]
    departments: (Json & { department: string; place: number | null; score: number | null })[]
    unconfirmed: number
  } | null
}

const monthOf = async (portal: Portal, month = '2026-02', key = 'anci') =>
  (await (await portal.get(`/stars/${key}/${month}`)).json()) as Month

const placeOf = ({ places }: Month, title = 'modelPerson') => {
  const found = places.find((place) => place.title === title)
  return found ? `${found.state} ${found.winner?.label ?? ''}`.trim() : 'none'
}

/** Everybody but these two has a fault, so that the award lies between them. */
const between = async (portal: Portal, ...numbers: string[]) => {
  const rows = (await (
    await portal.get('/scores?month=2026-02', await portal.as('officeHead'))
  ).json()) as { staff: { number: string }[] }
  const [patrol] = await portal.officersWith('patrolOfficer')
  const [assessor] = await portal.officersWith('assessmentGroup')
  const hall = await portal.hall()
  const people = await Promise.all(
    rows.staff
      .filter(({ number }) => !numbers.includes(number))
      .map(({ number }) => personOf(portal, number)),
  )
  await portal.world.store.write(async (tx) => {
    await tx.insert(scoreEntries).values(
      people.map(({ id }) => ({
        publicId: portal.world.random.id(16),
        hallId: hall.id,
        sheet: 'anciMonthly',
        item: 'A20',
        staffId: id,
        quantity: 2,
        points: -10,
        occurredOn: '2026-02-06' as const,
        period: '2026-02' as const,
        source: 'patrol' as const,
        reason: '下班没有收拾',
        proposedBy: patrol!.id,
        proposedOn: '2026-02-06' as const,
        decidedBy: assessor!.id,
        decidedOn: '2026-02-09' as const,
        confirmed: true,
      })),
    )
  })
}

/** February closes on 6 March and is decided two working days later, at closing time. */
const rankFebruary = async (portal: Portal) => {
  portal.setClock('2026-03-06 17:30')
  await closeMonthsDue(portal.world)
  portal.setClock('2026-03-10 17:30')
  return closeMonthsDue(portal.world)
}

describe('the close', () => {
  test.for<[why: string, at: string, closed: string[], ranked: string[]]>([
    [
      'not a minute before closing time of the fifth working day',
      '2026-03-06 17:29',
      ['2026-01'],
      [],
    ],
    ['at closing time of the fifth working day', '2026-03-06 17:30', ['2026-01', '2026-02'], []],
    [
      'what was missed is made up for, and decided two working days after',
      '2026-03-12 09:00',
      ['2026-01', '2026-02'],
      [],
    ],
  ])('%s', async ([, at, closed, ranked]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const hall = await portal.hall()
    await attend(portal, '2026-01', 20)
    await attend(portal, '2026-02', 15)
    portal.setClock(at)
    expect(await closeMonthsDue(portal.world, hall.id)).toEqual({ closed, ranked, openPlaces: 0 })
    const rows = await portal.db.select().from(monthCloses).where(eq(monthCloses.hallId, hall.id))
    expect(rows.map(({ month }) => month)).toEqual(closed)
    await portal.close()
  })

  test('September 2025 closes on 14 October, after the long holiday and a worked Saturday', async () => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const hall = await portal.hall()
    portal.setClock('2025-10-14 17:29')
    expect(await closeMonth(portal.world, hall.id, '2025-09')).toEqual({
      state: 'running',
      closesOn: '2025-10-14',
    })
    portal.setClock('2025-10-14 17:30')
    expect(await closeMonth(portal.world, hall.id, '2025-09')).toEqual({
      state: 'closed',
      closedOn: '2025-10-14',
      isNew: true,
    })
    expect(await rankMonth(portal.world, hall.id, '2025-09')).toMatchObject({
      state: 'waiting',
      ranksOn: '2025-10-16',
    })
    await portal.close()
  })

  test('an old month is made up for and shown', async ({ portal }) => {
    const hall = await portal.hall()
    await attend(portal, '2025-09', 20)
    expect(await closeMonth(portal.world, hall.id, '2025-09')).toMatchObject({
      state: 'closed',
      closedOn: '2026-03-02',
    })
    portal.setClock('2026-03-04 17:30')
    expect(await rankMonth(portal.world, hall.id, '2025-09')).toEqual({
      state: 'ranked',
      isNew: true,
    })
    expect(await monthOf(portal, '2025-09')).toMatchObject({ state: 'published' })
  })

  test('doing it again changes nothing', async ({ portal }) => {
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC002', 'AC033')
    expect(await rankFebruary(portal)).toEqual({ closed: [], ranked: ['2026-02'], openPlaces: 1 })
    const all = async () =>
      [
        await portal.db.select().from(monthCloses),
        await portal.db.select().from(starAwards),
        await portal.db.select().from(awards),
        (await portal.db.select().from(events)).length,
      ] as const
    const before = await all()
    expect(await closeMonthsDue(portal.world)).toEqual({ closed: [], ranked: [], openPlaces: 1 })
    portal.setClock('2026-03-11 17:30')
    await closeMonthsDue(portal.world)
    expect(await all()).toEqual(before)
  })

  test('nobody is ranked before everybody’s attended days are confirmed', async ({ portal }) => {
    await rankFebruary(portal)
    expect(await monthOf(portal)).toMatchObject({
      state: 'closed',
      missing: [{ what: 'no-attendance', count: 34 }],
      worksheet: null,
    })
    await attend(portal, '2026-02', 15)
    expect(await closeMonthsDue(portal.world)).toMatchObject({ ranked: ['2026-02'] })
    const late = await portal.post(
      '/scores/attendance',
      { month: '2026-02', staff: [(await personOf(portal, 'AC002')).publicId], days: ['3'] },
      await portal.as('officeHead'),
    )
    expect([late.status, ((await late.json()) as Json).reason]).toEqual([409, 'figures-fixed'])
  })
})

describe('the arithmetic of a month', () => {
  test('the highest score wins, named; everybody else is a number', async ({ portal }) => {
    await attend(portal, '2026-02', 15, { AC009: 4 })
    await between(portal, 'AC033', 'AC009')
    await post(portal, 'anci', {
      item: 'AB1',
      s: 'AC033',
      on: '2026-02-12',
      quantity: 2,
      proof: '表扬信 3、4 号',
      another: 'yes',
    })
    await post(portal, 'anci', { item: 'A01', s: 'AC033', on: '2026-02-12' })
    await rankFebruary(portal)
    const month = await monthOf(portal)
    expect(placeOf(month)).toBe('awarded 苑知棠（AC033）')
    const { persons, departments } = month.worksheet!
    expect(persons[0]).toMatchObject({
      number: 'AC033',
      name: '苑知棠',
      place: 1,
      score: 103,
      lines: [
        { label: '收到表扬，经中心核定', quantity: 2, points: 4, isReversal: false },
        { label: '迟到或早退', quantity: 1, points: -1, isReversal: false },
      ],
    })
    expect(persons.slice(1).every(({ name }) => name === null)).toBe(true)
    expect(persons.find(({ number }) => number === 'AC009')).toMatchObject({
      place: null,
      ineligible: { reason: 'too-few-days' },
    })
    expect(departments[0]).toMatchObject({
      department: '区税务局',
      place: 1,
      sum: 283,
      count: 3,
      score: 94.33,
    })
    expect(JSON.stringify(month)).not.toContain('表扬信')
  })

  test('the stored worksheet is what the entries still say', async ({ portal }) => {
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC033')
    await rankFebruary(portal)
    portal.setClock('2026-03-20 10:00')
    await post(portal, 'anci', { item: 'A05', s: 'AC033', on: '2026-02-25' })
    const hall = await portal.hall()
    const stored = (await worksheetOf(portal.db, hall.id, '2026-02')) as AnciStars
    const again = await workOut(
      portal.db,
      portal.world,
      { hall, policy: policyOf(hall, '2026-02-28'), month: '2026-02' },
      { rankedOn: stored.rankedOn, workedOutOn: stored.workedOutOn, decisions: {} },
    )
    expect(JSON.parse(JSON.stringify(again))).toEqual(stored)
    expect((await portal.db.select().from(scoreEntries)).at(-1)).toMatchObject({
      period: '2026-03',
    })
  })

  test('a tie is decided by the verified complaints', async ({ portal }) => {
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC002', 'AC033')
    const caseId = await openCase(portal, 'anci', { s: 'AC002' })
    await decideCase(portal, 'anci', caseId, 'substantiated', '2026-02-20')
    await rankFebruary(portal)
    const month = await monthOf(portal)
    expect(placeOf(month)).toBe('awarded 苑知棠（AC033）')
    expect(month.worksheet!.persons[1]!.why).toEqual({
      decidedBy: 'verifiedComplaints',
      steps: [
        { step: 'score', ahead: 100, behind: 100, equal: true },
        { step: 'verifiedComplaints', ahead: 0, behind: 1, equal: false },
      ],
    })
  })

  test('a tie is decided by who was awarded longer ago', async ({ portal }) => {
    const hall = await portal.hall()
    const [winner] = [await personOf(portal, 'AC002')]
    await portal.world.store.write(async (tx) => {
      await tx.insert(awards).values({
        hallId: hall.id,
        period: '2026-01',
        title: 'modelPerson',
        place: 1,
        state: 'awarded',
        staffId: winner.id,
        decidedOn: '2026-02-10',
      })
    })
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC002', 'AC033')
    await rankFebruary(portal)
    const month = await monthOf(portal)
    expect(placeOf(month)).toBe('awarded 苑知棠（AC033）')
    const { why } = month.worksheet!.persons[1]!
    expect(why?.decidedBy).toBe('lastAwarded')
    expect(why?.steps.at(-1)).toEqual({
      step: 'lastAwarded',
      ahead: null,
      behind: '2026-01',
      equal: false,
    })
  })

  test('an entry nobody confirmed is counted as such and not published', async ({ portal }) => {
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC033')
    await portal.post(
      '/scores/entries',
      {
        item: 'A05',
        staff: (await personOf(portal, 'AC033')).publicId,
        quantity: 1,
        occurredOn: '2026-02-26',
        reason: '看视频',
      },
      await portal.as('patrolOfficer'),
    )
    await rankFebruary(portal)
    const { worksheet } = await monthOf(portal)
    expect(worksheet).toMatchObject({ unconfirmed: 1 })
    expect(worksheet!.persons[0]).toMatchObject({ number: 'AC033', score: 100, lines: [] })
  })

  test('somebody barred from awards is not ranked, and says until when', async ({ portal }) => {
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC002', 'AC033')
    const barred = await portal.post(
      '/scores/vetoes',
      {
        cause: 'lossOfEligibility',
        staff: (await personOf(portal, 'AC033')).publicId,
        from: '2026-02-24',
        reason: '责任追究第二档',
      },
      await portal.as('assessmentGroup'),
    )
    expect(barred.status).toBe(201)
    await rankFebruary(portal)
    const month = await monthOf(portal)
    expect(placeOf(month)).toBe('awarded 戚禾（AC002）')
    expect(month.worksheet!.persons.find(({ number }) => number === 'AC033')!.ineligible).toEqual({
      reason: 'vetoed',
      veto: 'lossOfEligibility',
      until: '2026-12-31',
    })
  })
})

describe('a place that is held', () => {
  const held = async (portal: Portal) => {
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC002', 'AC033')
    await post(portal, 'anci', { item: 'A14', s: 'AC002', on: '2026-02-12' })
    const caseId = await openCase(portal, 'anci', { s: 'AC033', occurredOn: '2026-03-03' })
    await rankFebruary(portal)
    return caseId
  }

  test('names nobody while the complaint is open', async ({ portal }) => {
    await held(portal)
    const answer = await (await portal.get('/stars/anci/2026-02')).text()
    expect(placeOf(JSON.parse(answer) as Month)).toBe('held')
    expect(JSON.parse(answer)).toMatchObject({ worksheet: { isComplete: false, persons: [] } })
    expect(answer).not.toContain('AC033')
    expect(answer).not.toContain('苑知棠')
    expect(answer).not.toContain('AC002')
    const list = await (await portal.get('/stars/anci')).text()
    expect(list).not.toContain('AC033')
  })

  test.for<
    [why: string, finding: 'substantiated' | 'unsubstantiated' | null, on: string, winner: string]
  >([
    [
      'found true: the next in rank moves up',
      'substantiated',
      '2026-03-13 17:30',
      'awarded 戚禾（AC002）',
    ],
    [
      'not true: the place is theirs',
      'unsubstantiated',
      '2026-03-13 17:30',
      'awarded 苑知棠（AC033）',
    ],
    ['still open on the last day of holding', null, '2026-03-24 17:30', 'held'],
    [
      'still open after ten working days: the place is theirs',
      null,
      '2026-03-25 17:30',
      'awarded 苑知棠（AC033）',
    ],
  ])('%s', async ([, finding, on, winner]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const caseId = await held(portal)
    if (finding) await decideCase(portal, 'anci', caseId, finding, '2026-03-12')
    portal.setClock(on)
    await closeMonthsDue(portal.world)
    const month = await monthOf(portal)
    expect(placeOf(month)).toBe(winner)
    if (finding === 'substantiated')
      expect(month.worksheet!.persons.find(({ number }) => number === 'AC033')!.ineligible).toEqual(
        {
          reason: 'vetoed',
          veto: 'complaintVerifiedWhileHeld',
          until: null,
        },
      )
    await closeMonthsDue(portal.world)
    expect(placeOf(await monthOf(portal))).toBe(winner)
    await portal.close()
  })
})

describe('a place nothing else decides', () => {
  const tied = async (portal: Portal) => {
    await attend(portal, '2026-02', 15)
    await between(portal, 'AC002', 'AC033')
    await rankFebruary(portal)
    const { months } = (await (
      await portal.get('/scores/months', await portal.as('assessmentGroup'))
    ).json()) as {
      months: {
        month: string
        choices: { title: string; candidates: { id: string; label: string }[] }[]
      }[]
    }
    return months
      .find(({ month }) => month === '2026-02')!
      .choices.find(({ title }) => title === 'modelPerson')!.candidates
  }

  test('is given by the assessment group, with its reason on the page', async ({ portal }) => {
    const candidates = await tied(portal)
    expect(candidates.map(({ label }) => label).toSorted()).toEqual([
      '戚禾（AC002）',
      '苑知棠（AC033）',
    ])
    expect(placeOf(await monthOf(portal))).toBe('undecided')
    const chosen = candidates.find(({ label }) => label.includes('AC002'))!
    const body = {
      period: '2026-02',
      title: 'modelPerson',
      order: [chosen.id],
      reason: '全年承办件更多',
    }
    const cookie = await portal.as('assessmentGroup')
    expect(
      (await portal.post('/scores/decisions', { ...body, order: ['999'] }, cookie)).status,
    ).toBe(422)
    expect((await portal.post('/scores/decisions', { ...body, reason: '' }, cookie)).status).toBe(
      422,
    )
    expect((await portal.post('/scores/decisions', body, cookie)).status).toBe(201)
    const month = await monthOf(portal)
    expect(placeOf(month)).toBe('awarded 戚禾（AC002）')
    expect(month.places.find(({ title }) => title === 'modelPerson')).toMatchObject({
      reason: '全年承办件更多',
    })
    expect((await portal.post('/scores/decisions', body, cookie)).status).toBe(409)
    portal.setClock('2026-03-16 17:30')
    await closeMonthsDue(portal.world)
    expect(placeOf(await monthOf(portal))).toBe('awarded 戚禾（AC002）')
  })

  test('not by somebody it concerns', async ({ portal }) => {
    const [first] = await tied(portal)
    const [assessor] = await portal.officersWith('assessmentGroup')
    const hall = await portal.hall()
    const { recusals } = await import('../../db/schema/index.ts')
    await portal.world.store.write(async (tx) => {
      await tx.insert(recusals).values({
        hallId: hall.id,
        officerId: assessor!.id,
        staffId: Number(first!.id),
        reason: '亲属',
        declaredOn: '2026-01-06',
      })
    })
    const answer = await portal.post(
      '/scores/decisions',
      { period: '2026-02', title: 'modelPerson', order: [first!.id], reason: '讨论决定' },
      await portal.as('assessmentGroup'),
    )
    expect([answer.status, ((await answer.json()) as Json).reason]).toEqual([
      403,
      'place-concerns-you',
    ])
    const [row] = await portal.db
      .select()
      .from(awards)
      .where(and(eq(awards.title, 'modelPerson'), eq(awards.period, '2026-02')))
    expect(row).toMatchObject({ state: 'undecided' })
  })
})

describe('what is not yet there', () => {
  test.for<[why: string, path: string, status: number]>([
    ['the running month', '/stars/anci/2026-03', 200],
    ['a month to come', '/stars/anci/2026-04', 404],
    ['a month before the hall', '/stars/anci/2025-12', 404],
    ['no month at all', '/stars/anci/2026-13', 404],
    ['no hall', '/stars/nowhere/2026-02', 404],
  ])('%s', async ([, path, status]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    expect((await portal.get(path)).status).toBe(status)
    await portal.close()
  })

  test('says on which date it will be', async ({ portal }) => {
    expect(await monthOf(portal)).toMatchObject({
      state: 'running',
      closesOn: '2026-03-06',
      ranksOn: '2026-03-10',
    })
  })
})
