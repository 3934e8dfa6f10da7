import { inject } from 'vitest'
import { eq } from 'drizzle-orm'
import { firstLink } from '../../api/acts/hall/first-hall.ts'
import { clauses, events, halls, jobRuns, officers } from '../../db/schema/index.ts'
import { expect, openPortal, type Portal, test as base } from '../support/portal.ts'

/** A portal that nobody has set up yet. */
const test = base.extend<{ bare: Portal }>({
  bare: async ({}, use) => {
    const portal = await openPortal(inject('emptyPortal'))
    await use(portal)
    await portal.close()
  },
})

const LINK = /^http:\/\/hall\.test\/desk\/first\?key=([\w-]{43})$/
const keyIn = (link: string | null) => link?.match(LINK)?.[1] ?? ''
const FORM = {
  name: '示例区政务服务中心',
  key: 'shiliqu',
  address: '示例路 9 号',
  phone: '000-3000000',
  policy: 'anci',
  administrator: '何其远',
  login: 'HeQiYuan',
  password: 'lantern moss gravel',
  again: 'lantern moss gravel',
}
const open = (portal: Portal, first: string, changed: object = {}) =>
  portal.post('/first-hall', { ...FORM, ...changed, first })

test('whoever holds the printed link opens the first hall and runs it', async ({ bare }) => {
  const first = keyIn(await firstLink(bare.world))
  expect((await bare.post('/first-hall/look', { first })).status).toBe(200)
  const opened = await open(bare, first)
  expect(opened.status).toBe(201)
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
  expect(await (await bare.get('/session', cookie)).json()).toMatchObject({
    name: '何其远',
    hall: { key: 'shiliqu', name: '示例区政务服务中心' },
    roles: ['systemAdministrator'],
  })
  const signedIn = await bare.post('/session', { login: 'heqiyuan', password: FORM.password })
  expect(signedIn.status).toBe(201)
  expect((await bare.db.select().from(clauses)).length).toBeGreaterThan(10)
  expect((await bare.db.select().from(events)).map(({ kind }) => kind)).toEqual([
    'hall-opened',
    'officer-added',
    'officer-signed-in',
    'officer-signed-in',
  ])
  const added = await bare.post('/administration/departments', { name: '区民政局' }, cookie)
  expect(added.status).toBe(201)
})

test('a link works once, and no new one is made once there is an officer', async ({ bare }) => {
  const first = keyIn(await firstLink(bare.world))
  await open(bare, first)
  const again = await open(bare, first, { key: 'second', login: 'second' })
  expect([again.status, ((await again.json()) as { says: string }).says]).toEqual([
    410,
    '这个链接已经用过或者过期。请重新启动服务，会显示新的链接。',
  ])
  expect(await bare.db.select().from(halls)).toHaveLength(1)
  expect(await firstLink(bare.world)).toBeNull()
  expect(await bare.db.select().from(jobRuns).where(eq(jobRuns.job, 'first-link'))).toEqual([])
})

test('of ten uses at once one opens a hall', async ({ bare }) => {
  const first = keyIn(await firstLink(bare.world))
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      open(bare, first, { key: `hall-${at}`, login: `officer${at}` }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(410)])
  expect(await bare.db.select().from(officers)).toHaveLength(1)
})

test('each start makes the link before it useless, and a day does too', async ({ bare }) => {
  const before = keyIn(await firstLink(bare.world))
  const first = keyIn(await firstLink(bare.world))
  const look = async (key: string) => (await bare.post('/first-hall/look', { first: key })).status
  expect([await look(before), await look(first), await look('guess')]).toEqual([410, 200, 410])
  bare.setClock('2026-03-03 09:00')
  expect(await look(first)).toBe(410)
})

test('the key itself is kept nowhere', async ({ bare }) => {
  const first = keyIn(await firstLink(bare.world))
  expect(first).toHaveLength(43)
  expect(JSON.stringify(await bare.db.select().from(jobRuns))).not.toContain(first)
})

test.for<[why: string, changed: object, field: string, says: string]>([
  [
    'a common password',
    { password: 'admin2026admin', again: 'admin2026admin' },
    'password',
    '太常见',
  ],
  ['a password typed once only', { again: '' }, 'again', '还没有填'],
  [
    'the hall’s name as password',
    { password: '示例区政务服务中心2026', again: '示例区政务服务中心2026' },
    'password',
    '太常见',
  ],
  ['two passwords', { again: 'lantern moss grave' }, 'again', '两次输入的密码不一样'],
  ['a policy nobody knows', { policy: 'toString' }, 'policy', '请从列出的选项里选一个'],
  ['a login in characters', { login: '何其远' }, 'login', '用户名用小写字母开头'],
  ['a key with capitals and blanks', { key: 'Shi Li' }, 'key', '用小写字母、数字和短横线'],
  ['no telephone', { phone: '' }, 'phone', '还没有填'],
])('%s is refused and the link lives on', async ([, changed, field, says]) => {
  const bare = await openPortal(inject('emptyPortal'))
  const first = keyIn(await firstLink(bare.world))
  const refused = await open(bare, first, changed)
  const { errors } = (await refused.json()) as { errors: Record<string, string[]> }
  expect([refused.status, Object.keys(errors), errors[field]?.[0]]).toEqual([
    422,
    [field],
    expect.stringContaining(says),
  ])
  expect(await bare.db.select().from(halls)).toEqual([])
  expect((await bare.post('/first-hall/look', { first })).status).toBe(200)
  await bare.close()
})

test('a furnished installation prints no link', async ({ portal }) => {
  expect(await firstLink(portal.world)).toBeNull()
})
