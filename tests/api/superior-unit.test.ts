import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { JOBS } from '../../api/jobs/jobs.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import type { PolicyKey } from '../../api/policies/index.ts'
import type { Role } from '../../api/rules/roles.ts'
import {
  caseFiles,
  events,
  officerRoles,
  outbox,
  outcomes,
  windows,
} from '../../db/schema/index.ts'
import { anotherHall } from '../support/another-hall.ts'
import { DECISION } from '../support/desk.ts'
import { lodgeAt } from '../support/lodge.ts'
import { mailServer, wordsOf } from '../support/mail-server.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Body = Record<string, unknown>
const UNIT = '区人民政府办公室'
const ADDRESSES = { secondPerson: 'second@gov.example', fallbackPost: 'office@gov.example' }

/** A hall with one handler, an administrator, and a second person of the superior unit. */
async function loneHall(portal: Portal, policy: PolicyKey) {
  const key = `lone-${policy}`
  const hall = await anotherHall(portal, policy, key)
  await portal.world.store.write(async (tx) => {
    await tx
      .delete(officerRoles)
      .where(
        and(
          eq(officerRoles.hallId, hall.id),
          notInArray(officerRoles.role, ['handler', 'secondPerson', 'systemAdministrator']),
        ),
      )
  })
  const admin = await portal.as('systemAdministrator', key)
  const [second] = await portal.officersWith('secondPerson', key)
  const change = { name: second!.name, unit: UNIT, roles: ['secondPerson'] }
  const changed = await portal.post(`/administration/officers/${second!.publicId}`, change, admin)
  expect(changed.status).toBe(201)
  return { key, hall, admin }
}

/** What the one handler and the second person do to a case of the hall. */
async function atWork(portal: Portal, key: string) {
  const { number, caseId } = await lodgeAt(portal, key)
  const cookies = {
    handler: await portal.as('handler', key),
    secondPerson: await portal.as('secondPerson', key),
  }
  const read = async (role: 'handler' | 'secondPerson') => {
    const answer = await portal.get(`/cases/${number}`, cookies[role])
    return { status: answer.status, body: (await answer.json()) as Body & { revision: number } }
  }
  const act = async (noun: string, body: Body, role: 'handler' | 'secondPerson' = 'handler') => {
    const [file] = await portal.db.select().from(caseFiles).where(eq(caseFiles.id, caseId))
    const answer = await portal.post(
      `/cases/${number}/${noun}`,
      { revision: file!.revision, ...body },
      cookies[role],
    )
    return { status: answer.status, body: (await answer.json()) as Body }
  }
  const done = async (noun: string, body: Body = {}, role?: 'handler' | 'secondPerson') => {
    const { status, body: answer } = await act(noun, body, role)
    expect([noun, status, answer]).toMatchObject([noun, 201, {}])
    return answer
  }
  const heard = async () => {
    for (const role of ['complainant', 'subject', 'noWitness']) {
      await done('inquiry-notes', { role, summary: `笔录：${role}` })
    }
  }
  const departments = async () => {
    const { choices } = (await read('handler')).body as unknown as {
      choices: { departments: { id: number }[] }
    }
    return choices.departments.map(({ id }) => String(id))
  }
  return { number, caseId, cookies, read, act, done, heard, departments }
}

/** From the proposal to the public page; the second person approves, decides and approves again. */
async function toPublication(
  portal: Portal,
  { number, done, caseId, cookies }: Awaited<ReturnType<typeof atWork>>,
  closing: Body,
  decision: Body = {},
) {
  await done('decision', { ...DECISION, ...decision })
  await done('approval', {}, 'secondPerson')
  const { id } = await done('accountability', { reason: '当场改正，没有造成损失。' })
  const decided = await portal.post(
    `/accountability/${String(id)}/decision`,
    { outcome: 'agreed' },
    cookies.secondPerson,
  )
  expect(decided.status).toBe(201)
  await done('closing', { departmentTold: 'yes', scoreWaiver: '规定没有写分值。', ...closing })
  await done('archiving', { evidence: '询问笔录三份。' })
  const summary = { draft: 0, remedy: 'apologised', summary: '群众反映服务态度问题。已道歉。' }
  const drafted = await portal.post(`/outcomes/${number}/drafts`, summary, cookies.handler)
  expect(drafted.status).toBe(201)
  const page = await portal.get(`/outcomes/${number}`, cookies.secondPerson)
  const { draft } = (await page.json()) as { draft: { id: number } }
  const approval = { draft: draft.id }
  const approved = await portal.post(`/outcomes/${number}/approval`, approval, cookies.secondPerson)
  expect(approved.status).toBe(201)
  portal.setClock('2026-05-06 09:30')
  await runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => name === 'release-outcomes'),
  )
  const [outcome] = await portal.db.select().from(outcomes).where(eq(outcomes.caseId, caseId))
  expect(outcome).toMatchObject({ publishedOn: '2026-05-06' })
  const [file] = await portal.db.select().from(caseFiles).where(eq(caseFiles.id, caseId))
  expect(file!.state).toBe('published')
}

