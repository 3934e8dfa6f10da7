import { eq, sql } from 'drizzle-orm'
import { addOfficer } from '../../api/acts/hall/add-officer.ts'
import { followLowRatings } from '../../api/jobs/follow-low-ratings.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { sweepTelephones } from '../../api/jobs/sweep-telephones.ts'
import {
  events,
  outbox,
  ratingContacts,
  ratingCounts,
  ratingFollowUps,
  ratings,
  secondRatings,
  staff,
  windows,
} from '../../db/schema/index.ts'
import { anotherHall } from '../support/another-hall.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, any>
const PHONE = '13800138000'
const SENTENCE = '已向窗口人员当面指出，并改了取号的办法。'

/** A hall on the standard policy, and its first window. */
async function hallWithWindow(portal: Portal) {
  const hall = await anotherHall(portal, 'standard')
  const [window] = await portal.windowsOf('standard')
  return { hall, window: window! }
}

const rate = async (portal: Portal, code: string, level: number) =>
  ((await (await portal.post('/ratings', { window: code, level })).json()) as { id: string }).id

const seen = async (portal: Portal, id: string) =>
  (await (await portal.get(`/ratings/${id}`)).json()) as Json

const listed = async (portal: Portal, role: Parameters<Portal['as']>[0] = 'handler') =>
  (await (await portal.get('/low-ratings', await portal.as(role, 'standard'))).json()) as Json

/** Low ratings that can no longer be corrected are followed up by the night. */
async function followed(portal: Portal, at = '2026-03-02 09:10') {
  portal.setClock(at)
  await followLowRatings(portal.world)
  const [rating] = (await listed(portal)).ratings as Json[]
  return rating!
}

const act = async (
  portal: Portal,
  id: string,
  noun: string,
  body: Json = {},
  role: Parameters<Portal['as']>[0] = 'handler',
) => {
  const answer = await portal.post(
    `/low-ratings/${id}/${noun}`,
    body,
    await portal.as(role, 'standard'),
  )
  return { status: answer.status, body: (await answer.json()) as Json }
}

test('a low rating is called back, rectified, approved by another, and rated again', async ({
  portal,
}) => {
  const { window } = await hallWithWindow(portal)
  const rating = await rate(portal, window.code, 1)
  const left = await portal.post(`/ratings/${rating}/reasons`, {
    reasons: ['attitude'],
    telephone: '138 0013 8000',
    salutation: '王女士',
  })
  expect(left.status).toBe(201)
  const { id, clocks, telephoneLeft } = await followed(portal)
  expect([telephoneLeft, clocks]).toMatchObject([
    true,
    [
      { clock: 'callBack', on: '2026-03-03', state: 'soon' },
      { clock: 'rectify', on: '2026-03-23', state: 'normal' },
    ],
  ])
  expect((await seen(portal, rating)).followUp).toMatchObject({
    callDueOn: '2026-03-03',
    rectifyDueOn: '2026-03-23',
    ended: null,
    mayRateAgain: false,
  })

  expect(
    (await act(portal, id, 'remedy', { remedy: 'rectified', says: SENTENCE })).body,
  ).toMatchObject({ reason: 'call-back-first' })
  expect((await act(portal, id, 'telephone')).body).toEqual({
    telephone: PHONE,
    salutation: '王女士',
  })
  expect((await act(portal, id, 'calls', { result: 'noAnswer' })).status).toBe(201)
  expect(
    (await act(portal, id, 'calls', { result: 'talked', gist: '排队等了两小时' })).status,
  ).toBe(201)
  expect((await act(portal, id, 'remedy', { remedy: 'rectified', says: SENTENCE })).status).toBe(
    201,
  )
  expect(
    (await act(portal, id, 'remedy', { remedy: 'mistaken', says: '再提' })).body,
  ).toMatchObject({
    reason: 'remedy-waits',
  })
  expect((await seen(portal, rating)).followUp.ended).toBeNull()
  expect((await portal.post(`/ratings/${rating}/second`, { level: 4 })).status).toBe(409)

  expect((await act(portal, id, 'approval')).status).toBe(403)
  portal.setClock('2026-03-05 10:00')
  expect((await act(portal, id, 'approval', {}, 'officeHead')).status).toBe(201)
  expect((await seen(portal, rating)).followUp).toMatchObject({
    ended: { remedy: 'rectified', says: SENTENCE, on: '2026-03-05' },
    calls: [{ result: 'talked' }, { result: 'noAnswer' }],
    mayRateAgain: true,
  })

  expect((await portal.post(`/ratings/${rating}/second`, { level: 4 })).status).toBe(201)
  expect(await (await portal.post(`/ratings/${rating}/second`, { level: 5 })).json()).toMatchObject(
    {
      reason: 'rated-again-already',
    },
  )
  expect(await seen(portal, rating)).toMatchObject({
    level: 1,
    followUp: { again: [{ level: 4, on: '2026-03-05' }], mayRateAgain: false },
  })
  expect(await portal.db.select().from(ratingCounts)).toMatchObject([{ level: 1, count: 1 }])
  const [ended] = (await listed(portal)).ratings
  expect(ended).toMatchObject({ end: { remedy: 'rectified' }, again: ['满意'], clocks: [] })
})

