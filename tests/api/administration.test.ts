import { and, eq, isNull } from 'drizzle-orm'
import { administration } from '../../api/routes/administration.ts'
import { ROLES, type Role } from '../../api/rules/roles.ts'
import {
  caseFiles,
  events,
  halls,
  officers,
  postings,
  recusals,
  sessions,
  staff,
  windows,
} from '../../db/schema/index.ts'
import { GUIDE_FORM } from '../support/guide-form.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Failure = { says: string; errors: Record<string, string[]> }
const failureOf = async (answer: Response) => (await answer.json()) as Failure

const administrator = (portal: Portal, hall = 'anci') => portal.as('systemAdministrator', hall)
const read = async <T>(portal: Portal, path: string, cookie: string) =>
  (await (await portal.get(`/administration${path}`, cookie)).json()) as T
const enter = async (portal: Portal, path: string, body: object, cookie: string) =>
  portal.post(`/administration${path}`, body as Record<string, unknown>, cookie)

/** Every door of the administration as the routes declare it, with plausible ids. */
const DOORS = administration.routes
  .filter(({ method }) => method !== 'ALL')
  .map(({ method, path }) => [method, path.replace(/:\w+/g, '1')] as const)

test.for(ROLES.filter((role) => role !== 'systemAdministrator'))(
  'a %s is kept out of every page of the administration',
  async (role: Role) => {
    const { openPortal } = await import('../support/portal.ts')
    const { inject } = await import('vitest')
    const portal = await openPortal(inject('furnishedPortal'))
    const cookie = await portal.as(role)
    const statuses = await Promise.all(
      DOORS.map(async ([method, path]) => {
        const answer = await portal.api.request(
          `/administration${path}`,
          { method, headers: { cookie, 'content-type': 'application/json' } },
          { mark: 'somebody' },
        )
        return answer.status
      }),
    )
    expect([DOORS.length > 20, new Set(statuses)]).toEqual([true, new Set([403])])
    await portal.close()
  },
)

test('who is not signed in is asked to, everywhere', async ({ portal }) => {
  for (const [method, path] of DOORS) {
    const answer = await portal.api.request(`/administration${path}`, { method }, { mark: '' })
    expect([method, path, answer.status]).toEqual([method, path, 401])
  }
})

test('an administrator reads no case', async ({ portal }) => {
  const cookie = await administrator(portal)
  const { number } = await lodgeAt(portal, 'anci')
  const paths = ['/cases', '/cases/counts', `/cases/${number}`, '/custodian']
  const statuses = await Promise.all(
    paths.map(async (path) => (await portal.get(path, cookie)).status),
  )
  expect(statuses).not.toContain(200)
  const ask = await portal.post(`/cases/${number}/unsealings`, { reason: '核实' }, cookie)
  expect(ask.status).toBe(403)
})

test('a hall is set up: department, window, person, posting, guide', async ({ portal }) => {
  const cookie = await administrator(portal)
  const hall = await portal.hall()
  const department = await enter(portal, '/departments', { name: '区民政局' }, cookie)
  const { id: departmentId } = (await department.json()) as { id: number }
  const window = await enter(
    portal,
    '/windows',
    {
      department: departmentId,
      number: '13号',
      business: '婚姻登记',
      floor: '三楼',
      openedOn: '2026-03-02',
    },
    cookie,
  )
  const { code } = (await window.json()) as { code: string }
  expect(code).toMatch(/^[23456789abcdefghjkmnpqrstuvwxyz]{8}$/)
  const person = await enter(
    portal,
    '/staff',
    { department: departmentId, number: 'MZ001', name: '何其远' },
    cookie,
  )
  const { id: staffId } = (await person.json()) as { id: string }
  const posting = { staff: staffId, window: code.toUpperCase(), head: 'yes', fromDay: '2026-03-02' }
  expect((await enter(portal, '/postings', posting, cookie)).status).toBe(201)
  expect(
    (await enter(portal, '/guides', { ...GUIDE_FORM, windowRefs: '13号' }, cookie)).status,
  ).toBe(201)
  const page = (await (await portal.get(`/windows/${code}`)).json()) as Record<string, unknown>
  expect(page).toMatchObject({
    number: '13号',
    business: '婚姻登记',
    hall: { name: hall.name },
    guides: [{ slug: 'jianzhuang', title: '居住登记' }],
  })
  expect((await portal.post('/ratings', { window: code, level: 5 })).status).toBe(201)
  const kinds = (await portal.db.select().from(events).where(eq(events.day, '2026-03-02'))).map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(
    expect.arrayContaining([
      'department-added',
      'window-added',
      'staff-added',
      'staff-posted',
      'guide-published',
    ]),
  )
})

