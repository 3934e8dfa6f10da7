import { eq } from 'drizzle-orm'
import { JOBS } from '../../api/jobs/jobs.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { LETTER_KINDS } from '../../api/rules/letter-kind.ts'
import { complainants, events, officers, outbox } from '../../db/schema/index.ts'
import { sealField } from '../../db/sealing/field.ts'
import { STORY, withCustodian } from '../support/complaint.ts'
import { COMPLAINANT, lodgeAt } from '../support/lodge.ts'
import { mailServer, wordsOf } from '../support/mail-server.ts'
import { test as base, expect, type Portal } from '../support/portal.ts'

type Server = Awaited<ReturnType<typeof mailServer>>

const test = base.extend<{ server: Server }>({
  server: async ({ portal }, use) => {
    const server = await mailServer()
    portal.world.settings.smtpUrl = server.url
    await use(server)
    await server.close()
  },
})

const POST = JOBS.filter(({ name }) => name === 'post-mail')
const post = async (portal: Portal, at: string) => {
  portal.setClock(at)
  return runDueJobs(portal.world, POST)
}

const letters = (portal: Portal) => portal.db.select().from(outbox).orderBy(outbox.id)
const received = async (portal: Portal) =>
  (await letters(portal)).find(({ kind }) => kind === 'complaint-received')!

test('a letter is delivered once and says it was sent', async ({ portal, server }) => {
  const { number } = await lodgeAt(portal)
  const count = (await letters(portal)).length
  for (const at of ['2026-03-02 09:00', '2026-03-02 09:01', '2026-03-02 09:05']) {
    await post(portal, at)
  }
  expect(server.taken).toHaveLength(count)
  const mine = server.taken.filter(({ to }) => to.includes(COMPLAINANT.email))
  expect(mine).toHaveLength(1)
  expect(wordsOf(mine[0]!.source)).toContain(number)
  expect(mine[0]!.source).toMatch(/^Message-ID: <outbox-\d+@hall\.test>\r$/m)
  expect(await received(portal)).toMatchObject({ state: 'sent', attempts: 1, problem: null })
  const entered = await portal.db.select().from(events).where(eq(events.kind, 'letter-sent'))
  expect(entered).toHaveLength(count)
})

test('no letter carries the story, a name, a telephone or the receipt', async ({
  portal,
  server,
}) => {
  const { receipt, caseId } = await lodgeAt(portal)
  const { id: hallId } = await portal.hall('qingpu')
  const [officer] = await portal.officersWith('officeHead', 'qingpu')
  const toCitizens = [
    'complaint-received',
    'complaint-accepted',
    'complaint-not-accepted',
    'deadline-extended',
    'message-from-office',
    'reply-ready',
  ]
  await portal.world.store.write(async (tx) => {
    await tx.insert(outbox).values(
      LETTER_KINDS.map((kind) => ({
        hallId,
        kind,
        key: `all:2026-03-02:${kind}`,
        caseId,
        officerId: toCitizens.includes(kind) ? null : officer!.id,
        toComplainant: toCitizens.includes(kind),
        writtenOn: '2026-03-02' as const,
        nextTryAt: portal.world.now(),
      })),
    )
  })
  await post(portal, '2026-03-02 09:00')
  expect(server.taken.length).toBeGreaterThanOrEqual(LETTER_KINDS.length)
  const people = await portal.db.select({ name: officers.name }).from(officers)
  const groups = receipt.replaceAll(/\s/g, '').match(/.{4}/g)!
  for (const { source } of server.taken) {
    const words = wordsOf(source)
    expect(words).toContain('您好。')
    const secrets = [
      STORY,
      STORY.slice(4, 12),
      COMPLAINANT.name,
      COMPLAINANT.phone,
      groups.join(''),
      groups.join(' '),
      ...people.map(({ name }) => name),
    ]
    expect(secrets.filter((secret) => words.includes(secret))).toEqual([])
    const links = [...words.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => link)
    expect(links.filter((link) => !link.startsWith('http://hall.test/'))).toEqual([])
  }
})

test('while the server is down nothing is lost; back up, all is sent', async ({
  portal,
  server,
}) => {
  await server.close()
  await lodgeAt(portal)
  for (const at of ['2026-03-02 09:00', '2026-03-02 09:01', '2026-03-05 09:00']) {
    await post(portal, at)
  }
  expect(await received(portal)).toMatchObject({ state: 'waiting', attempts: 0 })
  expect((await letters(portal)).map(({ problem }) => problem)).toContain('unreachable')
  const again = await mailServer(server.port)
  await post(portal, '2026-03-05 09:01')
  await post(portal, '2026-03-05 09:02')
  expect((await letters(portal)).map(({ state }) => state)).toEqual(again.taken.map(() => 'sent'))
  expect(again.taken.length).toBeGreaterThan(0)
  await again.close()
})

