import { and, eq, like, ne } from 'drizzle-orm'
import { meetDeadlines } from '../../api/acts/case/case-clock.ts'
import { JOBS } from '../../api/jobs/jobs.ts'
import { type Ran, runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { calendar } from '../../api/policies/calendar.ts'
import type { DeadlineKind } from '../../api/rules/case-file.ts'
import type { Role } from '../../api/rules/roles.ts'
import {
  boxChecks,
  caseFiles,
  escalations,
  events,
  jobRuns,
  officerRoles,
  officers,
  outbox,
  photos,
  recusals,
  sessions,
  tasks,
  wrongTries,
} from '../../db/schema/index.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'

/** What the night does at a moment, without copying the database each time. */
async function night(portal: Portal, at: string): Promise<Ran[]> {
  portal.setClock(at)
  return runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => name !== 'back-up'),
  )
}

/** What was told of a case's dates; with `old`, that the case itself got old. */
const told = (portal: Portal, caseId: number, old = false) =>
  portal.db
    .select({
      level: escalations.level,
      post: escalations.post,
      officerId: escalations.officerId,
      onDay: escalations.onDay,
    })
    .from(escalations)
    .where(
      and(
        eq(escalations.caseId, caseId),
        old ? eq(escalations.level, 'old') : ne(escalations.level, 'old'),
      ),
    )
    .orderBy(escalations.id)

const lettersOf = (portal: Portal, kind: string) =>
  portal.db.select().from(outbox).where(eq(outbox.kind, kind)).orderBy(outbox.id)

const only = (portal: Portal, caseId: number, kept: readonly DeadlineKind[]) =>
  portal.world.store.write((tx) =>
    meetDeadlines(
      tx,
      caseId,
      (['acceptance', 'reply', 'maximum'] as const).filter((kind) => !kept.includes(kind)),
      '2026-03-02',
    ),
  )

const without = (portal: Portal, hallId: number, role: Role) =>
  portal.world.store.write(async (tx) => {
    await tx
      .delete(officerRoles)
      .where(and(eq(officerRoles.hallId, hallId), eq(officerRoles.role, role)))
  })

test('the office is reminded near the date and on the day, once each', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, ['reply'])
  await night(portal, '2026-03-02 18:00')
  expect(await told(portal, caseId)).toEqual([])
  await night(portal, '2026-03-03 07:59')
  expect(await told(portal, caseId)).toEqual([])
  for (const at of ['2026-03-03 08:00', '2026-03-03 08:01', '2026-03-04 08:00']) {
    await night(portal, at)
  }
  expect(await told(portal, caseId)).toMatchObject([{ level: 'near', post: '管理科' }])
  await night(portal, '2026-03-05 08:00')
  expect(await told(portal, caseId)).toMatchObject([
    { level: 'near', onDay: '2026-03-03' },
    { level: 'today', onDay: '2026-03-05' },
  ])
  const desk = await portal.officersWith('complaintDesk', 'qingpu')
  expect((await lettersOf(portal, 'deadline-near')).map(({ officerId }) => officerId)).toEqual([
    ...desk.map(({ id }) => id),
    ...desk.map(({ id }) => id),
  ])
})

test('who handles the case is reminded instead of the office', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  const [handler] = await portal.officersWith('handler', 'qingpu')
  await portal.world.store.write(async (tx) => {
    await tx.update(caseFiles).set({ handlerId: handler!.id }).where(eq(caseFiles.id, caseId))
  })
  await night(portal, '2026-03-03 08:00')
  expect(await told(portal, caseId)).toMatchObject([
    { level: 'today', post: '经办人', officerId: handler!.id },
    { level: 'near', post: '经办人', officerId: handler!.id },
  ])
  expect(await lettersOf(portal, 'deadline-near')).toMatchObject([
    { officerId: handler!.id, caseId, state: 'waiting' },
  ])
})

