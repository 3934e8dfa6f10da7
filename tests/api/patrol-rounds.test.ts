import { and, eq } from 'drizzle-orm'
import { JOBS } from '../../api/jobs/jobs.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import type { Role } from '../../api/rules/roles.ts'
import {
  events,
  jobRuns,
  officerRoles,
  outbox,
  patrolLooks,
  patrolRounds,
} from '../../db/schema/index.ts'
import { personOf } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Body = Record<string, unknown>
type Page = {
  days: {
    day: string
    owed: { session: string | null; stands: string }[]
    rounds: (Body & { id: string; findings: { code: string; said: string }[] })[]
  }[]
  windows: { code: string }[]
  next: { id: string; name: string }[]
}

const pageOf = async (portal: Portal, cookie: string) =>
  (await (await portal.get('/patrol-rounds', cookie)).json()) as Page

/** A round by the first patrol officer of a hall, in order but for what is said otherwise. */
async function patrol(portal: Portal, key = 'anci') {
  const cookie = await portal.as('patrolOfficer', key)
  const windows = await portal.windowsOf(key)
  const codes = windows.map(({ code }) => code)
  const round = { started: '08:40', ended: '08:55', recorder: 'yes', looked: codes }
  return {
    cookie,
    codes,
    go: (changed: Body = {}) => portal.post('/patrol-rounds', { ...round, ...changed }, cookie),
  }
}

test('a round is entered with every window, what was found, and the next shift', async ({
  portal,
}) => {
  const { go, cookie, codes } = await patrol(portal)
  const { next } = await pageOf(portal, cookie)
  const answer = await go({
    looked: codes.slice(1),
    window: codes,
    finding: codes.map((_, at) => (at === 1 ? '离岗牌没有写时间' : '')),
    handTo: next[0]!.id,
  })
  expect([answer.status, await answer.json()]).toMatchObject([201, { session: 'morning' }])
  const [today] = (await pageOf(portal, cookie)).days
  expect(today).toMatchObject({
    day: '2026-03-02',
    owed: [{ session: null, stands: 'done' }],
    rounds: [
      {
        windows: codes.length - 1,
        lacksRecorder: false,
        findings: [{ code: codes[1], said: '离岗牌没有写时间' }],
        handedTo: next[0]!.name,
        isConfirmed: false,
      },
    ],
  })
  const looks = await portal.db.select().from(patrolLooks)
  expect(looks.map(({ finding }) => finding ?? '').join('')).not.toContain('离岗')
  const [entered] = await portal.db.select().from(events).where(eq(events.kind, 'round-recorded'))
  expect(JSON.parse(entered!.particulars)).toMatchObject({ findings: 1, recorder: true })
  await go({ started: '08:56', ended: '08:59', recorder: '' })
  const [later] = (await pageOf(portal, cookie)).days
  expect(later!.rounds[1]).toMatchObject({ lacksRecorder: true })
})

test('only whoever it is handed to confirms, once', async ({ portal }) => {
  const { go, cookie } = await patrol(portal)
  const { next } = await pageOf(portal, cookie)
  const { id } = (await (await go({ handTo: next[0]!.id })).json()) as { id: string }
  const colleagues = [
    ...(await portal.officersWith('patrolOfficer')),
    ...(await portal.officersWith('complaintDesk')),
    ...(await portal.officersWith('handler')),
    ...(await portal.officersWith('officeHead')),
  ]
  const receiver = colleagues.find(({ publicId }) => publicId === next[0]!.id)!
  const confirm = (as: string) => portal.post(`/patrol-rounds/${id}/handover`, {}, as)
  expect((await confirm(cookie)).status).toBe(403)
  const theirs = await portal.signedIn(receiver.id)
  const tasks = async () =>
    ((await (await portal.get('/desk-tasks', theirs)).json()) as { tasks: Body[] }).tasks.filter(
      ({ kind }) => kind === 'patrolHandover',
    )
  expect(await tasks()).toMatchObject([{ path: '/desk/rounds', due: { on: '2026-03-02' } }])
  expect((await confirm(theirs)).status).toBe(201)
  expect(await tasks()).toEqual([])
  expect((await confirm(theirs)).status).toBe(409)
  expect(await portal.db.select().from(patrolRounds)).toMatchObject([
    { handedTo: receiver.id, confirmedAt: portal.world.now() },
  ])
  expect((await portal.post('/patrol-rounds/nothing/handover', {}, theirs)).status).toBe(404)
})

test.for<[why: string, changed: Body, field: string]>([
  ['it ends before it begins', { started: '09:00', ended: '08:59' }, 'ended'],
  ['it ends in the future', { ended: '09:01' }, 'ended'],
  ['no time', { started: '' }, 'started'],
  ['no window looked at', { looked: [] }, 'looked'],
  ['a window of another hall', { looked: ['zzzzzzzz'] }, 'window'],
  ['handed to nobody of the hall', { handTo: 'somebody' }, 'handTo'],
  ['a finding longer than the form', { window: ['x'], finding: ['长'.repeat(201)] }, 'finding'],
])('%s: refused at its field', async ([, changed, field], { task }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const answer = await (await patrol(portal)).go(changed)
  const { errors } = (await answer.json()) as { errors: Body }
  expect([task.name, answer.status, Object.keys(errors ?? {})]).toEqual([task.name, 422, [field]])
  expect(await portal.db.select().from(patrolRounds)).toEqual([])
  await portal.close()
})

test('sent twice it is one round', async ({ portal }) => {
  const { go } = await patrol(portal)
  await Promise.all([go(), go()])
  expect(await portal.db.select().from(patrolRounds)).toHaveLength(1)
})

