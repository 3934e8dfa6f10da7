import { eq } from 'drizzle-orm'
import { events, officers, sessions, wrongTries } from '../../db/schema/index.ts'
import { hashPassword } from '../../db/sealing/slow-hash.ts'
import { createApi } from '../../api/app.ts'
import { expect, type Portal, test } from '../support/portal.ts'

const PASSWORD = 'lantern moss gravel'
const LINK = /^http:\/\/hall\.test\/desk\/welcome\?invitation=([\w-]{43})$/

/** The first officer of a role, with a password. */
async function officerWithPassword(portal: Portal, role = 'handler' as const) {
  const [officer] = await portal.officersWith(role)
  const passwordHash = await hashPassword(PASSWORD)
  await portal.world.store.write(async (tx) => {
    await tx.update(officers).set({ passwordHash }).where(eq(officers.id, officer!.id))
  })
  return officer!
}

const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const signIn = (portal: Portal, login: string, password = PASSWORD, mark = 'somebody') =>
  portal.post('/session', { login, password }, '', mark)
const says = async (answer: Response) => ((await answer.json()) as { says: string }).says

test('an officer signs in, is known by the cookie, and signs out', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const answer = await signIn(portal, officer.login.toUpperCase())
  expect(answer.status).toBe(201)
  expect(answer.headers.get('set-cookie')).toMatch(
    /^officer=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const cookie = cookieOf(answer)
  expect(await (await portal.get('/session', cookie)).json()).toEqual({
    name: officer.name,
    unit: null,
    hall: { key: 'anci', name: '安次区政务服务中心（演示）', phone: '000-2100100', policy: 'anci' },
    roles: ['complaintDesk', 'handler'],
    rolesZh: ['投诉受理', '经办人'],
    serves: false,
    today: '2026-03-02',
  })
  const out = await portal.delete('/session', cookie)
  expect(out.headers.get('set-cookie')).toMatch(/^officer=; Max-Age=0; Path=\//)
  expect((await portal.get('/session', cookie)).status).toBe(401)
})

test('on https the cookie is bound to the host and travels encrypted only', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const settings = { ...portal.world.settings, origin: 'https://hall.test' }
  const answer = await createApi({ ...portal.world, settings }).request(
    '/session',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: officer.login, password: PASSWORD }),
    },
    { mark: 'somebody' },
  )
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-officer=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})

test('neither cookie nor password is kept, and the log names no login', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const cookie = cookieOf(await signIn(portal, officer.login))
  await signIn(portal, officer.login, 'not this one')
  const kept = JSON.stringify([
    await portal.db.select().from(sessions),
    await portal.db.select().from(wrongTries),
    await portal.db.select().from(events),
    await portal.db.select().from(officers),
  ])
  expect(kept).not.toContain(cookie.split('=')[1])
  expect(kept).not.toContain(PASSWORD)
  const log = JSON.stringify(await portal.db.select().from(events))
  expect(log).toContain('officer-signed-in')
  expect(log).toContain('sign-in-failed')
  expect(log).not.toContain(officer.login)
})

test('a wrong password, an unknown login, an ended access and no password yet look alike', async ({
  portal,
}) => {
  const officer = await officerWithPassword(portal)
  const [other] = await portal.officersWith('custodian')
  const [ended] = await portal.officersWith('auditor')
  const passwordHash = await hashPassword(PASSWORD)
  await portal.world.store.write(async (tx) => {
    await tx
      .update(officers)
      .set({ passwordHash, disabledOn: '2026-03-01' })
      .where(eq(officers.id, ended!.id))
  })
  const answers = [
    await signIn(portal, officer.login, 'not this one'),
    await signIn(portal, 'nobody'),
    await signIn(portal, ended!.login),
    await signIn(portal, other!.login),
  ]
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
  expect(new Set(bodies).size).toBe(1)
  expect(bodies[0]).toContain('用户名或密码不对，请再试一次。')
  expect(answers.map((answer) => answer.headers.get('set-cookie'))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('after five wrong tries the right password waits 15 minutes, for that login and mark', async ({
  portal,
}) => {
  const officer = await officerWithPassword(portal)
  for (let tries = 0; tries < 5; tries++) {
    expect((await signIn(portal, officer.login, 'not this one')).status).toBe(401)
  }
  const sixth = await signIn(portal, officer.login)
  expect([sixth.status, await says(sixth)]).toEqual([
    429,
    '试的次数太多了，请过 15 分钟再试。急事请拨 12345。',
  ])
  expect((await signIn(portal, officer.login, PASSWORD, 'another place')).status).toBe(201)
  portal.setClock('2026-03-02 09:14')
  expect((await signIn(portal, officer.login)).status).toBe(429)
  portal.setClock('2026-03-02 09:15')
  expect((await signIn(portal, officer.login)).status).toBe(201)
  expect(await portal.db.select().from(wrongTries)).toEqual([])
})

test('of twenty wrong tries at once no more than five are looked at', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => signIn(portal, officer.login, 'not this one')),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
})

test('a right password clears the tries before it', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  for (let round = 0; round < 3; round++) {
    for (let tries = 0; tries < 4; tries++) await signIn(portal, officer.login, 'not this one')
    expect((await signIn(portal, officer.login)).status).toBe(201)
  }
})