test('a guide keeps every field as it was typed, and every wording', async ({ portal }) => {
  const cookie = await administrator(portal)
  expect((await enter(portal, '/guides', GUIDE_FORM, cookie)).status).toBe(201)
  expect(await read(portal, '/guides/jianzhuang', cookie)).toMatchObject({
    version: 1,
    retiredOn: null,
    body: {
      legalBasis: ['居住登记的有关规定', '省级实施办法'],
      conditions: [],
      materials: [
        { name: '居民身份证', copies: 1, original: true },
        { name: '租房合同', copies: 2, original: false, note: '和房东签的' },
      ],
      procedure: ['取号', '交材料', '领回执'],
      fees: [{ item: '工本费', standard: '每张 5 元', basis: '省级收费标准' }],
      windowRefs: ['10号', '11号'],
      updatedOn: '2026-03-02',
    },
  })
  const taken = await enter(portal, '/guides', GUIDE_FORM, cookie)
  expect((await failureOf(taken)).errors).toEqual({ slug: ['这个代号已经有了，请换一个。'] })
  const revised = await enter(
    portal,
    '/guides/jianzhuang/versions',
    { ...GUIDE_FORM, slug: 'another', titleZh: '居住登记和变更' },
    cookie,
  )
  expect(await revised.json()).toEqual({ slug: 'jianzhuang', version: 2 })
  await portal.delete('/administration/guides/jianzhuang', cookie)
  const shown = async () => (await portal.get('/halls/anci/guides/jianzhuang')).json()
  expect(await shown()).toMatchObject({ retiredOn: '2026-03-02' })
  expect((await enter(portal, '/guides/jianzhuang/versions', GUIDE_FORM, cookie)).status).toBe(201)
  expect(await shown()).toMatchObject({ retiredOn: null })
})

test.for<[why: string, changed: object, field: string, says: string]>([
  [
    'a material without its number of copies',
    { materials: '身份证|原件' },
    'materials',
    '每行这样写：材料名称|份数|原件或复印件|说明。',
  ],
  ['no material at all', { materials: ' \n ' }, 'materials', '这一项还没有填。'],
  ['a fee without its basis', { fees: '工本费|5 元' }, 'fees', '每行这样写：收费项目|标准|依据。'],
  [
    'a window the hall does not have',
    { windowRefs: ['10号', '99号'] },
    'windowRefs',
    '这个大厅没有这个窗口，请重新选。',
  ],
  ['a key with blanks', { slug: 'ju zhu' }, 'slug', '用小写字母、数字和短横线，2 到 40 个。'],
  [
    'a telephone that is none',
    { inquiryPhone: '找老王' },
    'inquiryPhone',
    '电话号码不完整，请检查。',
  ],
  ['a kind nobody knows', { caseType: 'quick' }, 'caseType', '请从列出的选项里选一个。'],
])('%s is refused in a guide', async ([, changed, field, says]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const cookie = await administrator(portal)
  const answer = await enter(portal, '/guides', { ...GUIDE_FORM, ...changed }, cookie)
  expect([answer.status, (await failureOf(answer)).errors]).toEqual([422, { [field]: [says] }])
  await portal.close()
})