test('one handler and the superior unit take a complaint from receipt to publication', async ({
  portal,
}) => {
  const { key } = await loneHall(portal, 'qingpu')
  const work = await atWork(portal, key)
  const { act, done, read } = work
  const departments = await work.departments()
  await done('acceptance', { track: 'complex', departments, gist: '态度生硬' })
  await done('inquiry')
  await work.heard()
  const later = { newDueOn: '2026-03-09', explanation: '两个部门还在核对。', told: 'yes' }
  expect(await act('extension', later)).toMatchObject({ status: 403 })
  expect(await read('secondPerson')).toMatchObject({
    status: 200,
    body: { acts: ['transfer', 'extend'] },
  })
  await done('extension', later, 'secondPerson')
  for (const department of departments) {
    await done('department-results', { department, text: '已经改正。' })
  }
  await toPublication(portal, work, {
    circularSent: 'yes',
    vetoedAwards: ['quarterStar', 'yearStar', 'excellentWindow'],
  })
})

test('the leading group of Anci is the superior unit where the hall has no head', async ({
  portal,
}) => {
  const { key } = await loneHall(portal, 'anci')
  const work = await atWork(portal, key)
  const { done, act } = work
  const departments = await work.departments()
  await done('acceptance', { track: 'complex', departments, gist: '态度生硬' })
  await done('inquiry')
  await work.heard()
  await done('coordination-opinion', { text: '建议两个部门一起办。' })
  expect(await act('leader-review', { text: '同意。' })).toMatchObject({ status: 403 })
  await done('leader-review', { text: '同意开协调会。' }, 'secondPerson')
  await done('meeting', { heldOn: '2026-03-02', present: '两部门代表', decision: '合并办理' })
  await done('final-opinion', { text: '按会议决定办理。' })
  for (const department of departments) {
    await done('department-results', { department, text: '已经改正。' })
  }
  await toPublication(portal, work, {}, { replyForm: 'recordForm' })
})

test('where the hall has a head of its own, the superior unit sees only what awaits it', async ({
  portal,
}) => {
  const { number } = await lodgeAt(portal, 'qingpu')
  const second = await portal.as('secondPerson', 'qingpu')
  expect((await portal.get(`/cases/${number}`, second)).status).toBe(404)
})

test('somebody of the superior unit is shown with it, and is nothing but its second person', async ({
  portal,
}) => {
  const { key, admin } = await loneHall(portal, 'qingpu')
  const mine = await portal.get('/session', await portal.as('secondPerson', key))
  expect(await mine.json()).toMatchObject({ name: `${key}-second`, unit: UNIT })
  const account = { login: 'twohats', name: '乔一', unit: UNIT }
  const refused = await portal.post(
    '/administration/officers',
    { ...account, roles: ['secondPerson', 'officeHead'] },
    admin,
  )
  expect([
    refused.status,
    Object.keys(((await refused.json()) as { errors: Body }).errors),
  ]).toEqual([422, ['roles']])
  const added = await portal.post(
    '/administration/officers',
    { ...account, roles: ['secondPerson'] },
    admin,
  )
  expect(added.status).toBe(201)
  const work = await atWork(portal, key)
  await work.done('acceptance', { track: 'simple', gist: '态度生硬' })
  await work.done('inquiry')
  await work.heard()
  await work.done('decision', DECISION)
  await work.done('approval', {}, 'secondPerson')
  const { body } = await work.read('handler')
  expect(body.decisions).toMatchObject([{ decidedBy: `${key}-second（${UNIT}）` }])
})

/** What the night does at a moment, and what the post then carries. */
async function night(portal: Portal, at: string) {
  portal.setClock(at)
  const names = ['escalate', 'remind-of-deadlines', 'warn-of-old-cases', 'warn-of-unchecked-box']
  await runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => names.includes(name)),
  )
  await runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => name === 'post-mail'),
  )
}

const without = (portal: Portal, hallId: number, ...roles: Role[]) =>
  portal.world.store.write(async (tx) => {
    await tx
      .delete(officerRoles)
      .where(and(eq(officerRoles.hallId, hallId), inArray(officerRoles.role, roles)))
  })