test('a handler who is kept away by now is not reminded; the office is', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, ['reply'])
  const [handler] = await portal.officersWith('handler', 'qingpu')
  const { id: hallId } = await portal.hall('qingpu')
  await portal.world.store.write(async (tx) => {
    await tx.update(caseFiles).set({ handlerId: handler!.id }).where(eq(caseFiles.id, caseId))
    await tx.insert(recusals).values({
      hallId,
      officerId: handler!.id,
      caseId,
      reason: '亲属',
      declaredOn: '2026-03-02',
    })
  })
  await night(portal, '2026-03-03 08:00')
  expect(await told(portal, caseId)).toMatchObject([{ level: 'near', post: '管理科' }])
  expect((await told(portal, caseId))[0]!.officerId).not.toBe(handler!.id)
})

test('a missed date goes to each named post once, after closing time', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, ['reply'])
  await night(portal, '2026-03-05 16:59')
  expect((await told(portal, caseId)).filter(({ level }) => level !== 'today')).toEqual([])
  await night(portal, '2026-03-05 17:00')
  await night(portal, '2026-03-05 17:01')
  await night(portal, '2026-03-06 17:00')
  const [desk] = await portal.officersWith('complaintDesk', 'qingpu')
  const [head] = await portal.officersWith('officeHead', 'qingpu')
  expect((await told(portal, caseId)).filter(({ level }) => level !== 'today')).toEqual([
    {
      level: 'missed:complaintDesk',
      post: '管理科科长',
      officerId: desk!.id,
      onDay: '2026-03-05',
    },
    { level: 'missed:officeHead', post: '中心分管领导', officerId: head!.id, onDay: '2026-03-05' },
  ])
  const readers = (await lettersOf(portal, 'deadline-missed')).map(({ officerId }) => officerId)
  expect(new Set(readers).size).toBe(readers.length)
  expect(readers).toContain(head!.id)
  const entered = await portal.db.select().from(events).where(eq(events.kind, 'deadline-missed'))
  expect(entered).toHaveLength(1)
  expect(JSON.parse(entered[0]!.particulars)).toMatchObject({ clock: 'reply', due: '2026-03-05' })
})

test('work done by the date is told to nobody', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, [])
  await night(portal, '2026-03-20 18:00')
  expect(await told(portal, caseId)).toEqual([])
})

test('on a settled case nothing is owed but the file', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await portal.world.store.write(async (tx) => {
    await tx.update(caseFiles).set({ state: 'withdrawn' }).where(eq(caseFiles.id, caseId))
  })
  await night(portal, '2026-03-20 18:00')
  expect(await told(portal, caseId)).toEqual([])
})

test('an empty post is told outside the hall, and it stands on the desk', async ({ portal }) => {
  const { caseId, number } = await lodgeAt(portal)
  await only(portal, caseId, ['maximum'])
  const { id: hallId } = await portal.hall('qingpu')
  await without(portal, hallId, 'officeHead')
  await night(portal, '2026-03-16 17:00')
  expect((await told(portal, caseId)).at(-1)).toEqual({
    level: 'missed:officeHead',
    post: '青浦区行政服务中心 中心办公室',
    officerId: null,
    onDay: '2026-03-16',
  })
  const desk = await portal.signedIn((await portal.officersWith('complaintDesk', 'qingpu'))[0]!.id)
  expect(await (await portal.get('/letters', desk)).json()).toMatchObject({
    untold: [{ number, kind: 'maximum', dueOn: '2026-03-16' }],
  })
})

test('who can fill an empty post is told by letter, once a day and without the case', async ({
  portal,
}) => {
  for (const _ of [1, 2]) {
    const { caseId } = await lodgeAt(portal)
    await only(portal, caseId, ['maximum'])
  }
  const { id: hallId } = await portal.hall('qingpu')
  await without(portal, hallId, 'officeHead')
  await night(portal, '2026-03-16 17:00')
  const written = () => portal.db.select().from(outbox).where(eq(outbox.kind, 'post-empty'))
  const administrators = await portal.officersWith('systemAdministrator', 'qingpu')
  expect(await written()).toMatchObject(
    administrators.map(({ id }) => ({ officerId: id, caseId: null, hallId })),
  )
  expect(administrators.length).toBeGreaterThan(0)
})