test.for<[role: Role, status: number]>([
  ['patrolOfficer', 200],
  ['complaintDesk', 200],
  ['officeHead', 200],
  ['windowHead', 403],
  ['windowStaff', 403],
  ['auditor', 403],
  ['systemAdministrator', 403],
])('%s', async ([role, status], { task }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const answer = await portal.get('/patrol-rounds', await portal.as(role))
  expect([task.name, answer.status]).toEqual([task.name, status])
  await portal.close()
})

test('Qingpu owes a round in each session, as a task by the session’s end', async ({ portal }) => {
  const { go, cookie } = await patrol(portal, 'qingpu')
  const owed = async () =>
    (
      (await (await portal.get('/desk-tasks', cookie)).json()) as {
        tasks: { kind: string; about: string; until: string | null; rule: string }[]
      }
    ).tasks
      .filter(({ kind }) => kind === 'patrolRound')
      .map(({ about, until, rule }) => [about, until, rule])
  expect(await owed()).toEqual([
    ['morning', '12:00', '窗口巡查制度'],
    ['afternoon', '17:00', '窗口巡查制度'],
  ])
  await go()
  expect(await owed()).toEqual([['afternoon', '17:00', '窗口巡查制度']])
  portal.setClock('2026-03-02 15:00')
  await go({ started: '14:30', ended: '14:50' })
  expect(await owed()).toEqual([])
})

const night = async (portal: Portal, at: string) => {
  portal.setClock(at)
  return runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => name === 'warn-of-missed-rounds'),
  )
}
const letters = (portal: Portal, hallId: number) =>
  portal.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, 'rounds-missing'), eq(outbox.hallId, hallId)))

test('a day whose rounds are missing is told to the office at closing, once', async ({
  portal,
}) => {
  const { id: hallId } = await portal.hall('qingpu')
  const { go } = await patrol(portal, 'qingpu')
  await go()
  await night(portal, '2026-03-02 16:59')
  expect(await letters(portal, hallId)).toEqual([])
  const desk = await portal.officersWith('complaintDesk', 'qingpu')
  for (const at of ['2026-03-02 17:00', '2026-03-02 17:01']) {
    await night(portal, at)
    await portal.world.store.write(async (tx) => {
      await tx.update(jobRuns).set({ ranAt: null, leasedUntil: null })
    })
  }
  expect((await letters(portal, hallId)).map(({ officerId }) => officerId)).toEqual(
    desk.map(({ id }) => id),
  )
  const entered = await portal.db.select().from(events).where(eq(events.kind, 'rounds-missing'))
  const own = entered.filter((event) => event.hallId === hallId)
  expect(own.map(({ particulars }) => JSON.parse(particulars))).toMatchObject([{ missed: 1 }])
  const [today] = (await pageOf(portal, await portal.as('complaintDesk', 'qingpu'))).days
  expect(today!.owed.map(({ stands }) => stands)).toEqual(['done', 'missed'])
})

test('nothing is told of a rest day, nor where every round was made', async ({ portal }) => {
  const { id: hallId } = await portal.hall('anci')
  await night(portal, '2026-03-01 18:00')
  expect(await letters(portal, hallId)).toEqual([])
  portal.setClock('2026-03-02 09:00')
  await (await patrol(portal)).go()
  await night(portal, '2026-03-02 18:00')
  expect(await letters(portal, hallId)).toEqual([])
})

test('where nobody of the office is left, the post outside is told', async ({ portal }) => {
  const { id: hallId } = await portal.hall('anci')
  await portal.world.store.write(async (tx) => {
    for (const role of ['complaintDesk', 'officeHead'] as const) {
      await tx
        .delete(officerRoles)
        .where(and(eq(officerRoles.hallId, hallId), eq(officerRoles.role, role)))
    }
  })
  await night(portal, '2026-03-02 18:00')
  const told = await portal.db.select().from(outbox).where(eq(outbox.kind, 'told-outside'))
  expect(told).toMatchObject([{ hallId, caseId: null, outsidePost: 'fallbackPost' }])
})

test('a finding leads to a proposal of points that begins with it', async ({ portal }) => {
  const { go, cookie, codes } = await patrol(portal)
  const { id } = (await (await go({ window: [codes[0]], finding: ['桌面放私人物品'] })).json()) as {
    id: string
  }
  const found = await portal.get(`/patrol-rounds/${id}/windows/${codes[0]}`, cookie)
  expect(await found.json()).toEqual({
    window: codes[0],
    occurredOn: '2026-03-02',
    reason: '桌面放私人物品',
  })
  const other = await portal.as('patrolOfficer', 'qingpu')
  expect((await portal.get(`/patrol-rounds/${id}/windows/${codes[0]}`, other)).status).toBe(404)
})

test('away twenty minutes is a breach of Anci’s norm without points, and shown as one', async ({
  portal,
}) => {
  const cookie = await portal.as('patrolOfficer')
  const { publicId } = await personOf(portal, 'AC001')
  const away = async (minutes: number) => {
    const found = { staff: publicId, day: '2026-03-02', kind: 'away', minutes: String(minutes) }
    const answer = await portal.post('/appraisals/findings', found, cookie)
    return [answer.status, await answer.json()]
  }
  expect(await away(15)).toEqual([201, { points: null, breach: false }])
  expect(await away(20)).toEqual([201, { points: null, breach: true }])
  expect(await away(31)).toMatchObject([201, { points: expect.any(Number), breach: true }])
  const page = await portal.get('/appraisals/findings?month=2026-03', cookie)
  const { findings } = (await page.json()) as { findings: { minutes: number; breach: boolean }[] }
  expect(findings.map(({ minutes, breach }) => [minutes, breach])).toEqual([
    [15, false],
    [20, true],
    [31, true],
  ])
})
