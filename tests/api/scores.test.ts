import { eq } from 'drizzle-orm'
import { describe } from 'vitest'
import { barForComplaint } from '../../api/acts/score/bar-from-awards.ts'
import { closeMonth } from '../../api/acts/score/close-month.ts'
import { proposeComplaintEntry } from '../../api/acts/score/propose-complaint-entry.ts'
import type { Role } from '../../api/rules/roles.ts'
import { awardVetoes, officerRoles, officers, scoreEntries } from '../../db/schema/index.ts'
import {
  answerTimePasses,
  attend,
  decideCase,
  openCase,
  personOf,
  post,
} from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>
const read = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Json

const late = async (portal: Portal, more: Json = {}) => ({
  item: 'A01',
  staff: (await personOf(portal, 'AC002')).publicId,
  quantity: 2,
  occurredOn: '2026-02-26',
  reason: '两次迟到',
  ...more,
})

const entries = (portal: Portal) => portal.db.select().from(scoreEntries).orderBy(scoreEntries.id)

test('a proposal counts only after another person has confirmed it', async ({ portal }) => {
  const patrol = await portal.as('patrolOfficer')
  const proposed = await portal.post('/scores/entries', await late(portal), patrol)
  expect(proposed.status).toBe(201)
  const { id } = (await proposed.json()) as { id: string }
  expect(await entries(portal)).toMatchObject([
    { item: 'A01', points: -2, confirmed: null, period: '2026-02', source: 'attendance' },
  ])
  await answerTimePasses(portal)
  const confirmed = await portal.post(
    `/scores/entries/${id}/confirmation`,
    {},
    await portal.as('assessmentGroup'),
  )
  expect(await confirmed.json()).toEqual({ period: '2026-02', points: -2 })
  const again = await portal.post(
    `/scores/entries/${id}/confirmation`,
    {},
    await portal.as('officeHead'),
  )
  expect([again.status, ((await again.json()) as Json).reason]).toEqual([
    409,
    'entry-already-decided',
  ])
})

test('who proposed an entry may neither confirm nor reject it', async ({ portal }) => {
  const head = await portal.as('officeHead')
  const { id } = (await read(portal.post('/scores/entries', await late(portal), head))) as {
    id: string
  }
  for (const [act, body] of [
    ['confirmation', {}],
    ['rejection', { reason: '不对' }],
  ] as const) {
    const answer = await portal.post(`/scores/entries/${id}/${act}`, body, head)
    expect([act, answer.status, ((await answer.json()) as Json).says]).toEqual([
      act,
      403,
      '这条是您提出的，要由另一个人确认。',
    ])
  }
  expect(await entries(portal)).toMatchObject([{ confirmed: null }])
})

test('an officer of another hall finds nothing', async ({ portal }) => {
  const { id } = (await read(
    portal.post('/scores/entries', await late(portal), await portal.as('patrolOfficer')),
  )) as { id: string }
  const foreign = await portal.as('assessmentGroup', 'bingcha')
  const answer = await portal.post(`/scores/entries/${id}/confirmation`, {}, foreign)
  expect(answer.status).toBe(404)
  expect((await read(portal.get('/scores?month=2026-02', foreign))).entries).toEqual([])
  const elsewhere = await portal.post(
    '/scores/entries',
    await late(portal),
    await portal.as('patrolOfficer', 'bingcha'),
  )
  expect(elsewhere.status).toBe(422)
})