test('what is there already is refused at its field', async ({ portal }) => {
  const cookie = await administrator(portal)
  const [department] = await read<{ id: number; name: string }[]>(portal, '/departments', cookie)
  const [person] = await read<{ number: string }[]>(portal, '/staff', cookie)
  const errors = await Promise.all(
    (
      [
        ['/departments', { name: department!.name }],
        [
          '/windows',
          { department: department!.id, number: '1号', business: '综合', openedOn: '2026-03-02' },
        ],
        ['/staff', { department: department!.id, number: person!.number, name: '何其远' }],
        ['/officers', { login: 'luxinqiao', name: '何其远', roles: 'handler' }],
      ] as const
    ).map(
      async ([path, body]) => (await failureOf(await enter(portal, path, body, cookie))).errors,
    ),
  )
  expect(errors).toEqual([
    { name: ['已经有这个名称，请换一个。'] },
    { number: ['已经有这个编号，请换一个。'] },
    { number: ['已经有这个编号，请换一个。'] },
    { login: ['这个用户名已经有人用了，请换一个。'] },
  ])
})

test.for<[why: string, roles: string[], status: number, says: string | null]>([
  ['an auditor and nothing else', ['auditor'], 201, null],
  ['several posts of the office', ['complaintDesk', 'handler'], 201, null],
  ['an auditor who handles cases', ['auditor', 'handler'], 422, '不能兼任'],
  ['an administrator who keeps the key', ['systemAdministrator', 'custodian'], 422, '不能兼任'],
  ['both that exclude all others', ['auditor', 'systemAdministrator'], 422, '不能兼任'],
  ['no post at all', [], 422, '还没有填'],
  ['a post nobody knows', ['king'], 422, '请从列出的选项里选一个。'],
])('roles: %s', async ([, roles, status, says]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const cookie = await administrator(portal)
  const answer = await enter(portal, '/officers', { login: 'hqy', name: '何其远', roles }, cookie)
  expect(answer.status).toBe(status)
  if (says) expect((await failureOf(answer)).errors.roles![0]).toContain(says)
  await portal.close()
})

test('new roles sign an officer out and hold at the next sign-in', async ({ portal }) => {
  const cookie = await administrator(portal)
  const [officer] = await portal.officersWith('windowStaff')
  const theirs = await portal.signedIn(officer!.id)
  const path = `/officers/${officer!.publicId}`
  const same = { name: officer!.name, email: '', staff: '', roles: ['windowStaff'] }
  const before = await read<{ id: string; staff: { id: string } }[]>(portal, '/officers', cookie)
  const linked = before.find(({ id }) => id === officer!.publicId)!.staff.id
  expect((await enter(portal, path, { ...same, staff: linked, name: '改名' }, cookie)).status).toBe(
    201,
  )
  expect((await portal.get('/session', theirs)).status).toBe(200)
  const promoted = { ...same, staff: linked, roles: ['windowHead', 'patrolOfficer'] }
  expect((await enter(portal, path, promoted, cookie)).status).toBe(201)
  expect((await portal.get('/session', theirs)).status).toBe(401)
  const again = await portal.get('/session', await portal.signedIn(officer!.id))
  expect(await again.json()).toMatchObject({ roles: ['windowHead', 'patrolOfficer'], serves: true })
})

test('ended access ends everywhere at once, and nobody ends or changes their own', async ({
  portal,
}) => {
  const cookie = await administrator(portal)
  const [handler] = await portal.officersWith('handler')
  const theirs = await portal.signedIn(handler!.id)
  expect(
    (await portal.delete(`/administration/officers/${handler!.publicId}`, cookie)).status,
  ).toBe(200)
  expect((await portal.get('/session', theirs)).status).toBe(401)
  const [row] = await portal.db.select().from(officers).where(eq(officers.id, handler!.id))
  expect(row).toMatchObject({ disabledOn: '2026-03-02', passwordHash: null })
  expect(
    await portal.db
      .select()
      .from(sessions)
      .where(and(eq(sessions.officerId, handler!.id), isNull(sessions.endedAt))),
  ).toEqual([])
  const twice = await portal.delete(`/administration/officers/${handler!.publicId}`, cookie)
  expect([twice.status, (await failureOf(twice)).says]).toEqual([409, '这个账号已经停用。'])

  const [self] = await portal.officersWith('systemAdministrator')
  const own = [
    await portal.delete(`/administration/officers/${self!.publicId}`, cookie),
    await enter(portal, `/officers/${self!.publicId}/invitation`, {}, cookie),
    await enter(
      portal,
      `/officers/${self!.publicId}`,
      { name: '我', roles: ['officeHead'] },
      cookie,
    ),
  ]
  expect(own.map(({ status }) => status)).toEqual([409, 409, 409])
})