test('the case itself tells who was warned, and which post outside took it', async ({ portal }) => {
  const { caseId, number } = await lodgeAt(portal)
  await only(portal, caseId, ['maximum'])
  const { id: hallId } = await portal.hall('qingpu')
  await without(portal, hallId, 'officeHead')
  await night(portal, '2026-03-16 17:00')
  const [desk] = await portal.officersWith('complaintDesk', 'qingpu')
  const answer = await portal.get(`/cases/${number}`, await portal.as('complaintDesk', 'qingpu'))
  const { escalations: all } = (await answer.json()) as {
    escalations: { kind: DeadlineKind | null }[]
  }
  const told = all.filter(({ kind }) => kind !== null)
  const one = { kind: 'maximum', dueOn: '2026-03-16', onDay: '2026-03-16', missed: true }
  expect(told.slice(-2)).toEqual([
    { ...one, post: '管理科科长', officer: desk!.name },
    { ...one, post: '青浦区行政服务中心 中心办公室', officer: null },
  ])
})

test('a head who is kept away from the case is passed over', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, ['reply'])
  const { id: hallId } = await portal.hall('qingpu')
  const heads = await portal.officersWith('officeHead', 'qingpu')
  const [window] = await portal.windowsOf('qingpu')
  await portal.world.store.write(async (tx) => {
    for (const { id: officerId } of heads) {
      await tx.insert(recusals).values({
        hallId,
        officerId,
        windowId: window!.id,
        reason: '曾在该窗口',
        declaredOn: '2026-03-02',
      })
    }
  })
  await night(portal, '2026-03-05 17:00')
  expect(
    (await told(portal, caseId)).find(({ level }) => level === 'missed:officeHead'),
  ).toMatchObject({ officerId: null })
  const readers = (await lettersOf(portal, 'deadline-missed')).map(({ officerId }) => officerId)
  expect(readers.filter((id) => heads.some((head) => head.id === id))).toEqual([])
})

test('an officer without access is told nothing', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, ['reply'])
  const heads = await portal.officersWith('officeHead', 'qingpu')
  await portal.world.store.write(async (tx) => {
    for (const { id } of heads) {
      await tx.update(officers).set({ disabledOn: '2026-03-03' }).where(eq(officers.id, id))
    }
  })
  await night(portal, '2026-03-05 17:00')
  expect((await told(portal, caseId)).at(-1)).toMatchObject({ officerId: null })
})

test('a clock that goes back fires nothing twice', async ({ portal }) => {
  await lodgeAt(portal)
  const everything = async () => ({
    escalations: await portal.db.select().from(escalations),
    letters: await portal.db.select().from(outbox),
    events: (await portal.db.select().from(events)).filter(({ kind }) =>
      kind.startsWith('deadline'),
    ),
  })
  await night(portal, '2026-03-03 18:00')
  await night(portal, '2026-03-05 18:00')
  const before = await everything()
  expect(before.escalations.length).toBeGreaterThan(3)
  for (const at of ['2026-03-05 17:50', '2026-03-05 08:00', '2026-03-03 18:00']) {
    await night(portal, at)
  }
  await night(portal, '2026-03-05 18:05')
  expect(await everything()).toEqual(before)
})

test('a clock that leaps ahead catches up once per case', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await night(portal, '2026-03-02 18:00')
  await night(portal, '2027-04-06 18:00')
  const leapt = (await told(portal, caseId)).filter(({ onDay }) => onDay > '2027')
  expect(leapt.map(({ level }) => level).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 'missed:complaintDesk'),
    ...Array.from({ length: 3 }, () => 'missed:officeHead'),
  ])
  const letters = await lettersOf(portal, 'deadline-missed')
  const readers = letters.map(({ officerId }) => officerId)
  expect(new Set(readers).size).toBe(readers.length)
  portal.setClock('2026-03-03 09:00')
  const later = await lodgeAt(portal)
  await night(portal, '2026-03-04 18:00')
  expect((await told(portal, later.caseId)).map(({ level }) => level)).toContain(
    'missed:officeHead',
  )
})