test('without a telephone there is no call, and nobody needs to leave one', async ({ portal }) => {
  const { window } = await hallWithWindow(portal)
  const rating = await rate(portal, window.code, 2)
  await portal.post(`/ratings/${rating}/reasons`, { reasons: ['waiting'] })
  const { id, clocks, reasons } = await followed(portal)
  expect([reasons, clocks.map(({ clock }: Json) => clock)]).toEqual([['waiting'], ['rectify']])
  expect((await act(portal, id, 'calls', { result: 'talked' })).body.reason).toBe(
    'no-telephone-left',
  )
  expect((await act(portal, id, 'telephone')).body.reason).toBe('no-telephone-left')
  expect(
    (await act(portal, id, 'remedy', { remedy: 'mistaken', says: '' })).body.errors,
  ).toHaveProperty('says')
  expect(
    (await act(portal, id, 'remedy', { remedy: 'mistaken', says: '监控里没有这件事。' })).status,
  ).toBe(201)
  expect((await act(portal, id, 'return', { note: '' }, 'secondPerson')).status).toBe(422)
  expect(
    (await act(portal, id, 'return', { note: '请再问一次值班长' }, 'secondPerson')).status,
  ).toBe(201)
  expect((await act(portal, id, 'approval', {}, 'officeHead')).body.reason).toBe('no-remedy-waits')
  expect(
    (
      await act(
        portal,
        id,
        'remedy',
        { remedy: 'malicious', says: '同一天连评十次。' },
        'officeHead',
      )
    ).status,
  ).toBe(201)
  expect((await act(portal, id, 'approval', {}, 'officeHead')).body.reason).toBe('same-person')
  expect((await act(portal, id, 'approval', {}, 'secondPerson')).status).toBe(201)
  expect((await seen(portal, rating)).followUp).toMatchObject({
    ended: { remedy: 'malicious' },
    mayRateAgain: false,
  })
  expect((await portal.post(`/ratings/${rating}/second`, { level: 5 })).status).toBe(409)
  expect(await portal.db.select().from(ratings)).toHaveLength(1)
})

test('a telephone left later counts from that day; a wrong one is refused at its field', async ({
  portal,
}) => {
  const { window } = await hallWithWindow(portal)
  const rating = await rate(portal, window.code, 1)
  await followed(portal)
  const wrong = await portal.post(`/ratings/${rating}/reasons`, { telephone: '12' })
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { errors: { telephone: ['电话号码不完整，请检查。'] } },
  ])
  portal.setClock('2026-03-06 16:00')
  expect((await portal.post(`/ratings/${rating}/reasons`, { telephone: PHONE })).status).toBe(201)
  expect((await seen(portal, rating)).followUp).toMatchObject({
    callDueOn: '2026-03-09',
    telephoneLeft: true,
  })
})

test.for<[why: string, level: number, hall: string, reason: string]>([
  ['of a good rating', 5, 'standard', 'no-follow-up-here'],
  ['in a hall whose rules do not ask for it', 1, 'anci', 'no-follow-up-here'],
])('a telephone %s is not taken', async ([, level, key, reason]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  await hallWithWindow(portal)
  const [window] = await portal.windowsOf(key)
  const rating = await rate(portal, window!.code, level)
  const answer = await portal.post(`/ratings/${rating}/reasons`, { telephone: PHONE })
  expect([answer.status, ((await answer.json()) as Json).reason]).toEqual([409, reason])
  expect(await portal.db.select().from(ratingContacts)).toEqual([])
  expect((await seen(portal, rating)).followUp).toBeNull()
  await portal.close()
})