describe('whoever is concerned stays out of it', () => {
  const assessorWhoServes = async (portal: Portal, number: string) => {
    const person = await personOf(portal, number)
    const { officers } = await import('../../db/schema/index.ts')
    const [assessor] = await portal.officersWith('assessmentGroup')
    await portal.world.store.write(async (tx) => {
      await tx.update(officers).set({ staffId: person.id }).where(eq(officers.id, assessor!.id))
    })
    return portal.signedIn(assessor!.id)
  }

  test.for<[why: string, number: string, window: string | null, status: number]>([
    ['the person on whose sheet it stands', 'AC002', null, 403],
    ['somebody who served at that window on that day', 'AC003', '1号', 403],
    ['somebody of another window', 'AC005', '1号', 201],
    ['somebody of the same window when no window is named', 'AC003', null, 201],
  ])('%s', async ([, number, window, status]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const [first] = await portal.windowsOf()
    const { id } = (await read(
      portal.post(
        '/scores/entries',
        await late(portal, window ? { window: first!.code } : {}),
        await portal.as('patrolOfficer'),
      ),
    )) as { id: string }
    const cookie = await assessorWhoServes(portal, number)
    await answerTimePasses(portal)
    const answer = await portal.post(`/scores/entries/${id}/confirmation`, {}, cookie)
    expect(answer.status).toBe(status)
    await portal.close()
  })

  test('points of a complaint are not even shown', async ({ portal }) => {
    const caseId = await openCase(portal, 'anci', { w: '1号', clause: 'anci.attitude.cold' })
    await decideCase(portal, 'anci', caseId, 'substantiated', '2026-02-20')
    await portal.world.store.write((tx) =>
      proposeComplaintEntry(tx, portal.world, { caseId, by: null }),
    )
    const cookie = await assessorWhoServes(portal, 'AC003')
    expect((await read(portal.get('/scores?month=2026-02', cookie))).entries).toEqual([])
    const [row] = await entries(portal)
    const answer = await portal.post(`/scores/entries/${row!.publicId}/confirmation`, {}, cookie)
    expect(answer.status).toBe(404)
    const other = await portal.as('assessmentGroup', 'anci', 1)
    expect((await read(portal.get('/scores?month=2026-02', other))).entries).toHaveLength(1)
  })
})

describe('what a form may not say', () => {
  test.for<[why: string, key: string, more: Json, field: string]>([
    ['an item the sheet does not have', 'anci', { item: 'Z99' }, 'item'],
    ['an item of another hall', 'anci', { item: 'M1.1' }, 'item'],
    ['nobody on a sheet of persons', 'anci', { staff: '' }, 'staff'],
    ['a day still to come', 'anci', { occurredOn: '2026-03-03' }, 'occurredOn'],
    ['a day of the year before last', 'anci', { occurredOn: '2025-02-28' }, 'occurredOn'],
    ['no reason', 'anci', { reason: ' ' }, 'reason'],
    ['a bonus without proof', 'anci', { item: 'AB1' }, 'proof'],
    [
      'eleven tenths of cases finished early',
      'anci',
      { item: 'AB5', quantity: 11, proof: '报表' },
      'quantity',
    ],
    [
      'no window on a sheet of windows',
      'bingcha',
      { item: 'M1.1', staff: '', window: '' },
      'window',
    ],
    [
      'one point where two to five may be taken',
      'bingcha',
      { item: 'M8.1', staff: '', quantity: 1, points: '1' },
      'points',
    ],
    [
      'half a point where whole ones are taken',
      'bingcha',
      { item: 'M8.1', staff: '', quantity: 1, points: '2.5' },
      'points',
    ],
    [
      'two judgements at once',
      'bingcha',
      { item: 'M8.1', staff: '', quantity: 2, points: '3' },
      'quantity',
    ],
    [
      'a mark of the other windows',
      'bingcha',
      { item: 'M10', staff: '', quantity: 1, points: '9' },
      'item',
    ],
  ])('%s is refused at its field', async ([, key, more, field]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const [window] = await portal.windowsOf(key)
    const form = await late(portal, key === 'anci' ? more : { window: window!.code, ...more })
    const answer = await portal.post('/scores/entries', form, await portal.as('patrolOfficer', key))
    expect([
      answer.status,
      Object.keys(((await answer.json()) as { errors: Json }).errors),
    ]).toEqual([422, [field]])
    expect(await entries(portal)).toEqual([])
    await portal.close()
  })

  test('the longer absence of a day stands alone, unless it was another one', async ({
    portal,
  }) => {
    await post(portal, 'anci', { item: 'A04', s: 'AC002', on: '2026-02-26' })
    const patrol = await portal.as('patrolOfficer')
    const short = await late(portal, { item: 'A03', quantity: 1 })
    const refused = await portal.post('/scores/entries', short, patrol)
    expect([refused.status, ((await refused.json()) as Json).says]).toEqual([
      409,
      '同一天已记“擅自离岗超过半天”，同一件事只记一项。如果是另一件事，请勾选“这是另一件事”。',
    ])
    expect(
      (await portal.post('/scores/entries', { ...short, another: 'yes' }, patrol)).status,
    ).toBe(201)
  })
})