test('a window pauses, serves again, and closes for good with its postings', async ({ portal }) => {
  const cookie = await administrator(portal)
  const [window] = await portal.windowsOf()
  const page = async () => (await portal.get(`/windows/${window!.code}`)).json()
  await enter(portal, `/windows/${window!.code}/pause`, {}, cookie)
  expect(await page()).toMatchObject({ paused: true })
  await portal.delete(`/administration/windows/${window!.code}/pause`, cookie)
  expect(await page()).toMatchObject({ paused: false })

  const retire = (on: string) =>
    enter(portal, `/windows/${window!.code}/retirement`, { on }, cookie)
  expect((await failureOf(await retire('2026-03-03'))).errors).toEqual({
    on: ['这一天还没有到，请检查日期。'],
  })
  expect((await failureOf(await retire('2024-12-31'))).errors).toEqual({
    on: ['结束的日子不能早于开始的日子。'],
  })
  expect((await retire('2026-02-27')).status).toBe(201)
  expect((await retire('2026-02-27')).status).toBe(410)
  expect(await page()).toMatchObject({ retiredOn: '2026-02-27' })
  const open = await portal.db
    .select()
    .from(postings)
    .where(and(eq(postings.windowId, window!.id), isNull(postings.toDay)))
  expect(open).toEqual([])
})

test('somebody leaves and every posting ends; nobody is posted twice or after leaving', async ({
  portal,
}) => {
  const cookie = await administrator(portal)
  const [posting] = await portal.db
    .select({ posting: postings, person: staff, window: windows })
    .from(postings)
    .innerJoin(staff, eq(staff.id, postings.staffId))
    .innerJoin(windows, eq(windows.id, postings.windowId))
    .where(isNull(postings.toDay))
    .limit(1)
  const { person, window } = posting!
  const again = { staff: person.publicId, window: window.code, fromDay: '2026-03-02' }
  expect((await failureOf(await enter(portal, '/postings', again, cookie))).errors).toEqual({
    staff: ['这位工作人员已经派驻在这个窗口。'],
  })
  const leave = () =>
    enter(portal, `/staff/${person.publicId}/departure`, { on: '2026-03-02' }, cookie)
  expect((await leave()).status).toBe(201)
  expect((await leave()).status).toBe(404)
  const rows = await portal.db.select().from(postings).where(eq(postings.staffId, person.id))
  expect(rows.every(({ toDay }) => toDay !== null)).toBe(true)
  expect((await failureOf(await enter(portal, '/postings', again, cookie))).errors).toEqual({
    staff: ['本大厅没有这位工作人员，请重新选。'],
  })
})

test('a posting ends on a day that has come and not before it began', async ({ portal }) => {
  const cookie = await administrator(portal)
  const list = await read<{ id: number; fromDay: string; toDay: string | null }[]>(
    portal,
    '/postings',
    cookie,
  )
  const { id } = list.find(({ toDay }) => toDay === null)!
  const end = async (on: string) =>
    (await enter(portal, `/postings/${id}/end`, { on }, cookie)).status
  expect([
    await end('2026-03-03'),
    await end('1999-01-01'),
    await end('2026-03-02'),
    await end('2026-03-02'),
  ]).toEqual([422, 422, 201, 404])
})

test('an administrator changes what is told of the hall, and nothing it counts by', async ({
  portal,
}) => {
  const cookie = await administrator(portal)
  const before = await portal.hall()
  const told = { name: '示例大厅', address: '示例路 1 号', phone: '000-1234567' }
  await enter(portal, '/hall', { ...told, policy: 'qingpu', key: 'other' }, cookie)
  expect(await portal.hall()).toEqual({ ...before, ...told })
})