test('a letter put off comes back in five minutes, give or take one', async ({
  portal,
  server,
}) => {
  await lodgeAt(portal)
  server.wishes.toReader = { code: 451, says: '4.7.1 come back later' }
  await post(portal, '2026-03-02 09:00')
  const put = await received(portal)
  expect(put).toMatchObject({ state: 'waiting', attempts: 1, problem: 'put-off' })
  const minutes = (put.nextTryAt.getTime() - portal.world.now().getTime()) / 60_000
  expect(minutes).toBeGreaterThanOrEqual(4)
  expect(minutes).toBeLessThanOrEqual(6)
  server.wishes.toReader = null
  await post(portal, '2026-03-02 09:03')
  expect(server.taken).toEqual([])
  await post(portal, '2026-03-02 09:07')
  expect(await received(portal)).toMatchObject({ state: 'sent', attempts: 2, problem: null })
})

test('a letter put off for three days is given up, and the desk says so', async ({
  portal,
  server,
}) => {
  await lodgeAt(portal)
  server.wishes.toLetter = { code: 451, says: 'not now' }
  for (let hour = 0; hour <= 96; hour++) {
    const day = 2 + Math.floor(hour / 24)
    for (const minute of ['00', '30']) {
      await post(portal, `2026-03-0${day} ${String(hour % 24).padStart(2, '0')}:${minute}`)
    }
  }
  const given = await received(portal)
  expect(given).toMatchObject({ state: 'failed', problem: 'given-up' })
  expect(given.attempts).toBeGreaterThan(10)
})

test('a letter refused is not tried again; the desk sees why and may', async ({
  portal,
  server,
}) => {
  const { number } = await lodgeAt(portal)
  server.wishes.toReader = { code: 550, says: '5.1.1 no such mailbox' }
  await post(portal, '2026-03-02 09:00')
  expect(await received(portal)).toMatchObject({ state: 'failed', problem: 'refused' })
  server.wishes.toReader = null
  await post(portal, '2026-03-03 09:00')
  expect(server.taken).toEqual([])
  const cookie = await portal.as('officeHead', 'qingpu')
  const shown = await (await portal.get('/letters?state=failed', cookie)).text()
  expect(JSON.parse(shown)).toMatchObject({
    counts: { waiting: 0, sent: 0 },
    letters: expect.arrayContaining([
      expect.objectContaining({ number, problem: 'refused', kind: 'complaint-received' }),
    ]),
  })
  expect(shown).not.toContain('mail.test')
  const { id } = await received(portal)
  expect((await portal.post(`/letters/${id}/tries`, {}, cookie)).status).toBe(201)
  await post(portal, '2026-03-03 09:01')
  expect(server.taken.map(({ to }) => to)).toEqual([[COMPLAINANT.email]])
})

test('without a mail server letters wait and are never called sent', async ({ portal }) => {
  await lodgeAt(portal)
  await post(portal, '2026-03-02 09:00')
  await post(portal, '2026-03-12 09:00')
  expect(await received(portal)).toMatchObject({ state: 'waiting', attempts: 0, sentAt: null })
  expect(await (await portal.get('/health')).json()).toMatchObject({
    waitingLetters: (await letters(portal)).length,
  })
})

test.for(['anonymous', 'confidential'] as const)(
  'a letter to a complainant whose address is %s is settled, with or without a server',
  async (identity, { portal }) => {
    await withCustodian(portal, 'qingpu')
    const { caseId } = await lodgeAt(portal, 'qingpu', {
      identity,
      contact: identity === 'anonymous' ? null : COMPLAINANT,
    })
    const { id: hallId } = await portal.hall('qingpu')
    await portal.world.store.write(async (tx) => {
      await tx.insert(outbox).values({
        hallId,
        kind: 'reply-ready',
        key: `${caseId}`,
        caseId,
        toComplainant: true,
        writtenOn: '2026-03-02',
        nextTryAt: portal.world.now(),
      })
    })
    await post(portal, '2026-03-02 09:00')
    const letter = (await letters(portal)).find(({ kind }) => kind === 'reply-ready')
    expect(letter).toMatchObject({ state: 'failed', problem: 'no-address', attempts: 0 })
  },
)