test('only what can no longer be corrected is followed up, each rating once', async ({
  portal,
}) => {
  const { window } = await hallWithWindow(portal)
  const [anci] = await portal.windowsOf('anci')
  const raised = await rate(portal, window.code, 1)
  const lowered = await rate(portal, window.code, 5)
  await rate(portal, anci!.code, 1)
  portal.setClock('2026-03-02 09:01')
  await portal.post(`/ratings/${raised}/correction`, { level: 5 })
  await portal.post(`/ratings/${lowered}/correction`, { level: 2 })
  expect(await followLowRatings(portal.world)).toBe('0 opened')
  const young = await rate(portal, window.code, 2)
  portal.setClock('2026-03-02 09:02')
  expect(await followLowRatings(portal.world)).toBe('0 opened')
  portal.setClock('2026-03-02 09:03')
  expect(await followLowRatings(portal.world)).toBe('1 opened')
  portal.setClock('2026-03-02 09:04')
  expect(await followLowRatings(portal.world)).toBe('1 opened')
  expect(await followLowRatings(portal.world)).toBe('0 opened')
  const opened = await portal.db
    .select({ rating: ratings.publicId, level: ratingFollowUps.level })
    .from(ratingFollowUps)
    .innerJoin(ratings, eq(ratings.id, ratingFollowUps.ratingId))
  expect(opened).toEqual([
    { rating: lowered, level: 2 },
    { rating: young, level: 2 },
  ])
})

test('a search that is begun again opens nothing twice', async ({ portal }) => {
  const { window } = await hallWithWindow(portal)
  for (let nth = 0; nth < 5; nth++) await rate(portal, window.code, 1)
  await followed(portal)
  await portal.world.store.write((tx) => tx.run(sql`delete from low_rating_search`))
  expect(await followLowRatings(portal.world)).toBe('0 opened')
  expect(await portal.db.select().from(ratingFollowUps)).toHaveLength(5)
})

test('whoever serves at the window neither sees nor handles it; its head is told counts of whole months', async ({
  portal,
}) => {
  const { hall, window } = await hallWithWindow(portal)
  const [person] = await portal.db.select().from(staff).where(eq(staff.hallId, hall.id))
  const inside = await addOfficer(portal.world, null, {
    hallId: hall.id,
    login: 'inside',
    name: '窗口里的经办人',
    email: null,
    staffId: person!.id,
    roles: ['handler', 'officeHead', 'windowHead'],
  })
  for (let nth = 0; nth < 11; nth++) await rate(portal, window.code, 1)
  const { id } = await followed(portal)
  const [officer] = (await portal.officersWith('windowHead', 'standard')).filter(
    ({ login }) => login === 'inside',
  )
  expect(inside).toBeTruthy()
  const cookie = await portal.signedIn(officer!.id)
  const read = async () => (await (await portal.get('/low-ratings', cookie)).json()) as Json
  expect((await read()).ratings).toEqual([])
  for (const [noun, body] of [
    ['telephone', {}],
    ['calls', { result: 'talked' }],
    ['remedy', { remedy: 'rectified', says: '改好了。' }],
    ['approval', {}],
  ] as const) {
    const answer = await portal.post(`/low-ratings/${id}/${noun}`, body, cookie)
    expect([noun, answer.status]).toEqual([noun, 404])
  }
  expect((await read()).own.counts[0]).toMatchObject({ month: '2026-02', low: 0 })
  portal.setClock('2026-04-01 09:00')
  expect((await read()).own.counts[0]).toEqual({
    month: '2026-03',
    window: { number: '1号', business: '综合受理' },
    low: 11,
    rectified: 0,
    again: 0,
  })
  const clerk = await portal.as('patrolOfficer', 'standard')
  expect((await portal.get('/low-ratings', clerk)).status).toBe(403)
  expect((await portal.get('/low-ratings')).status).toBe(401)
})

test('nobody of another hall finds it', async ({ portal }) => {
  const { window } = await hallWithWindow(portal)
  await rate(portal, window.code, 1)
  const { id } = await followed(portal)
  const elsewhere = await portal.as('officeHead', 'anci')
  expect((await portal.post(`/low-ratings/${id}/approval`, {}, elsewhere)).status).toBe(404)
  expect(await (await portal.get('/low-ratings', elsewhere)).json()).toMatchObject({
    ratings: null,
    followUp: null,
  })
})

test('the window’s page counts them by what became of them, and hides a few', async ({
  portal,
}) => {
  const { window } = await hallWithWindow(portal)
  const page = async () =>
    (await (await portal.get(`/halls/standard/windows/${window.code}`)).json()) as Json
  for (let nth = 0; nth < 12; nth++) await rate(portal, window.code, 1)
  await followed(portal)
  for (const { id } of (await listed(portal)).ratings) {
    await act(portal, id, 'remedy', { remedy: 'rectified', says: SENTENCE })
    await act(portal, id, 'approval', {}, 'officeHead')
  }
  const [first] = await portal.db.select().from(ratings)
  await portal.post(`/ratings/${first!.publicId}/second`, { level: 5 })
  portal.setClock('2026-03-03 09:00')
  expect((await page()).lowRatings).toEqual({ low: 12, rectified: 12, again: null })
  expect(await portal.db.select().from(secondRatings)).toHaveLength(1)
  const [anci] = await portal.windowsOf('anci')
  const plain = (await (await portal.get(`/halls/anci/windows/${anci!.code}`)).json()) as Json
  expect(plain.lowRatings).toBeNull()
})