test('a case that waits long is told to the office once, and stopped by nothing', async ({
  portal,
}) => {
  const { caseId, number } = await lodgeAt(portal)
  await only(portal, caseId, [])
  const desk = await portal.officersWith('complaintDesk', 'qingpu')
  const asDesk = await portal.signedIn(desk[0]!.id)
  const waited = async () => {
    const file = await (await portal.get(`/cases/${number}`, asDesk)).json()
    const queue = await (await portal.get('/cases?list=registered', asDesk)).json()
    const row = (queue as { cases: { number: string; waitedWd: number | null }[] }).cases.find(
      (one) => one.number === number,
    )
    return [(file as { waitedWd: number | null }).waitedWd, row!.waitedWd]
  }
  await night(portal, '2026-03-11 18:00')
  expect(await told(portal, caseId, true)).toEqual([])
  expect(await waited()).toEqual([null, null])
  await night(portal, '2026-03-12 07:59')
  expect(await told(portal, caseId, true)).toEqual([])
  for (const at of ['2026-03-12 08:00', '2026-03-12 08:01', '2026-03-13 08:00']) {
    await night(portal, at)
    await portal.world.store.write(async (tx) => {
      await tx.update(jobRuns).set({ ranAt: null, leasedUntil: null })
    })
  }
  expect(await told(portal, caseId, true)).toEqual([
    { level: 'old', post: '管理科', officerId: desk[0]!.id, onDay: '2026-03-12' },
  ])
  expect(await lettersOf(portal, 'case-getting-old')).toMatchObject(
    desk.map(({ id: officerId }) => ({ officerId, caseId })),
  )
  const entered = await portal.db.select().from(events).where(eq(events.kind, 'case-getting-old'))
  expect(entered).toMatchObject([{ object: `case:${caseId}`, at: null }])
  expect(await waited()).toEqual([9, 9])
  const file = (await (await portal.get(`/cases/${number}`, asDesk)).json()) as {
    revision: number
    acts: string[]
  }
  expect(file.acts).toContain('accept')
})

test('a case that was answered in time is told to nobody as old', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, [])
  await portal.world.store.write(async (tx) => {
    await tx.update(caseFiles).set({ state: 'replied' }).where(eq(caseFiles.id, caseId))
  })
  await night(portal, '2026-03-20 18:00')
  expect(await lettersOf(portal, 'case-getting-old')).toEqual([])
})

const boxTasks = async (portal: Portal) =>
  (await portal.db.select().from(tasks).where(eq(tasks.kind, 'boxCheck')).orderBy(tasks.id)).map(
    ({ dueOn }) => dueOn,
  )

test('Anci looks into the box on every working day, make-up days too', async ({ portal }) => {
  portal.setClock('2026-02-27')
  for (const at of ['2026-02-27 00:00', '2026-02-28 00:00', '2026-03-01 09:00']) {
    await night(portal, at)
    await night(portal, at)
  }
  expect(await boxTasks(portal)).toEqual(['2026-02-27', '2026-02-28'])
  await night(portal, '2026-03-04 09:00')
  expect(await boxTasks(portal)).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-02',
    '2026-03-03',
    '2026-03-04',
  ])
  expect(calendar.opened.has('2026-02-28')).toBe(true)
})

