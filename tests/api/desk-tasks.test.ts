import { eq } from 'drizzle-orm'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { JOBS } from '../../api/jobs/jobs.ts'
import type { Role } from '../../api/rules/roles.ts'
import { recusals } from '../../db/schema/index.ts'
import { DECISION, deskOf } from '../support/desk.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Task = {
  kind: string
  about: string
  path: string
  rule: string | null
  times: number
  count: number
  due: { on: string; state: string } | null
}
type Tasks = { due: number; nextOn: string | null; tasks: Task[] }

const tasksOf = async (portal: Portal, cookie: string) => {
  const answer = await portal.get('/desk-tasks', cookie)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Tasks
}
const of = async (portal: Portal, role: Role, key = 'qingpu', which = 0) =>
  tasksOf(portal, await portal.as(role, key, which))
const about = ({ tasks }: Tasks, number: string) =>
  tasks.filter((task) => task.about === number).map(({ kind, due }) => [kind, due?.on ?? null])

test('a complaint is a task of whoever has to act, step by step, until it is put away', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'qingpu')
  const { number } = desk
  const seen = async (role: Role) => about(await of(portal, role), number)
  expect(await seen('complaintDesk')).toEqual([['decideAcceptance', '2026-03-03']])
  expect(await seen('officeHead')).toEqual([['assignHandler', '2026-03-03']])
  await desk.accepted({ track: 'investigated' })
  expect(await seen('complaintDesk')).toEqual([])
  expect(await seen('handler')).toEqual([['interview', '2026-03-05']])
  await desk.done('inquiry')
  await desk.heard()
  expect(await seen('handler')).toEqual([['answer', '2026-03-05']])
  await desk.done('decision', DECISION)
  expect(await seen('handler')).toEqual([])
  expect(await seen('officeHead')).toEqual([['approve', '2026-03-05']])
  expect(await seen('secondPerson')).toEqual([['approve', '2026-03-05']])
  await desk.done('approval', {}, 'officeHead')
  expect(await seen('handler')).toEqual([
    ['proposeSanction', '2026-03-09'],
    ['circular', '2026-03-09'],
  ])
  const { id } = await desk.done('accountability', { reason: '当场改正，没有造成损失。' })
  expect(await seen('officeHead')).toEqual([['decideSanction', '2026-03-09']])
  await desk.held(String(id))
  expect(await seen('officeHead')).toEqual([])
  await desk.done('closing', {
    departmentTold: 'yes',
    circularSent: 'yes',
    scoreWaiver: '规定未定分值。',
    vetoedAwards: ['quarterStar', 'yearStar', 'excellentWindow'],
  })
  expect(await seen('handler')).toEqual([['archive', '2026-03-16']])
  await desk.done('archiving', { evidence: '监控一段。' })
  expect(await seen('handler')).toEqual([])
})

test('a promised day that is reached is the handler’s to explain, counted each time', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'bingcha', { channel: 'letter', nature: 'written' })
  await desk.accepted({ track: 'investigated', promisedOn: '2026-03-04' })
  await desk.done('inquiry')
  await desk.heard()
  const explain = async (role: Role) =>
    (await of(portal, role, 'bingcha')).tasks
      .filter((task) => task.about === desk.number && task.kind === 'explainOverrun')
      .map(({ due, times, rule }) => [due!.on, due!.state, times, rule])
  expect(await explain('handler')).toEqual([])
  portal.setClock('2026-03-05 10:00')
  expect(await explain('handler')).toEqual([['2026-03-04', 'overdue', 0, '投诉督查管理制度']])
  expect(await explain('officeHead')).toEqual(await explain('handler'))
  const later = { newDueOn: '2026-03-06', explanation: '还在等回函。', told: 'yes' }
  await desk.done('extension', later, 'officeHead')
  expect(await explain('handler')).toEqual([])
  portal.setClock('2026-03-06 10:00')
  expect(await explain('handler')).toEqual([['2026-03-06', 'today', 1, '投诉督查管理制度']])
  const last = { newDueOn: '2026-03-10', explanation: '回函到了，还要核对。', told: 'yes' }
  await desk.done('extension', last, 'officeHead')
  portal.setClock('2026-03-11 10:00')
  expect(await explain('handler')).toEqual([['2026-03-10', 'overdue', 2, '投诉督查管理制度']])
})

test('a case somebody is kept away from is no task of theirs', async ({ portal }) => {
  const { number, caseId } = await lodgeAt(portal)
  const [desk] = await portal.officersWith('complaintDesk', 'qingpu')
  const { id: hallId } = await portal.hall('qingpu')
  const cookie = await portal.signedIn(desk!.id)
  expect(about(await tasksOf(portal, cookie), number)).toHaveLength(1)
  await portal.world.store.write(async (tx) => {
    await tx.insert(recusals).values({
      hallId,
      officerId: desk!.id,
      caseId,
      reason: '亲属',
      declaredOn: '2026-03-02',
    })
  })
  const after = await tasksOf(portal, cookie)
  expect(JSON.stringify(after)).not.toContain(number)
})