test('an administrator of one hall touches nothing of another', async ({ portal }) => {
  const cookie = await administrator(portal, 'bingcha')
  const [window] = await portal.windowsOf('anci')
  const [officer] = await portal.officersWith('handler', 'anci')
  const hall = await portal.hall('anci')
  const [person] = await portal.db.select().from(staff).where(eq(staff.hallId, hall.id)).limit(1)
  const [posting] = await portal.db
    .select()
    .from(postings)
    .where(and(eq(postings.hallId, hall.id), isNull(postings.toDay)))
    .limit(1)
  const [department] = await read<{ id: number }[]>(
    portal,
    '/departments',
    await administrator(portal, 'anci'),
  )
  const attempts: [path: string, body: object, status: number][] = [
    [`/windows/${window!.code}/pause`, {}, 404],
    [`/windows/${window!.code}/retirement`, { on: '2026-03-02' }, 404],
    [`/officers/${officer!.publicId}`, { name: '他人', roles: ['auditor'] }, 404],
    [`/officers/${officer!.publicId}/invitation`, {}, 404],
    [`/staff/${person!.publicId}/departure`, { on: '2026-03-02' }, 404],
    [`/postings/${posting!.id}/end`, { on: '2026-03-02' }, 404],
    [`/guides/shebaoka/versions`, GUIDE_FORM, 404],
    ['/postings', { staff: person!.publicId, window: window!.code, fromDay: '2026-03-02' }, 404],
    ['/staff', { department: department!.id, number: 'X1', name: '何其远' }, 422],
    [
      '/windows',
      { department: department!.id, number: '98号', business: '综合', openedOn: '2026-03-02' },
      422,
    ],
    ['/officers', { login: 'hqy', name: '何其远', roles: 'handler', staff: person!.publicId }, 422],
  ]
  const log = await portal.db.select().from(events)
  for (const [path, body, status] of attempts) {
    expect([path, (await enter(portal, path, body, cookie)).status]).toEqual([path, status])
  }
  expect(
    (await portal.delete(`/administration/officers/${officer!.publicId}`, cookie)).status,
  ).toBe(404)
  expect(
    (await portal.delete(`/administration/windows/${window!.code}/pause`, cookie)).status,
  ).toBe(404)
  expect((await portal.delete('/administration/guides/shebaoka', cookie)).status).toBe(404)
  expect(await portal.db.select().from(events)).toEqual(log)
  for (const list of ['/officers', '/staff', '/windows', '/postings', '/departments', '/guides']) {
    const theirs = JSON.stringify(await read(portal, list, cookie))
    for (const secret of [window!.code, officer!.publicId, person!.publicId, 'shebaoka']) {
      expect([list, theirs.includes(secret)]).toEqual([list, false])
    }
  }
})

test('another hall opens with an administrator of its own, and whoever opened it has none there', async ({
  portal,
}) => {
  const cookie = await administrator(portal)
  const form = {
    key: 'shiliqu',
    name: '示例区政务服务中心',
    address: '示例路 9 号',
    phone: '000-3000000',
    policy: 'qingpu',
    administrator: '何其远',
    login: 'heqiyuan',
  }
  const opened = await enter(portal, '/halls', form, cookie)
  expect(await opened.json()).toMatchObject({ hall: form.name, login: 'heqiyuan' })
  expect(await portal.db.select().from(halls).where(eq(halls.key, 'shiliqu'))).toMatchObject([
    { policy: 'qingpu', name: form.name },
  ])
  expect((await failureOf(await enter(portal, '/halls', form, cookie))).errors).toEqual({
    key: ['这个代号已经有了，请换一个。'],
  })
  const strange = { ...form, key: 'third', login: 'third', policy: 'constructor' }
  expect((await failureOf(await enter(portal, '/halls', strange, cookie))).errors).toEqual({
    policy: ['请从列出的选项里选一个。'],
  })
  expect(await read(portal, '/hall', cookie)).toMatchObject({ key: 'anci' })
})