test('an escalation that finds its post empty reaches the post outside, once a day and case', async ({
  portal,
}) => {
  const server = await mailServer()
  portal.world.settings.smtpUrl = server.url
  const { key, hall, admin } = await loneHall(portal, 'qingpu')
  expect((await portal.post('/administration/outside-posts', ADDRESSES, admin)).status).toBe(201)
  const { number, caseId } = await lodgeAt(portal, key)
  await night(portal, '2026-03-03 17:30')
  await night(portal, '2026-03-03 17:45')
  const outside = server.taken.filter(({ to }) => to.includes(ADDRESSES.fallbackPost))
  expect(outside).toHaveLength(1)
  const words = wordsOf(outside[0]!.source)
  expect(words).toContain(`投诉编号：${number}。`)
  expect(words).toContain('告知是否受理：期限是 2026-03-03 下班前。')
  expect(words).toContain(`/h/${key}`)
  expect(words).not.toContain('/desk')
  const entered = await portal.db.select().from(events).where(eq(events.kind, 'deadline-missed'))
  expect(entered.filter(({ object }) => object === `case:${caseId}`)).toMatchObject([
    { particulars: expect.stringContaining('"outside":"fallbackPost","outsideAddress":true') },
  ])
  await server.close()
  expect(hall.key).toBe(key)
})

test('a decision that nobody in the hall may approve is put before the superior unit', async ({
  portal,
}) => {
  const server = await mailServer()
  portal.world.settings.smtpUrl = server.url
  const { key, hall, admin } = await loneHall(portal, 'qingpu')
  await portal.post('/administration/outside-posts', ADDRESSES, admin)
  await without(portal, hall.id, 'secondPerson')
  const { number } = await lodgeAt(portal, key)
  const handler = await portal.as('handler', key)
  const act = async (noun: string, body: Body = {}) => {
    const { revision } = (await (await portal.get(`/cases/${number}`, handler)).json()) as {
      revision: number
    }
    const answer = await portal.post(`/cases/${number}/${noun}`, { revision, ...body }, handler)
    expect([noun, answer.status]).toEqual([noun, 201])
  }
  await act('acceptance', { track: 'simple', gist: '态度生硬' })
  await act('inquiry')
  for (const role of ['complainant', 'subject']) {
    await act('inquiry-notes', { role, summary: '笔录' })
  }
  await act('decision', DECISION)
  await night(portal, '2026-03-02 10:00')
  const [letter] = server.taken.filter(({ to }) => to.includes(ADDRESSES.secondPerson))
  expect(wordsOf(letter!.source)).toContain('处理决定要由另一个人审核')
  expect(wordsOf(letter!.source)).not.toContain('态度生硬')
  await server.close()
})

test('without an address the letter stands on the desk as not sent, and goes out once there is one', async ({
  portal,
}) => {
  const server = await mailServer()
  portal.world.settings.smtpUrl = server.url
  const { key, hall, admin } = await loneHall(portal, 'anci')
  await without(portal, hall.id, 'secondPerson')
  await night(portal, '2026-03-02 08:00')
  await night(portal, '2026-03-02 17:30')
  const untold = async () =>
    (
      await portal.db
        .select()
        .from(outbox)
        .where(and(eq(outbox.hallId, hall.id), eq(outbox.kind, 'told-outside')))
    )[0]!
  expect(await untold()).toMatchObject({
    caseId: null,
    state: 'failed',
    problem: 'no-address',
    outsidePost: 'fallbackPost',
  })
  await portal.post('/administration/outside-posts', ADDRESSES, admin)
  const { id } = await untold()
  expect((await portal.post(`/letters/${id}/tries`, {}, admin)).status).toBe(201)
  await night(portal, '2026-03-02 17:40')
  const outside = server.taken.filter(({ to }) => to.includes(ADDRESSES.fallbackPost))
  expect(outside.map(({ source }) => wordsOf(source))).toMatchObject([
    expect.stringContaining('2026-03-02 该做的检查，或者到期的差评整改，还没有登记。'),
  ])
  await server.close()
  const own = await portal.db.select().from(windows).where(eq(windows.hallId, hall.id))
  expect([key, own.length]).toEqual(['lone-anci', 2])
})

test('only the administrator enters the addresses, and a wrong one is refused at its field', async ({
  portal,
}) => {
  for (const role of ['officeHead', 'complaintDesk', 'secondPerson'] as const) {
    const answer = await portal.post(
      '/administration/outside-posts',
      ADDRESSES,
      await portal.as(role, 'qingpu'),
    )
    expect([role, answer.status]).toEqual([role, 403])
  }
  const admin = await portal.as('systemAdministrator', 'qingpu')
  const wrong = { ...ADDRESSES, fallbackPost: 'office' }
  const refused = await portal.post('/administration/outside-posts', wrong, admin)
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { errors: { fallbackPost: expect.anything() } },
  ])
  await portal.post('/administration/outside-posts', ADDRESSES, admin)
  await portal.post(
    '/administration/outside-posts',
    { secondPerson: '', fallbackPost: 'o@gov.example' },
    admin,
  )
  const kept = await portal.get('/administration/outside-posts', admin)
  expect(await kept.json()).toMatchObject([
    { post: 'secondPerson', unitZh: '青浦区人民政府办公室', email: null },
    { post: 'fallbackPost', postZh: '中心办公室', email: 'o@gov.example' },
  ])
})