test('an address that would reach somebody else is never used', async ({ portal, server }) => {
  const { caseId } = await lodgeAt(portal)
  const { complaints, caseFiles } = await import('../../db/schema/index.ts')
  const [found] = await portal.db
    .select({ complaint: complaints })
    .from(complaints)
    .innerJoin(caseFiles, eq(caseFiles.complaintId, complaints.id))
    .where(eq(caseFiles.id, caseId))
  await portal.world.store.write(async (tx) => {
    await tx
      .update(complainants)
      .set({
        email: sealField(
          portal.world.keys,
          'complainants.email',
          found!.complaint.publicId,
          'a@y.cn\r\nRCPT TO:<evil@z.cn>',
        ),
      })
      .where(eq(complainants.complaintId, found!.complaint.id))
  })
  await post(portal, '2026-03-02 09:00')
  expect(await received(portal)).toMatchObject({ state: 'failed', problem: 'bad-address' })
  expect(server.taken.flatMap(({ to }) => to).filter((to) => to.includes('evil'))).toEqual([])
})

test('an officer who is kept away by now gets no letter about the case', async ({
  portal,
  server,
}) => {
  const { caseId } = await lodgeAt(portal)
  const { recusals } = await import('../../db/schema/index.ts')
  const { id: hallId } = await portal.hall('qingpu')
  const [handler] = await portal.officersWith('handler', 'qingpu')
  await portal.world.store.write(async (tx) => {
    await tx.insert(outbox).values({
      hallId,
      kind: 'case-assigned',
      key: 'assigned',
      caseId,
      officerId: handler!.id,
      toComplainant: false,
      writtenOn: '2026-03-02',
      nextTryAt: portal.world.now(),
    })
    await tx.insert(recusals).values({
      hallId,
      officerId: handler!.id,
      caseId,
      reason: '亲属',
      declaredOn: '2026-03-02',
    })
  })
  await post(portal, '2026-03-02 09:00')
  const letter = (await letters(portal)).find(({ key }) => key === 'assigned')
  expect(letter).toMatchObject({ state: 'failed', problem: 'reader-gone' })
  expect(server.taken.flatMap(({ to }) => to)).not.toContain(handler!.email)
})

test('a letter claimed by a process that died goes out after its lease, once', async ({
  portal,
  server,
}) => {
  await lodgeAt(portal)
  const leasedUntil = new Date(portal.world.now().getTime() + 60_000)
  await portal.world.store.write(async (tx) => {
    await tx.update(outbox).set({ leasedUntil })
  })
  await post(portal, '2026-03-02 09:00')
  expect(server.taken).toEqual([])
  await post(portal, '2026-03-02 09:01')
  await post(portal, '2026-03-02 09:02')
  expect(server.taken.filter(({ to }) => to.includes(COMPLAINANT.email))).toHaveLength(1)
})

test('who is kept away from a case does not see its letters', async ({ portal }) => {
  await lodgeAt(portal)
  const { recusals } = await import('../../db/schema/index.ts')
  const { id: hallId } = await portal.hall('qingpu')
  const [desk] = await portal.officersWith('complaintDesk', 'qingpu')
  const cookie = await portal.signedIn(desk!.id)
  const seen = async () =>
    (await (await portal.get('/letters', cookie)).json()) as {
      counts: { waiting: number }
      letters: unknown[]
    }
  expect((await seen()).letters.length).toBeGreaterThan(0)
  const [window] = await portal.windowsOf('qingpu')
  await portal.world.store.write(async (tx) => {
    await tx.insert(recusals).values({
      hallId,
      officerId: desk!.id,
      windowId: window!.id,
      reason: '亲属',
      declaredOn: '2026-03-02',
    })
  })
  expect(await seen()).toMatchObject({ counts: { waiting: 0 }, letters: [] })
  const [letter] = await letters(portal)
  expect((await portal.post(`/letters/${letter!.id}/tries`, {}, cookie)).status).toBe(404)
})

test.for([
  ['nobody', null, 401],
  ['window staff', 'windowStaff', 403],
  ['the auditor', 'auditor', 403],
  ['the system administrator', 'systemAdministrator', 200],
] as const)('the letters and %s', async ([, role, status], { portal }) => {
  const cookie = role ? await portal.as(role, 'qingpu') : ''
  expect((await portal.get('/letters', cookie)).status).toBe(status)
})