test('near, today and late are told once each, to those who are not kept away', async ({
  portal,
}) => {
  const { hall, window } = await hallWithWindow(portal)
  const told = async (kind: string) =>
    (await portal.db.select().from(outbox).where(eq(outbox.kind, kind))).map(
      ({ key }) => key.split(':')[1],
    )
  await runDueJobs(portal.world)
  const rating = await rate(portal, window.code, 1)
  await portal.post(`/ratings/${rating}/reasons`, { telephone: PHONE })
  portal.setClock('2026-03-02 10:00')
  await runDueJobs(portal.world)
  portal.setClock('2026-03-03 08:00')
  await runDueJobs(portal.world)
  await runDueJobs(portal.world)
  expect(await told('low-rating-near')).toEqual(['2026-03-03', '2026-03-03'])
  expect(await told('low-rating-late')).toEqual([])
  portal.setClock('2026-03-03 17:30')
  await runDueJobs(portal.world)
  expect(await told('low-rating-late')).toEqual(['2026-03-03', '2026-03-03'])
  portal.setClock('2026-03-04 17:30')
  await runDueJobs(portal.world)
  expect(await told('low-rating-late')).toHaveLength(2)
  portal.setClock('2026-03-24 17:30')
  await runDueJobs(portal.world)
  expect(await told('low-rating-late')).toEqual([
    '2026-03-03',
    '2026-03-03',
    '2026-03-23',
    '2026-03-23',
  ])
  const warned = await portal.db.select().from(events).where(eq(events.kind, 'low-rating-warned'))
  expect(warned.map(({ particulars }) => JSON.parse(particulars).level)).toEqual([
    'today',
    'missed',
    'missed',
  ])
  expect(warned.every(({ hallId }) => hallId === hall.id)).toBe(true)
})

test('the telephone is encrypted, every look is entered, and it is erased with what was said', async ({
  portal,
}) => {
  const { window } = await hallWithWindow(portal)
  const rating = await rate(portal, window.code, 1)
  await portal.post(`/ratings/${rating}/reasons`, { telephone: PHONE, salutation: '王女士' })
  const { id } = await followed(portal)
  await act(portal, id, 'telephone')
  await act(portal, id, 'calls', { result: 'talked', gist: '说窗口没有人' })
  const [kept] = await portal.db.select().from(ratingContacts)
  expect(JSON.stringify(kept)).not.toMatch(/13800138000|王女士/)
  const looks = await portal.db
    .select()
    .from(events)
    .where(eq(events.kind, 'rating-telephone-read'))
  expect(looks).toHaveLength(1)
  expect(JSON.stringify(await portal.db.select().from(events))).not.toMatch(/13800138000|王女士/)
  await act(portal, id, 'remedy', { remedy: 'rectified', says: SENTENCE })
  portal.setClock('2026-03-05 09:00')
  await act(portal, id, 'approval', {}, 'officeHead')
  expect((await act(portal, id, 'telephone')).body.reason).toBe('low-rating-ended')
  portal.setClock('2026-04-04 09:00')
  expect(await sweepTelephones(portal.world)).toBe(0)
  portal.setClock('2026-04-05 09:00')
  expect(await sweepTelephones(portal.world)).toBe(1)
  expect(await portal.db.select().from(ratingContacts)).toEqual([])
  expect((await seen(portal, rating)).followUp).toMatchObject({ ended: { says: SENTENCE } })
  const calls = await portal.db.all<{ gist: string | null }>(sql`select gist from rating_calls`)
  expect(calls).toEqual([{ gist: null }])
})

test('a telephone of a rating that was corrected is erased all the same', async ({ portal }) => {
  const { window } = await hallWithWindow(portal)
  const rating = await rate(portal, window.code, 1)
  await portal.post(`/ratings/${rating}/reasons`, { telephone: PHONE })
  await portal.post(`/ratings/${rating}/correction`, { level: 5 })
  portal.setClock('2026-04-02 09:00')
  await followLowRatings(portal.world)
  expect(await portal.db.select().from(ratingFollowUps)).toEqual([])
  expect(await sweepTelephones(portal.world)).toBe(1)
  expect(await portal.db.select().from(windows).where(eq(windows.id, window.id))).toHaveLength(1)
})