test('a reversal after the close counts in the month of the decision', async ({ portal }) => {
  const hall = await portal.hall()
  const id = await post(portal, 'anci', { item: 'A05', s: 'AC002', on: '2026-02-10' })
  portal.setClock('2026-03-06 17:30')
  expect(await closeMonth(portal.world, hall.id, '2026-02')).toMatchObject({ state: 'closed' })
  const head = await portal.as('officeHead')
  const proposed = await portal.post(`/scores/entries/${id}/reversal`, { reason: '查错了人' }, head)
  expect(proposed.status).toBe(201)
  const twice = await portal.post(`/scores/entries/${id}/reversal`, { reason: '查错了人' }, head)
  expect([twice.status, ((await twice.json()) as Json).reason]).toEqual([409, 'entry-reversed'])
  const reversal = (await proposed.json()) as { id: string; period: string }
  await portal.post(
    `/scores/entries/${reversal.id}/confirmation`,
    {},
    await portal.as('assessmentGroup'),
  )
  expect(await entries(portal)).toMatchObject([
    { period: '2026-02', points: -5, confirmed: true },
    { period: '2026-03', points: 5, confirmed: true },
  ])
  const again = await portal.post(
    `/scores/entries/${reversal.id}/reversal`,
    { reason: '又错了' },
    head,
  )
  expect(((await again.json()) as Json).reason).toBe('entry-is-reversal')
})

test('what was not confirmed before the close counts in the next month', async ({ portal }) => {
  const hall = await portal.hall()
  const { id } = (await read(
    portal.post('/scores/entries', await late(portal), await portal.as('patrolOfficer')),
  )) as { id: string }
  await answerTimePasses(portal)
  portal.setClock('2026-03-06 17:30')
  await closeMonth(portal.world, hall.id, '2026-02')
  const confirmed = await portal.post(
    `/scores/entries/${id}/confirmation`,
    {},
    await portal.as('assessmentGroup'),
  )
  expect(await confirmed.json()).toEqual({ period: '2026-03', points: -2 })
})