test('a day on which nobody looked is told to the office at closing time', async ({ portal }) => {
  const { id: hallId } = await portal.hall('anci')
  const [patrol] = await portal.officersWith('patrolOfficer')
  const desk = await portal.officersWith('complaintDesk')
  await night(portal, '2026-03-02 17:29')
  expect(await lettersOf(portal, 'box-not-checked')).toEqual([])
  await night(portal, '2026-03-02 17:30')
  await night(portal, '2026-03-02 18:30')
  const letters = await lettersOf(portal, 'box-not-checked')
  expect(letters.map(({ officerId }) => officerId)).toEqual(desk.map(({ id }) => id))
  expect(letters[0]!.key).toContain('2026-03-02')
  portal.setClock('2026-03-03 10:00')
  await portal.world.store.write(async (tx) => {
    await tx.insert(boxChecks).values({
      hallId,
      day: '2026-03-03',
      found: 0,
      checkedBy: patrol!.id,
      checkedAt: portal.world.now(),
    })
  })
  await night(portal, '2026-03-03 17:30')
  expect(await lettersOf(portal, 'box-not-checked')).toHaveLength(letters.length)
})

test('a job that fails is tried again and keeps no other from running', async ({ portal }) => {
  let tries = 0
  const daily = { every: 'day', from: '00:00', workingDaysOnly: false, daysBack: 0 } as const
  const jobs = [
    {
      name: 'breaks-once',
      when: daily,
      run: async () => {
        if (++tries === 1) throw new TypeError('the text of somebody')
      },
    },
    { name: 'goes-on', when: daily, run: async () => 'went on' },
  ]
  const { error } = console
  console.error = () => {}
  const first = await runDueJobs(portal.world, jobs)
  console.error = error
  expect(first.map(({ outcome }) => outcome)).toEqual(['failed', 'done'])
  const [failed] = await portal.db.select().from(jobRuns).where(eq(jobRuns.job, 'breaks-once'))
  expect(failed).toMatchObject({ ranAt: null, note: 'failed: TypeError' })
  portal.setClock('2026-03-02 09:02')
  expect(await runDueJobs(portal.world, jobs)).toEqual([
    { name: 'breaks-once', key: '2026-03-02', outcome: 'done' },
  ])
})

test('killed after its work but before saying so, a job runs again without doing it again', async ({
  portal,
}) => {
  const { caseId } = await lodgeAt(portal)
  await night(portal, '2026-03-05 17:30')
  const before = [await told(portal, caseId), await portal.db.select().from(outbox)]
  const enteredBefore = await portal.db.select().from(events)
  await portal.world.store.write(async (tx) => {
    await tx.update(jobRuns).set({ ranAt: null, leasedUntil: portal.world.now() })
  })
  const ran = await night(portal, '2026-03-05 17:31')
  expect(ran.map(({ name }) => name)).toContain('escalate')
  expect([await told(portal, caseId), await portal.db.select().from(outbox)]).toEqual(before)
  const entered = (await portal.db.select().from(events)).slice(enteredBefore.length)
  expect(entered.map(({ kind }) => kind)).toEqual(['chain-verified'])
})

test('what another process has begun is left to it until its lease ends', async ({ portal }) => {
  const jobs = [
    {
      name: 'shared',
      when: { every: 'day', from: '00:00', workingDaysOnly: false, daysBack: 0 } as const,
      run: async () => {},
    },
  ]
  await portal.world.store.write(async (tx) => {
    await tx.insert(jobRuns).values({
      job: 'shared',
      key: '2026-03-02',
      leasedUntil: new Date(portal.world.now().getTime() + 60_000),
    })
  })
  expect(await runDueJobs(portal.world, jobs)).toMatchObject([{ outcome: 'elsewhere' }])
  portal.setClock('2026-03-02 09:02')
  expect(await runDueJobs(portal.world, jobs)).toMatchObject([{ outcome: 'done' }])
})

test('twenty ticks at once do a thing once', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal)
  await only(portal, caseId, ['reply'])
  portal.setClock('2026-03-05 17:00')
  const jobs = JOBS.filter(({ name }) => name === 'escalate')
  await Promise.all(Array.from({ length: 20 }, () => runDueJobs(portal.world, jobs)))
  expect((await told(portal, caseId)).map(({ level }) => level)).toEqual([
    'missed:complaintDesk',
    'missed:officeHead',
  ])
})