test('the look into the box is the patrol’s until it is entered, then the next one is told', async ({
  portal,
}) => {
  const patrol = await portal.as('patrolOfficer')
  expect(await tasksOf(portal, patrol)).toMatchObject({
    due: 2,
    tasks: [
      { kind: 'patrolRound', path: '/desk/rounds', until: '17:30' },
      { kind: 'boxCheck', path: '/desk/box', rule: expect.stringContaining('巡查办法') },
    ],
  })
  await portal.post('/box-checks', { found: '0' }, patrol)
  const { tasks, due, nextOn } = await tasksOf(portal, patrol)
  expect([tasks.filter(({ kind }) => kind === 'boxCheck'), due, nextOn]).toEqual([
    [],
    expect.any(Number),
    '2026-03-03',
  ])
})

test('who is asked for a statement is told when it is due, and nothing of the case', async ({
  portal,
}) => {
  const [window] = await portal.windowsOf('qingpu')
  const heads = await portal.officersWith('windowHead', 'qingpu')
  const desk = await deskOf(portal, 'qingpu', { windowId: window!.id })
  await desk.accepted({ track: 'investigated' })
  await desk.done('inquiry')
  const { body } = await desk.read('handler')
  const { staff } = body.choices as unknown as { staff: { id: string }[] }
  for (const { id } of staff) {
    await desk.done('statement-requests', { staff: id, gist: '请说明当时情况。' })
  }
  const seen = await Promise.all(
    heads.map(async ({ id }) => tasksOf(portal, await portal.signedIn(id))),
  )
  const own = seen.flatMap(({ tasks }) =>
    tasks.filter(({ kind }) => kind === 'departmentStatement'),
  )
  expect(own.length).toBeGreaterThan(0)
  expect(own[0]).toMatchObject({ about: '', path: '/desk/statements', due: { on: '2026-03-03' } })
  expect(JSON.stringify(seen)).not.toContain(desk.number)
})

test('the administrator has a year to enter and addresses outside, and no case', async ({
  portal,
}) => {
  portal.setClock('2026-12-01 09:00')
  const { number } = await lodgeAt(portal)
  await runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => name === 'keep-calendar'),
  )
  const admin = await portal.as('systemAdministrator', 'qingpu')
  const { tasks } = await tasksOf(portal, admin)
  expect(tasks.map(({ kind, due }) => [kind, due?.on ?? null])).toEqual([
    ['enterYear', '2026-12-31'],
    ['enterOutsidePosts', null],
  ])
  expect(JSON.stringify(tasks)).not.toContain(number)
  const addresses = { secondPerson: 'a@gov.example', fallbackPost: 'b@gov.example' }
  await portal.post('/administration/outside-posts', addresses, admin)
  expect((await tasksOf(portal, admin)).tasks).toHaveLength(1)
})

test('the count beside the name of the page is of what is late or due today', async ({
  portal,
}) => {
  await lodgeAt(portal)
  const desk = await portal.as('complaintDesk', 'qingpu')
  const due = async () =>
    ((await (await portal.get('/desk-tasks/due', desk)).json()) as { due: number }).due
  const before = await due()
  portal.setClock('2026-03-03 09:00')
  expect(await due()).toBe(before + 1)
  expect((await tasksOf(portal, desk)).due).toBe(before + 1)
  expect((await portal.get('/desk-tasks')).status).toBe(401)
  expect((await of(portal, 'auditor')).tasks).toEqual([])
})

test('points wait for whoever may confirm them, by the day their month closes', async ({
  portal,
}) => {
  const patrol = await portal.as('patrolOfficer')
  const { id: hallId } = await portal.hall('anci')
  const { staff } = await import('../../db/schema/index.ts')
  const [person] = await portal.db.select().from(staff).where(eq(staff.hallId, hallId))
  const proposed = await portal.post(
    '/scores/entries',
    {
      item: 'A03',
      quantity: '1',
      staff: person!.publicId,
      occurredOn: '2026-03-02',
      reason: '玩手机。',
    },
    patrol,
  )
  expect(proposed.status).toBe(201)
  const seen = async (role: Role) =>
    (await of(portal, role, 'anci')).tasks.filter(({ kind }) => kind === 'confirmEntries')
  expect(await seen('officeHead')).toEqual([])
  portal.setClock('2026-03-05 09:00')
  expect(await seen('officeHead')).toMatchObject([
    { about: '2026-03', count: 1, due: { on: '2026-04-08' }, path: '/desk/scores?month=2026-03' },
  ])
  expect(await seen('patrolOfficer')).toEqual([])
})