describe('a verified complaint proposes its own points', () => {
  test.for<[why: string, key: string, about: Json, finding: string, expected: Json[]]>([
    [
      'Anci: the complaint itself',
      'anci',
      { s: 'AC002', w: '1号', clause: 'anci.attitude.cold' },
      'substantiated',
      [{ item: 'A17', points: -5 }],
    ],
    [
      'Anci: equal to the clause’s own item, so the complaint',
      'anci',
      { s: 'AC002', clause: 'anci.duty.notOnce' },
      'substantiated',
      [{ item: 'A17', points: -5 }],
    ],
    [
      'Anci: a lighter item of its own is left out',
      'anci',
      { s: 'AC002', clause: 'anci.look.noBadge' },
      'partlySubstantiated',
      [{ item: 'A17', points: -5 }],
    ],
    [
      'Anci: on the window while nobody is named',
      'anci',
      { w: '1号' },
      'substantiated',
      [{ item: 'A17', staffId: null }],
    ],
    ['Anci: nobody and no window', 'anci', {}, 'substantiated', []],
    ['not true, no points', 'anci', { s: 'AC002' }, 'unsubstantiated', []],
    [
      'Bingcha: the smallest of the range',
      'bingcha',
      { w: '1号' },
      'substantiated',
      [{ item: 'M7.1', points: -2, staffId: null }],
    ],
    [
      "Bingcha: never less than the clause's own item",
      'bingcha',
      { w: '1号', clause: 'bingcha.serve.quarrel' },
      'substantiated',
      [{ item: 'M7.1', points: -3 }],
    ],
    [
      'Bingcha: the window of the person named',
      'bingcha',
      { s: 'BC001' },
      'substantiated',
      [{ item: 'M7.1', points: -2, staffId: null }],
    ],
    [
      'Qingpu: recorded without points',
      'qingpu',
      { w: '1号' },
      'substantiated',
      [{ item: 'complaint', points: 0 }],
    ],
  ])('%s', async ([, key, about, finding, expected]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const caseId = await openCase(portal, key, about)
    await decideCase(portal, key, caseId, finding as 'substantiated', '2026-02-27')
    const propose = () =>
      portal.world.store.write((tx) =>
        proposeComplaintEntry(tx, portal.world, { caseId, by: null }),
      )
    expect(await propose()).toHaveLength(expected.length)
    expect(await propose()).toEqual([])
    expect(await entries(portal)).toMatchObject(
      expected.map((entry) => ({ period: '2026-02', confirmed: null, ...entry })),
    )
    await portal.close()
  })

  test('Bingcha: the second person chooses the points within the range', async ({ portal }) => {
    const caseId = await openCase(portal, 'bingcha', { w: '1号' })
    await decideCase(portal, 'bingcha', caseId, 'substantiated', '2026-02-27')
    await portal.world.store.write((tx) =>
      proposeComplaintEntry(tx, portal.world, { caseId, by: null }),
    )
    const [row] = await entries(portal)
    const cookie = await portal.as('assessmentGroup', 'bingcha')
    await answerTimePasses(portal)
    const path = `/scores/entries/${row!.publicId}/confirmation`
    expect((await portal.post(path, {}, cookie)).status).toBe(422)
    expect((await portal.post(path, { points: '6' }, cookie)).status).toBe(422)
    expect(await read(portal.post(path, { points: '4' }, cookie))).toEqual({
      period: '2026-02',
      points: -4,
    })
  })

  test('Anci: the second person says who served at the window', async ({ portal }) => {
    const caseId = await openCase(portal, 'anci', { w: '1号' })
    await decideCase(portal, 'anci', caseId, 'substantiated', '2026-02-27')
    await portal.world.store.write((tx) =>
      proposeComplaintEntry(tx, portal.world, { caseId, by: null }),
    )
    const [row] = await entries(portal)
    const cookie = await portal.as('assessmentGroup')
    await answerTimePasses(portal)
    const path = `/scores/entries/${row!.publicId}/confirmation`
    const there = await personOf(portal, 'AC003')
    const elsewhere = await personOf(portal, 'AC005')
    expect((await portal.post(path, { staff: elsewhere.publicId }, cookie)).status).toBe(422)
    expect((await portal.post(path, { staff: there.publicId }, cookie)).status).toBe(201)
    expect(await entries(portal)).toMatchObject([{ staffId: there.id, confirmed: true }])
  })

  test('Qingpu: person and window lose their awards to the end of the quarter', async ({
    portal,
  }) => {
    const caseId = await openCase(portal, 'qingpu', { w: '1号', s: 'QP001' })
    await decideCase(portal, 'qingpu', caseId, 'substantiated', '2026-02-27')
    const bar = () =>
      portal.world.store.write((tx) => barForComplaint(tx, portal.world, { caseId, by: null }))
    const lost = ['quarterStar', 'yearStar', 'excellentWindow']
    expect([await bar(), await bar()]).toEqual([lost, lost])
    expect(await portal.db.select().from(awardVetoes)).toMatchObject([
      { cause: 'verifiedComplaint', fromDay: '2026-01-01', untilDay: '2026-03-31' },
      { cause: 'verifiedComplaint', untilDay: '2026-03-31' },
    ])
  })
})