test('signing in tells whether it is the officer whose session the browser remembers', async ({
  portal,
}) => {
  const officer = await officerWithPassword(portal)
  const [other] = await portal.officersWith('custodian')
  const cookie = cookieOf(await signIn(portal, officer.login))
  const body = { login: officer.login, password: PASSWORD }
  const again = async (remembered: string) =>
    (await portal.post('/session', body, remembered)).json()
  portal.setClock('2026-03-02 10:00')
  expect((await portal.get('/session', cookie)).status).toBe(401)
  expect(await again(cookie)).toEqual({ again: true })
  expect(await again(await portal.signedIn(other!.id))).toEqual({ again: false })
  expect(await again('')).toEqual({ again: false })
  expect(await again('officer=nobodys')).toEqual({ again: false })
})

test('the fourth place signs the first one out', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const cookies: string[] = []
  for (const minute of ['00', '01', '02', '03']) {
    portal.setClock(`2026-03-02 09:${minute}`)
    cookies.push(cookieOf(await signIn(portal, officer.login)))
  }
  const known = await Promise.all(cookies.map((cookie) => portal.get('/session', cookie)))
  expect(known.map(({ status }) => status)).toEqual([401, 200, 200, 200])
})

test('a session sleeps after 30 idle minutes and ends after eight hours', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const idle = cookieOf(await signIn(portal, officer.login))
  portal.setClock('2026-03-02 09:30')
  expect((await portal.get('/session', idle)).status).toBe(200)
  portal.setClock('2026-03-02 10:01')
  expect((await portal.get('/session', idle)).status).toBe(401)

  const busy = cookieOf(await signIn(portal, officer.login))
  for (let minutes = 25; minutes < 8 * 60; minutes += 25) {
    const hour = String(10 + Math.floor((minutes + 1) / 60)).padStart(2, '0')
    portal.setClock(`2026-03-02 ${hour}:${String((minutes + 1) % 60).padStart(2, '0')}`)
    expect((await portal.get('/session', busy)).status).toBe(200)
  }
  portal.setClock('2026-03-02 18:01')
  expect((await portal.get('/session', busy)).status).toBe(401)
})

/** An officer just added by the administrator, and the token of the one-time link. */
async function invited(portal: Portal) {
  const administrator = await portal.as('systemAdministrator')
  const answer = await portal.post(
    '/administration/officers',
    { login: 'lixiaohe', name: '李小禾', roles: 'handler' },
    administrator,
  )
  const { link } = (await answer.json()) as { link: string }
  return { administrator, invitation: link.match(LINK)![1]! }
}

test('a one-time link sets a password, signs in, and works no second time', async ({ portal }) => {
  const { invitation } = await invited(portal)
  expect(await (await portal.post('/invitations/look', { invitation })).json()).toEqual({
    name: '李小禾',
    login: 'lixiaohe',
    hall: { name: '安次区政务服务中心（演示）' },
  })
  const accepted = await portal.post('/invitations', {
    invitation,
    password: PASSWORD,
    again: PASSWORD,
  })
  expect(accepted.status).toBe(201)
  expect((await portal.get('/session', cookieOf(accepted))).status).toBe(200)
  expect((await signIn(portal, 'lixiaohe')).status).toBe(201)
  const again = await portal.post('/invitations', {
    invitation,
    password: 'another lantern moss',
    again: 'another lantern moss',
  })
  expect([again.status, await says(again)]).toEqual([
    410,
    '这个链接已经用过或者过期，请找管理员重新发一个。',
  ])
  expect((await signIn(portal, 'lixiaohe')).status).toBe(201)
})