test('a declared relation hides a case at once and gives it back to the office', async ({
  portal,
}) => {
  const [window] = await portal.windowsOf('anci')
  const { number, caseId } = await lodgeAt(portal, 'anci')
  const [, second] = await portal.officersWith('handler')
  await portal.world.store.write(async (tx) => {
    await tx.update(caseFiles).set({ handlerId: second!.id }).where(eq(caseFiles.id, caseId))
  })
  const handler = await portal.signedIn(second!.id)
  const seen = async (cookie: string) =>
    JSON.stringify(await (await portal.get('/cases?list=all', cookie)).json()).includes(number)
  expect(await seen(handler)).toBe(true)
  const declared = await portal.post(
    '/recusals',
    { window: window!.code, reason: '窗口负责人是我哥哥' },
    handler,
  )
  expect(declared.status).toBe(201)
  expect(await seen(handler)).toBe(false)
  const [file] = await portal.db.select().from(caseFiles).where(eq(caseFiles.id, caseId))
  expect(file).toMatchObject({ handlerId: null, revision: 1 })

  const { id } = (await declared.json()) as { id: number }
  const withdraw = async (cookie: string) => (await portal.delete(`/recusals/${id}`, cookie)).status
  expect(await withdraw(handler)).toBe(403)
  expect(await withdraw(await portal.as('officeHead', 'bingcha'))).toBe(404)
  expect(await withdraw(await portal.as('officeHead'))).toBe(200)
  expect(await seen(handler)).toBe(true)
})

test('a relation is with one thing of the hall, in sight of who declares it', async ({
  portal,
}) => {
  const head = await portal.as('officeHead')
  const handler = await portal.as('handler')
  const [window] = await portal.windowsOf('anci')
  const [foreign] = await portal.windowsOf('qingpu')
  const [other] = await portal.officersWith('custodian')
  const { number } = await lodgeAt(portal, 'anci')
  const { number: elsewhere } = await lodgeAt(portal, 'qingpu')
  const reason = '亲属'
  const declare = async (body: object, cookie = handler) =>
    (await portal.post('/recusals', body as Record<string, unknown>, cookie)).status
  expect([
    await declare({ reason }),
    await declare({ reason, window: window!.code, caseNumber: number }),
    await declare({ reason: ' ', window: window!.code }),
    await declare({ reason, window: foreign!.code }),
    await declare({ reason, caseNumber: elsewhere }),
    await declare({ reason, caseNumber: number.toLowerCase() }),
    await declare({ reason, caseNumber: number }),
  ]).toEqual([422, 422, 422, 404, 404, 201, 404])
  const others = async (officer: string, cookie: string) =>
    (await portal.post('/recusals/others', { officer, window: window!.code, reason }, cookie))
      .status
  expect([
    await others(other!.publicId, head),
    await others(other!.publicId, handler),
    await others(other!.publicId, await portal.as('officeHead', 'qingpu')),
    await others(other!.publicId, await portal.as('systemAdministrator')),
    await others(other!.publicId, await portal.as('auditor')),
  ]).toEqual([201, 403, 404, 201, 403])
  const list = async (cookie: string) => (await portal.get('/recusals', cookie)).text()
  expect(await list(handler)).toContain(number)
  expect(await list(head)).not.toContain(number)
  expect(await list(await portal.as('custodian'))).not.toContain('投诉')
  expect(await portal.db.select().from(recusals)).toHaveLength(3)
})

test('nobody withdraws a relation that keeps themselves away', async ({ portal }) => {
  const head = await portal.as('officeHead')
  const [window] = await portal.windowsOf('anci')
  const declared = await portal.post('/recusals', { window: window!.code, reason: '亲属' }, head)
  const { id } = (await declared.json()) as { id: number }
  expect((await portal.delete(`/recusals/${id}`, head)).status).toBe(409)
  expect((await portal.delete(`/recusals/${id}`, await administrator(portal))).status).toBe(200)
  expect(await portal.db.select().from(recusals)).toEqual([])
})