describe('attended days', () => {
  test('count after a second person, and are confirmed as they were seen', async ({ portal }) => {
    const head = await portal.as('officeHead')
    const person = await personOf(portal, 'AC002')
    const body = { month: '2026-02', staff: [person.publicId], days: ['14'] }
    expect(await read(portal.post('/scores/attendance', body, head))).toEqual({ changed: 1 })
    const same = await portal.post('/scores/attendance/confirmation', body, head)
    expect(((await same.json()) as Json).reason).toBe('figures-same-person')
    const assessor = await portal.as('assessmentGroup')
    const stale = { ...body, days: ['15'] }
    const changed = await portal.post('/scores/attendance/confirmation', stale, assessor)
    expect(((await changed.json()) as Json).reason).toBe('figures-changed')
    expect(await read(portal.post('/scores/attendance/confirmation', body, assessor))).toEqual({
      confirmed: 1,
    })
    await portal.post('/scores/attendance', { ...body, days: ['13'] }, head)
    const table = (await read(portal.get('/scores/attendance?month=2026-02', assessor))) as {
      rows: Json[]
    }
    expect(table.rows.find(({ number }) => number === 'AC002')).toMatchObject({
      days: 13,
      confirmed: false,
    })
  })

  test.for<[why: string, days: string]>([
    ['more days than the month was worked', '17'],
    ['a broken number', '3.5'],
    ['a word', '全勤'],
  ])('%s', async ([, days]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const person = await personOf(portal, 'AC002')
    const answer = await portal.post(
      '/scores/attendance',
      { month: '2026-02', staff: [person.publicId], days: [days] },
      await portal.as('officeHead'),
    )
    expect([
      answer.status,
      Object.keys(((await answer.json()) as { errors: Json }).errors),
    ]).toEqual([422, [`days-${person.publicId}`]])
    await portal.close()
  })

  test('of a whole hall in one go', async ({ portal }) => {
    await attend(portal, '2026-02', 15, { AC002: 4 })
    const table = (await read(
      portal.get('/scores/attendance?month=2026-02', await portal.as('officeHead')),
    )) as { rows: { number: string; days: number; confirmed: boolean }[] }
    expect(table.rows).toHaveLength(34)
    expect(table.rows.every(({ confirmed }) => confirmed)).toBe(true)
    expect(table.rows.filter(({ days }) => days === 4).map(({ number }) => number)).toEqual([
      'AC002',
    ])
  })
})

const EVERYBODY: Role[] = [
  'complaintDesk',
  'handler',
  'officeHead',
  'secondPerson',
  'windowHead',
  'windowStaff',
  'patrolOfficer',
  'assessmentGroup',
  'custodian',
  'auditor',
  'systemAdministrator',
]