test('of ten uses of one link at once, one sets the password', async ({ portal }) => {
  const { invitation } = await invited(portal)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      portal.post('/invitations', {
        invitation,
        password: `${PASSWORD} ${at}`,
        again: `${PASSWORD} ${at}`,
      }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(410)])
})

test.for<[why: string, password: string, again: string, errors: Record<string, string[]>]>([
  ['too short', 'short', 'short', { password: ['密码至少要 12 个字符。'] }],
  ['everybody’s', 'password2026', 'password2026', { password: ['这个密码太常见，请换一个。'] }],
  [
    'the login',
    'lixiaohe20261234',
    'lixiaohe20261234',
    { password: ['这个密码太常见，请换一个。'] },
  ],
  ['mistyped', PASSWORD, `${PASSWORD}!`, { again: ['两次输入的密码不一样。'] }],
  ['not there', '', '', { password: ['这一项还没有填。'], again: ['这一项还没有填。'] }],
])(
  'a password that is %s is refused and the link lives on',
  async ([, password, again, errors]) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const { invitation } = await invited(portal)
    const refused = await portal.post('/invitations', { invitation, password, again })
    expect([refused.status, ((await refused.json()) as { errors: unknown }).errors]).toEqual([
      422,
      errors,
    ])
    expect((await portal.post('/invitations/look', { invitation })).status).toBe(200)
    await portal.close()
  },
)

test('a link is dead after a day, after a newer one, and after the access ended', async ({
  portal,
}) => {
  const { invitation, administrator } = await invited(portal)
  const list = (await (await portal.get('/administration/officers', administrator)).json()) as {
    id: string
    login: string
  }[]
  const { id } = list.find(({ login }) => login === 'lixiaohe')!
  const look = async (token: string) =>
    (await portal.post('/invitations/look', { invitation: token })).status
  const renew = async () => {
    const answer = await portal.post(`/administration/officers/${id}/invitation`, {}, administrator)
    return ((await answer.json()) as { link: string }).link.match(LINK)![1]!
  }
  const second = await renew()
  expect([await look(invitation), await look(second)]).toEqual([410, 200])
  portal.setClock('2026-03-03 09:00')
  expect(await look(second)).toBe(410)
  const third = await renew()
  expect(await look(third)).toBe(200)
  await portal.delete(`/administration/officers/${id}`, administrator)
  expect(await look(third)).toBe(410)
})

test('a new password signs out every other place', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const here = cookieOf(await signIn(portal, officer.login))
  const there = cookieOf(await signIn(portal, officer.login))
  const wrong = await portal.post(
    '/account/password',
    { present: 'not this one', password: 'gravel moss lantern', again: 'gravel moss lantern' },
    here,
  )
  expect(wrong.status).toBe(401)
  const changed = await portal.post(
    '/account/password',
    { present: PASSWORD, password: 'gravel moss lantern', again: 'gravel moss lantern' },
    here,
  )
  expect(changed.status).toBe(201)
  expect((await portal.get('/session', here)).status).toBe(200)
  expect((await portal.get('/session', there)).status).toBe(401)
  expect((await signIn(portal, officer.login)).status).toBe(401)
  expect((await signIn(portal, officer.login, 'gravel moss lantern')).status).toBe(201)
})

test('an officer sees where they are signed in and leaves the other places', async ({ portal }) => {
  const officer = await officerWithPassword(portal)
  const there = cookieOf(await signIn(portal, officer.login))
  portal.setClock('2026-03-02 09:05')
  const here = cookieOf(await signIn(portal, officer.login))
  expect(await (await portal.get('/account', here)).json()).toMatchObject({
    sessions: [{ here: true }, { here: false }],
  })
  expect(await (await portal.delete('/account/sessions', here)).json()).toEqual({ ended: 1 })
  expect((await portal.get('/account', there)).status).toBe(401)
  expect((await portal.get('/account', here)).status).toBe(200)
})
