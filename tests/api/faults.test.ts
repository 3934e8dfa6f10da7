import { and, eq } from 'drizzle-orm'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { officers, postings, windows } from '../../db/schema/index.ts'
import { addOfficer } from '../../api/acts/hall/add-officer.ts'
import { faultAt } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, any>

const windowAt = async (portal: Portal, number: string) =>
  (await portal.windowsOf('qingpu')).find((window) => window.number === number)!

const report = async (portal: Portal, changed: Json = {}, cookie?: string) => {
  const window = await windowAt(portal, '3号')
  const answer = await portal.post(
    '/faults',
    { window: window.code, sign: 'dark', beganOn: '2026-03-02', ...changed },
    cookie ?? (await portal.as('patrolOfficer', 'qingpu')),
  )
  return { status: answer.status, body: (await answer.json()) as Json }
}

const act = async (portal: Portal, id: string, noun: string, body: Json, cookie: string) => {
  const answer = await portal.post(`/faults/${id}/${noun}`, body, cookie)
  return { status: answer.status, body: (await answer.json()) as Json }
}

const listed = async (portal: Portal, cookie: string) =>
  ((await (await portal.get('/faults', cookie)).json()) as Json).faults as Json[]

/** An officer who serves at a window, with these roles. */
async function inside(portal: Portal, number: string, ...roles: ('windowStaff' | 'officeHead')[]) {
  const hall = await portal.hall('qingpu')
  const window = await windowAt(portal, number)
  const [posting] = await portal.db
    .select()
    .from(postings)
    .where(and(eq(postings.windowId, window.id), eq(postings.head, false)))
  const login = `inside${roles.length}${number.length}`
  await addOfficer(portal.world, null, {
    hallId: hall.id,
    login,
    name: '窗口里的人',
    email: null,
    staffId: posting!.staffId,
    roles,
  })
  const [officer] = await portal.db.select().from(officers).where(eq(officers.login, login))
  return portal.signedIn(officer!.id)
}

test('a broken device is reported, confirmed by another and repaired', async ({ portal }) => {
  const head = await portal.as('officeHead', 'qingpu')
  const patrol = await portal.as('patrolOfficer', 'qingpu')
  const { status, body } = await report(portal)
  expect(status).toBe(201)
  expect((await report(portal)).body.reason).toBe('fault-known')
  expect(await listed(portal, head)).toMatchObject([
    { sign: 'dark', confirmed: null, may: { confirm: true, repair: false } },
  ])
  expect(
    (await act(portal, body.id, 'repair', { repairedOn: '2026-03-02' }, patrol)).body.reason,
  ).toBe('fault-not-confirmed')
  expect(
    (await act(portal, body.id, 'decision', { confirmed: 'yes' }, head)).body.errors,
  ).toHaveProperty('found')
  expect(
    (await act(portal, body.id, 'decision', { confirmed: 'yes', found: '电源坏，单号 17' }, patrol))
      .status,
  ).toBe(403)
  expect(
    (await act(portal, body.id, 'decision', { confirmed: 'yes', found: '电源坏，单号 17' }, head))
      .status,
  ).toBe(201)
  expect(
    (await act(portal, body.id, 'decision', { confirmed: 'no', found: '再看' }, head)).body.reason,
  ).toBe('fault-decided')
  portal.setClock('2026-03-04')
  expect((await act(portal, body.id, 'repair', { repairedOn: '2026-03-05' }, patrol)).status).toBe(
    422,
  )
  expect((await act(portal, body.id, 'repair', { repairedOn: '2026-03-01' }, patrol)).status).toBe(
    422,
  )
  expect((await act(portal, body.id, 'repair', { repairedOn: '2026-03-04' }, patrol)).status).toBe(
    201,
  )
  expect((await listed(portal, head))[0]).toMatchObject({
    confirmed: true,
    found: '电源坏，单号 17',
    repairedOn: '2026-03-04',
    may: { confirm: false, repair: false },
  })
  expect((await report(portal, { beganOn: '2026-03-04' })).status).toBe(201)
})

test.for<[why: string, changed: Json, field: string]>([
  ['a day to come', { beganOn: '2026-03-03' }, 'beganOn'],
  ['a day long past', { beganOn: '2026-01-01' }, 'beganOn'],
  ['a window of another hall', { window: '22222222' }, 'window'],
  ['no sign', { sign: '' }, 'sign'],
])('%s is refused at its field', async ([, changed, field]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const { status, body } = await report(portal, changed)
  expect([status, Object.keys(body.errors)]).toEqual([422, [field]])
  await portal.close()
})