describe('who may', () => {
  test.for<[what: string, method: 'GET' | 'POST', path: string, who: Role[]]>([
    [
      'read the points',
      'GET',
      '/scores',
      [
        'complaintDesk',
        'handler',
        'officeHead',
        'secondPerson',
        'patrolOfficer',
        'assessmentGroup',
      ],
    ],
    [
      'propose points',
      'POST',
      '/scores/entries',
      ['complaintDesk', 'handler', 'officeHead', 'patrolOfficer'],
    ],
    [
      'confirm points',
      'POST',
      '/scores/entries/ID/confirmation',
      ['officeHead', 'secondPerson', 'assessmentGroup'],
    ],
    [
      'reject points',
      'POST',
      '/scores/entries/ID/rejection',
      ['officeHead', 'secondPerson', 'assessmentGroup'],
    ],
    [
      'read attended days',
      'GET',
      '/scores/attendance',
      ['complaintDesk', 'handler', 'officeHead', 'patrolOfficer', 'assessmentGroup'],
    ],
    ['enter attended days', 'POST', '/scores/attendance', ['complaintDesk', 'officeHead']],
    [
      'confirm attended days',
      'POST',
      '/scores/attendance/confirmation',
      ['officeHead', 'assessmentGroup'],
    ],
    [
      'read cases',
      'GET',
      '/scores/volumes',
      ['complaintDesk', 'handler', 'officeHead', 'patrolOfficer', 'assessmentGroup'],
    ],
    ['enter cases', 'POST', '/scores/volumes', ['complaintDesk', 'officeHead']],
    ['see what is left to decide', 'GET', '/scores/months', ['officeHead', 'assessmentGroup']],
    ['decide a place', 'POST', '/scores/decisions', ['assessmentGroup']],
    ['bar from awards', 'POST', '/scores/vetoes', ['assessmentGroup']],
  ])('%s', async ([, method, path, who]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const hall = await portal.hall()
    const [officer] = await portal.officersWith('systemAdministrator')
    const cookie = await portal.signedIn(officer!.id)
    const person = await personOf(portal, 'AC005')
    const { id } = (await read(
      portal.post('/scores/entries', await late(portal), await portal.as('handler', 'anci', 1)),
    )) as { id: string }
    const body = {
      '/scores/entries': { ...(await late(portal)), occurredOn: '2026-02-25' },
      '/scores/entries/ID/confirmation': {},
      '/scores/entries/ID/rejection': { reason: '不对' },
      '/scores/attendance': { month: '2026-02', staff: [person.publicId], days: ['9'] },
      '/scores/attendance/confirmation': { month: '2026-02' },
      '/scores/volumes': { month: '2026-02' },
      '/scores/decisions': {
        period: '2026-02',
        title: 'modelPerson',
        order: ['1'],
        reason: '讨论',
      },
      '/scores/vetoes': {
        cause: 'lossOfEligibility',
        staff: person.publicId,
        from: '2026-02-02',
        reason: '责任追究',
      },
    }[path]
    const allowed: Role[] = []
    for (const role of EVERYBODY) {
      await portal.world.store.write(async (tx) => {
        await tx.delete(officerRoles).where(eq(officerRoles.officerId, officer!.id))
        await tx.insert(officerRoles).values({ hallId: hall.id, officerId: officer!.id, role })
        await tx.update(scoreEntries).set({ confirmed: null, decidedBy: null, decidedOn: null })
      })
      const address = path.replace('ID', id)
      const answer = await (method === 'GET'
        ? portal.get(address, cookie)
        : portal.post(address, body, cookie))
      if (answer.status !== 403) allowed.push(role)
    }
    expect(allowed).toEqual(who)
    const stranger = await (method === 'GET' ? portal.get(path) : portal.post(path, body))
    expect(stranger.status).toBe(401)
    await portal.close()
  })
})