test('photos nobody claims go, and what is on its way stays', async ({ portal }) => {
  const { world } = portal
  const { utimes } = await import('node:fs/promises')
  const { join } = await import('node:path')
  const kept = async (minutesOld: number, row: boolean, sweepInMinutes: number) => {
    const id = world.random.id(16)
    await world.files.put(id, Buffer.from('a photo'))
    const putAt = new Date(world.now().getTime() - minutesOld * 60_000)
    await utimes(join(portal.folder, 'files', id), putAt, putAt)
    if (row) {
      await world.store.write(async (tx) => {
        await tx.insert(photos).values({
          publicId: id,
          bytes: 7,
          width: 1,
          height: 1,
          sha256: '',
          takenInOn: '2026-03-02',
          sweepAfter: new Date(world.now().getTime() + sweepInMinutes * 60_000),
        })
      })
    }
    return id
  }
  await kept(1500, true, -1)
  const waiting = await kept(1300, true, 60)
  await kept(61, false, 0)
  const onItsWay = await kept(59, false, 0)
  await runDueJobs(
    world,
    JOBS.filter(({ name }) => name === 'sweep-files'),
  )
  expect((await world.files.list()).map(({ id }) => id).sort()).toEqual([waiting, onItsWay].sort())
  expect(await portal.db.select().from(photos)).toMatchObject([{ publicId: waiting }])
})

test('wrong tries and ended sessions are forgotten after a day', async ({ portal }) => {
  const cookie = await portal.as('handler')
  const ago = (hours: number) => new Date(portal.world.now().getTime() - hours * 3_600_000)
  await portal.world.store.write(async (tx) => {
    await tx.insert(wrongTries).values([
      { door: 'receipt', mark: 'a', at: ago(25) },
      { door: 'receipt', mark: 'b', at: ago(23) },
    ])
    const [officer] = await tx.select().from(officers).limit(1)
    await tx.insert(sessions).values({
      officerId: officer!.id,
      digest: 'long ago',
      openedAt: ago(40),
      seenAt: ago(30),
      endsAt: ago(25),
    })
  })
  await night(portal, '2026-03-02 09:00')
  expect(await portal.db.select().from(wrongTries)).toMatchObject([{ mark: 'b' }])
  expect(await portal.db.select().from(sessions)).toHaveLength(1)
  expect(cookie).toContain('officer=')
})

test('due jobs run on demand under test, and the health tells of them', async ({ portal }) => {
  const before = await portal.get('/health')
  expect([before.status, await before.json()]).toMatchObject([
    503,
    { ok: false, jobsLastRanAt: null, chain: 'unchecked', database: 'ok' },
  ])
  const answer = await portal.post('/test/run-due-jobs')
  expect(answer.status).toBe(200)
  const { ran } = (await answer.json()) as { ran: Ran[] }
  expect(ran.filter(({ outcome }) => outcome !== 'done')).toEqual([])
  expect(ran.map(({ name }) => name)).toContain('back-up')
  const after = await portal.get('/health')
  expect([after.status, await after.json()]).toEqual([
    200,
    {
      ok: true,
      jobsLastRanAt: '2026-03-02T01:00:00.000Z',
      chain: 'ok',
      waitingLetters: 0,
      database: 'ok',
    },
  ])
  portal.setClock('2026-03-02 09:11')
  expect((await portal.get('/health')).status).toBe(503)
})

test('outside a test nothing runs on demand', async ({ portal }) => {
  portal.world.settings.test = false
  const answer = await portal.post('/test/run-due-jobs')
  expect([answer.status, await answer.text()]).toEqual([
    404,
    await (await portal.get('/no-such-thing')).text(),
  ])
  expect(await portal.db.select().from(jobRuns).where(like(jobRuns.job, '%'))).toEqual([])
})