test('those who serve report their own window, see no other, and confirm none of theirs', async ({
  portal,
}) => {
  const clerk = await inside(portal, '3号', 'windowStaff')
  const elsewhere = await windowAt(portal, '4号')
  expect((await report(portal, { window: elsewhere.code }, clerk)).status).toBe(403)
  const { status, body } = await report(portal, {}, clerk)
  expect(status).toBe(201)
  await report(portal, { window: elsewhere.code })
  expect(await listed(portal, clerk)).toHaveLength(1)
  const head = await inside(portal, '3号', 'officeHead', 'windowStaff')
  expect(
    (await act(portal, body.id, 'decision', { confirmed: 'yes', found: '坏了' }, head)).body.reason,
  ).toBe('fault-concerns-you')
  const admin = await portal.as('systemAdministrator', 'qingpu')
  expect((await portal.get('/faults', admin)).status).toBe(403)
  const other = await portal.as('officeHead', 'anci')
  expect(
    (await act(portal, body.id, 'decision', { confirmed: 'yes', found: '坏了' }, other)).body
      .reason,
  ).toBe('no-such-fault')
  expect(await portal.db.select().from(windows)).not.toEqual([])
})

test('a hall whose rules know no device needs no report', async ({ portal }) => {
  const [window] = await portal.windowsOf('anci')
  const patrol = await portal.as('patrolOfficer', 'anci')
  expect((await report(portal, { window: window!.code }, patrol)).body.reason).toBe(
    'no-device-here',
  )
})

test('cases during a fault are only taken where one was confirmed, and then excused', async ({
  portal,
}) => {
  const window = await windowAt(portal, '3号')
  const enter = async (fault: string) => {
    const all = await portal.windowsOf('qingpu')
    const answer = await portal.post(
      '/scores/volumes',
      {
        month: '2026-02',
        window: all.map(({ code }) => code),
        cases: all.map(({ id }) => (id === window.id ? '80' : '0')),
        duringFault: all.map(({ id }) => (id === window.id ? fault : '')),
      },
      await portal.as('complaintDesk', 'qingpu'),
    )
    return { status: answer.status, body: (await answer.json()) as Json }
  }
  const refused = await enter('80')
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    { [`fault-${window.code}`]: ['这个窗口本月没有确认过的故障，请先报修、确认。'] },
  ])
  const { body } = await report(portal, { beganOn: '2026-02-10' })
  expect((await enter('80')).status).toBe(422)
  await act(
    portal,
    body.id,
    'decision',
    { confirmed: 'no', found: '没有插电' },
    await portal.as('officeHead', 'qingpu'),
  )
  expect((await enter('80')).status).toBe(422)
  await faultAt(portal, 'qingpu', '3号', '2026-02-10')
  expect((await enter('80')).status).toBe(201)
  const table = (await (
    await portal.get('/scores/volumes?month=2026-02', await portal.as('complaintDesk', 'qingpu'))
  ).json()) as Json
  expect(table.rows.filter(({ excused }: Json) => excused)).toMatchObject([
    { number: '3号', duringFault: 80 },
  ])
  portal.setClock('2026-03-06 17:00')
  await closeMonthsDue(portal.world)
  const month = (await (await portal.get('/stars/qingpu/2026-02')).json()) as Json
  expect(month.worksheet.windows.find(({ number }: Json) => number === '3号').rating).toMatchObject(
    { score: null },
  )
})

test.for(['off', 'notPrompted', 'refused', 'burst', 'selfRated'].map((item) => [item]))(
  'the patrol enters %s and another person confirms it',
  async ([item]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { post } = await import('../support/points.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    expect(await post(portal, 'qingpu', { item: item!, w: '3号', on: '2026-02-12' })).toBeTruthy()
    await portal.close()
  },
)

test('a device that was broken that day was not switched off without reason', async ({
  portal,
}) => {
  await faultAt(portal, 'qingpu', '3号', '2026-02-10')
  const window = await windowAt(portal, '3号')
  const find = async (item: string, occurredOn: string) => {
    const answer = await portal.post(
      '/scores/entries',
      { item, quantity: 1, reason: '巡查发现', occurredOn, window: window.code },
      await portal.as('patrolOfficer', 'qingpu'),
    )
    return { status: answer.status, body: (await answer.json()) as Json }
  }
  expect((await find('off', '2026-02-09')).status).toBe(201)
  const broken = await find('off', '2026-02-11')
  expect([broken.status, broken.body.errors]).toEqual([
    422,
    { occurredOn: ['那天评价器有确认过的故障，没开不算违规。'] },
  ])
  expect((await find('refused', '2026-02-11')).status).toBe(201)
})