describe('whoever a deduction names may answer before it is confirmed', () => {
  /** An officer who signs in for a member of staff of Anci. */
  const whoServes = async (portal: Portal, number: string) => {
    const person = await personOf(portal, number)
    const [officer] = await portal.officersWith('windowStaff')
    await portal.world.store.write(async (tx) => {
      await tx.update(officers).set({ staffId: null }).where(eq(officers.staffId, person.id))
      await tx.update(officers).set({ staffId: person.id }).where(eq(officers.id, officer!.id))
    })
    return portal.as('windowStaff')
  }
  const propose = async (portal: Portal, more: Json = {}) =>
    (
      (await read(
        portal.post('/scores/entries', await late(portal, more), await portal.as('patrolOfficer')),
      )) as { id: string }
    ).id
  const confirm = async (portal: Portal, id: string) => {
    const cookie = await portal.as('assessmentGroup')
    const answer = await portal.post(`/scores/entries/${id}/confirmation`, {}, cookie)
    return [answer.status, ((await answer.json()) as Json).reason]
  }
  type Own = { id: string; label: string; reason: string; answer: string | null; due: Json | null }
  const ownOf = async (portal: Portal, cookie: string) =>
    (await read(portal.get('/scores/own', cookie))).entries as Own[]

  test('they see it, answer once, and the second person reads it', async ({ portal }) => {
    const cookie = await whoServes(portal, 'AC002')
    const id = await propose(portal)
    expect(await confirm(portal, id)).toEqual([409, 'entry-answer-open'])
    expect(await ownOf(portal, cookie)).toMatchObject([
      { id, label: '迟到或早退', points: -2, due: { on: '2026-03-04' }, answer: null },
    ])
    const path = `/scores/entries/${id}/answer`
    expect((await portal.post(path, { answer: ' ' }, cookie)).status).toBe(422)
    expect((await portal.post(path, { answer: '当天公交停运，已报备。' }, cookie)).status).toBe(201)
    const again = await portal.post(path, { answer: '再说一次' }, cookie)
    expect([again.status, ((await again.json()) as Json).reason]).toEqual([409, 'entry-answered'])
    const shown = async (role: Role) =>
      (
        (await read(portal.get('/scores?month=2026-02', await portal.as(role)))).entries as Json[]
      ).map(({ answer }) => (answer as { text: string } | null)?.text ?? null)
    expect(await shown('assessmentGroup')).toEqual(['当天公交停运，已报备。'])
    expect(await shown('patrolOfficer')).toEqual([null])
    expect((await entries(portal))[0]?.answer).not.toContain('公交')
    expect((await confirm(portal, id))[0]).toBe(201)
  })

  test.for<[why: string, at: string, status: number]>([
    ['a minute before closing time of the last day', '2026-03-04 17:29', 409],
    ['at closing time of the last day', '2026-03-04 17:30', 201],
  ])('without an answer: %s', async ([, at, status], { portal }) => {
    const id = await propose(portal)
    portal.setClock(at)
    expect((await confirm(portal, id))[0]).toBe(status)
  })

  test('a bonus needs no answer, a rejection waits for none', async ({ portal }) => {
    const bonus = await propose(portal, { item: 'AB1', quantity: 1, proof: '表扬信 1 号' })
    expect((await confirm(portal, bonus))[0]).toBe(201)
    const id = await propose(portal)
    const rejected = await portal.post(
      `/scores/entries/${id}/rejection`,
      { reason: '查错了人' },
      await portal.as('assessmentGroup'),
    )
    expect(rejected.status).toBe(201)
  })

  test('nobody else can answer, and what is decided is decided', async ({ portal }) => {
    const id = await propose(portal)
    const path = `/scores/entries/${id}/answer`
    const other = await whoServes(portal, 'AC005')
    expect((await portal.post(path, { answer: '不是我' }, other)).status).toBe(404)
    expect(await ownOf(portal, other)).toEqual([])
    const cookie = await whoServes(portal, 'AC002')
    await answerTimePasses(portal)
    await confirm(portal, id)
    const late = await portal.post(path, { answer: '晚了' }, cookie)
    expect(((await late.json()) as Json).reason).toBe('entry-already-decided')
  })

  test('of a complaint they learn the gist, never the case', async ({ portal }) => {
    const cookie = await whoServes(portal, 'AC003')
    const caseId = await openCase(portal, 'anci', { w: '1号', clause: 'anci.attitude.cold' })
    await decideCase(portal, 'anci', caseId, 'substantiated', '2026-02-20')
    await portal.world.store.write((tx) =>
      proposeComplaintEntry(tx, portal.world, { caseId, by: null }),
    )
    const answer = await portal.get('/scores/own', cookie)
    const text = await answer.text()
    const [own] = (JSON.parse(text) as { entries: Own[] }).entries
    expect(own).toMatchObject({ label: '投诉或信访查实有责任' })
    expect(text).not.toMatch(/TS-|caseId|"case"/)
    expect(
      (await portal.post(`/scores/entries/${own!.id}/answer`, { answer: '当时系统故障' }, cookie))
        .status,
    ).toBe(201)
    expect((await portal.get('/scores?month=2026-02', cookie)).status).toBe(403)
  })
})
