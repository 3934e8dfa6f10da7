import { eq, sql } from 'drizzle-orm'
import type { Officer } from '../../api/context.ts'
import { seenBy } from '../../api/reads/recused.ts'
import { caseCounts, countsQuery, queueQuery } from '../../api/reads/cases.ts'
import { CASE_STATES, type CaseState } from '../../api/rules/case-file.ts'
import { CASE_LISTS } from '../../api/rules/case-queue.ts'
import { relationOf, seesCase } from '../../api/rules/case-relation.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import { isRecused } from '../../api/rules/recusal.ts'
import type { Role } from '../../api/rules/roles.ts'
import {
  caseFiles,
  caseStaff,
  complaints,
  decisions,
  officerRoles,
  officers,
  photos,
  postings,
  recusals,
  staff,
} from '../../db/schema/index.ts'
import { deskOf } from '../support/desk.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'
import { seeded } from '../../db/seeds/chance.ts'

const DAYS = 40
const CASES = 60
const FIRST_DAY: Day = '2026-01-20'

/** Cases, postings, named staff and declared relations at random; the same ones every time. */
async function scatter(portal: Portal) {
  const hall = await portal.hall('anci')
  const windows = (await portal.windowsOf('anci')).slice(0, 3)
  const people = await portal.db.select().from(staff).where(eq(staff.hallId, hall.id))
  const everybody = await officersOf(portal)
  const chance = seeded('who is kept away')
  const pick = <T>(from: readonly T[]): T => from[chance.below(from.length)]!
  const maybe = <T>(value: T): T | null => (chance.below(2) === 0 ? value : null)
  const someDay = () => addDays(FIRST_DAY, chance.below(DAYS))
  const office = everybody.filter(({ roles }) => roles.includes('handler'))

  await portal.world.store.write(async (tx) => {
    for (let made = 0; made < 20; made++) {
      const fromDay = someDay()
      await tx.insert(postings).values({
        hallId: hall.id,
        staffId: pick(people).id,
        windowId: pick(windows).id,
        head: chance.below(3) === 0,
        fromDay,
        toDay: maybe(addDays(fromDay, chance.below(DAYS))),
      })
    }
    for (let made = 0; made < CASES; made++) {
      const [complaint] = await tx
        .insert(complaints)
        .values({
          publicId: chance.id(16),
          hallId: hall.id,
          source: 'citizen',
          channel: 'phone',
          nature: 'oral',
          identity: 'named',
          category: 'attitude',
          occurredPart: 'unknown',
          narrative: 'v1.',
          mayPublish: true,
          receivedOn: '2026-03-02',
          windowId: chance.below(4) === 0 ? null : pick(windows).id,
          staffId: chance.below(4) === 0 ? pick(people).id : null,
          occurredOn: chance.below(4) === 0 ? null : someDay(),
        })
        .returning()
      const state: CaseState = pick([...CASE_STATES, 'awaitingApproval', 'awaitingApproval'])
      const [file] = await tx
        .insert(caseFiles)
        .values({
          hallId: hall.id,
          complaintId: complaint!.id,
          number: `TS-TEST-${1000 + made}`,
          policy: 'anci',
          policyVersion: '1',
          office: '政策法规股',
          state,
          handlerId: chance.below(3) === 0 ? null : pick(office).id,
          registeredOn: '2026-03-02',
        })
        .returning()
      if (chance.below(3) === 0) {
        await tx.insert(caseStaff).values({ caseId: file!.id, staffId: pick(people).id })
      }
      if (state === 'awaitingApproval') {
        await tx.insert(decisions).values({
          caseId: file!.id,
          finding: 'substantiated',
          reasons: '',
          measure: '',
          replyForm: 'oral',
          reply: '',
          proposedBy: pick(office).id,
          proposedOn: '2026-03-02',
        })
      }
    }
    for (const officer of everybody) {
      if (chance.below(2) === 0) continue
      const about = [
        { staffId: pick(people).id },
        { windowId: pick(windows).id },
        { caseId: 1 + chance.below(CASES) },
      ]
      await tx.insert(recusals).values({
        hallId: hall.id,
        officerId: officer.id,
        reason: '亲属',
        declaredOn: '2026-03-02',
        ...pick(about),
      })
    }
  })
}

async function officersOf(portal: Portal): Promise<Officer[]> {
  const rows = await portal.db
    .select({ officer: officers, hallId: officerRoles.hallId, role: officerRoles.role })
    .from(officerRoles)
    .innerJoin(officers, eq(officers.id, officerRoles.officerId))
  const byOfficer = Map.groupBy(rows, ({ officer }) => officer.id)
  return [...byOfficer.values()].map((held) => {
    const { id, name, staffId } = held[0]!.officer
    const roles = held.map(({ role }) => role)
    return { id, name, staffId, roles, hallId: held[0]!.hallId, sessionId: 0 }
  })
}

/** The numbers an officer sees, worked out with the rules alone. */
async function seenByRule(portal: Portal, officer: Officer): Promise<string[]> {
  const { db } = portal
  const rows = await db
    .select({ file: caseFiles, complaint: complaints })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
  const [served, relations, named, open] = await Promise.all([
    db.select().from(postings),
    db.select().from(recusals),
    db.select().from(caseStaff),
    db.select().from(decisions),
  ])
  const everybody = await officersOf(portal)
  return rows
    .filter(({ file, complaint }) => {
      const facts = {
        caseId: file.id,
        windowId: complaint.windowId,
        staffIds: [
          ...(complaint.staffId === null ? [] : [complaint.staffId]),
          ...named.filter((row) => row.caseId === file.id).map((row) => row.staffId),
        ],
        occurredOn: complaint.occurredOn,
      }
      const relation = relationOf(officer.id, {
        recused: isRecused(officer, facts, served, relations),
        state: file.state,
        handlerId: file.handlerId,
        proposerId: open.find((row) => row.caseId === file.id)?.proposedBy ?? null,
      })
      const headless = !everybody.some(
        (head) =>
          head.hallId === file.hallId &&
          head.roles.includes('officeHead') &&
          head.id !== file.handlerId &&
          !isRecused(head, facts, served, relations),
      )
      return (
        file.hallId === officer.hallId &&
        seesCase({ roles: officer.roles, relation }, { state: file.state, headless })
      )
    })
    .map(({ file }) => file.number)
    .sort()
}

const seenInDatabase = async (portal: Portal, officer: Officer) =>
  (
    await portal.db
      .select({ number: caseFiles.number })
      .from(caseFiles)
      .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
      .where(seenBy(officer))
  )
    .map(({ number }) => number)
    .sort()

test('the query lets through exactly the cases that the rules let an officer know of', async ({
  portal,
}) => {
  await scatter(portal)
  const accounts = await officersOf(portal)
  const people = await portal.db.select().from(staff)
  const hats: Role[][] = [
    ['officeHead'],
    ['handler'],
    ['complaintDesk', 'windowStaff'],
    ['secondPerson'],
    ['secondPerson', 'handler'],
  ]
  const asked = accounts.flatMap((officer, at) => [
    officer,
    { ...officer, roles: hats[at % hats.length]!, staffId: people[at % people.length]!.id },
  ])
  let seen = 0
  let hidden = 0
  for (const officer of asked) {
    const expected = await seenByRule(portal, officer)
    expect([officer.id, officer.roles, await seenInDatabase(portal, officer)]).toEqual([
      officer.id,
      officer.roles,
      expected,
    ])
    seen += expected.length
    hidden += CASES - expected.length
  }
  expect(asked.length * CASES).toBeGreaterThan(500)
  expect(Math.min(seen, hidden)).toBeGreaterThan(200)
})

/** A case with a photo, and a handler who declared a relation with its window. */
async function keptAway(portal: Portal) {
  const desk = await deskOf(portal, 'qingpu')
  const [file] = await portal.db
    .select({ complaint: complaints })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(eq(caseFiles.id, desk.caseId))
  const photo = portal.world.random.id(16)
  await portal.world.files.put(photo, Buffer.from('a picture'))
  const [, handler] = await portal.officersWith('handler', 'qingpu')
  await portal.world.store.write(async (tx) => {
    await tx.insert(photos).values({
      publicId: photo,
      complaintId: file!.complaint.id,
      bytes: 9,
      width: 1,
      height: 1,
      sha256: '',
      takenInOn: '2026-03-02',
      sweepAfter: portal.world.now(),
    })
  })
  const declare = () =>
    portal.world.store.write(async (tx) => {
      await tx.insert(recusals).values({
        hallId: file!.complaint.hallId,
        officerId: handler!.id,
        windowId: file!.complaint.windowId,
        reason: '亲属',
        declaredOn: '2026-03-02',
      })
    })
  return { ...desk, photo, declare, cookie: await portal.signedIn(handler!.id) }
}

test('a case one is kept away from is in no list, search or count, and answers like none', async ({
  portal,
}) => {
  const { number, photo, cookie, declare } = await keptAway(portal)
  const ask = async (path: string) => {
    const answer = await portal.get(path, cookie)
    return { status: answer.status, text: await answer.text() }
  }
  const mentions = async (path: string) => {
    const { cases } = JSON.parse((await ask(path)).text) as { cases: unknown }
    return JSON.stringify(cases).includes(number)
  }
  const counted = async () =>
    JSON.parse((await ask('/cases/counts')).text) as { registered: number }
  const lists = ['/cases', '/cases?list=all', `/cases?list=all&q=${number}`, '/cases?list=soon']
  for (const path of lists) expect([path, await mentions(path)]).toEqual([path, true])
  expect((await counted()).registered).toBe(1)
  expect((await ask(`/cases/${number}`)).status).toBe(200)
  expect((await ask(`/cases/${number}/photos/${photo}`)).text).toBe('a picture')

  await declare()
  for (const path of lists) expect([path, await mentions(path)]).toEqual([path, false])
  expect(await counted()).toMatchObject({ registered: 0, soon: 0, nextDueOn: null })
  const NOBODYS = 'TS-2222-2222'
  expect(await ask(`/cases/${number}`)).toEqual(await ask(`/cases/${NOBODYS}`))
  expect(await ask(`/cases/${number}/photos/${photo}`)).toEqual(
    await ask(`/cases/${NOBODYS}/photos/${photo}`),
  )
  const send = async (to: string) => {
    const answer = await portal.post(`/cases/${to}/decline`, DECLINE, cookie)
    return { status: answer.status, text: await answer.text() }
  }
  expect(await send(number)).toEqual(await send(NOBODYS))
  expect((await send(number)).status).toBe(404)
})

const DECLINE = { revision: 0, category: 'noFacts', explanation: '没有具体事项。' }

test('a case of another hall answers like none', async ({ portal }) => {
  const { number } = await lodgeAt(portal, 'qingpu')
  const cookie = await portal.as('officeHead', 'anci')
  const [foreign, none] = await Promise.all(
    [number, 'TS-2222-2222'].map(async (asked) => {
      const answer = await portal.get(`/cases/${asked}`, cookie)
      return [answer.status, await answer.text()]
    }),
  )
  expect(foreign).toEqual(none)
  expect(foreign![0]).toBe(404)
  expect(await (await portal.get('/cases?list=all', cookie)).json()).toMatchObject({ cases: [] })
})

test.for<Role>([
  'windowHead',
  'windowStaff',
  'patrolOfficer',
  'assessmentGroup',
  'custodian',
  'auditor',
  'systemAdministrator',
])('%s has no way to any case', async (role, { portal }) => {
  const { number } = await lodgeAt(portal, 'anci', { windowId: null })
  const [officer] = await portal.officersWith(role, 'anci')
  const alone = (await officersOf(portal)).find(({ id }) => id === officer!.id)!
  const cookie = await portal.signedIn(officer!.id)
  for (const path of ['/cases', '/cases/counts', `/cases/${number}`]) {
    expect([path, (await portal.get(path, cookie)).status]).toEqual([path, 403])
  }
  expect(await seenInDatabase(portal, { ...alone, roles: [role] })).toEqual([])
})

test('a photo comes as a picture that can do nothing, and only from its own case', async ({
  portal,
}) => {
  const { number, photo, cookie } = await keptAway(portal)
  const answer = await portal.get(`/cases/${number}/photos/${photo}`, cookie)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'content-disposition': `inline; filename="${photo}.jpg"`,
  })
  const other = await lodgeAt(portal, 'qingpu')
  expect((await portal.get(`/cases/${other.number}/photos/${photo}`, cookie)).status).toBe(404)
  expect((await portal.get(`/cases/${number}/photos/${photo}`)).status).toBe(401)
})

test('every list is found by index: no large table is read through', async ({ portal }) => {
  const [officer] = (await officersOf(portal)).filter(({ roles }) => roles.includes('handler'))
  const days = { today: '2026-03-02' as Day, soonUntil: '2026-03-04' as Day }
  const { db } = portal
  const queries = [
    ...CASE_LISTS.map((list) => queueQuery(db, officer!, { list, q: '', page: 2 }, days)),
    queueQuery(db, officer!, { list: 'all', q: '3号', page: 1 }, days),
    countsQuery(db, officer!, days),
  ]
  for (const query of queries) {
    const { rows } = await portal.db.run(sql`explain query plan ${query.getSQL()}`)
    const plan = rows.map((row) => String(row.detail))
    expect(plan.length).toBeGreaterThan(3)
    expect(plan.filter((line) => line.startsWith('SCAN') && !line.includes('CONSTANT'))).toEqual([])
    expect(plan.find((line) => line.includes('case_files'))).toMatch(/^SEARCH case_files USING/)
  }
})

test('the lists hold what they say, the next due first, twenty-five a page', async ({ portal }) => {
  portal.setClock('2026-03-02 09:00')
  const first = await deskOf(portal, 'qingpu')
  await first.accepted()
  portal.setClock('2026-03-05 09:00')
  for (let more = 0; more < 26; more++)
    await lodgeAt(portal, 'qingpu', { occurredOn: '2026-03-05' })
  const cookie = await portal.as('complaintDesk', 'qingpu')
  type Page = { more: boolean; cases: { number: string; due: unknown; state: string }[] }
  const list = async (query: string) =>
    (await (await portal.get(`/cases?${query}`, cookie)).json()) as Page
  const page = await list('list=registered')
  expect([page.cases.length, page.more]).toEqual([25, true])
  expect((await list('list=registered&page=2')).cases).toHaveLength(1)
  const soon = await list('list=soon')
  expect(soon.cases[0]).toMatchObject({
    number: first.number,
    state: 'accepted',
    gist: '态度生硬',
    due: { on: '2026-03-05', workingDaysLeft: 0, state: 'today' },
  })
  portal.setClock('2026-03-09 09:00')
  const overdue = await list('list=overdue')
  expect(overdue.cases[0]).toMatchObject({ due: { workingDaysLeft: -2, state: 'overdue' } })
  const hall = await portal.hall('qingpu')
  const [handler] = await portal.officersWith('handler', 'qingpu')
  const roles: Role[] = ['handler']
  expect(
    await caseCounts(portal.world, { ...handler!, hallId: hall.id, roles, sessionId: 0 }),
  ).toMatchObject({ registered: 26, mine: 1, overdue: 27, soon: 0, nextDueOn: '2026-03-05' })
})

test.for<[why: string, q: string, found: boolean]>([
  ['by its number, in small letters too', 'NUMBER', true],
  ['by the gist', '生硬', true],
  ['by the window', '1号', true],
  ['never by what the citizen wrote', '社保转移', false],
  ['signs of a pattern mean themselves', '%', false],
])('a case is found %s', async ([, q, found], { portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.accepted()
  const asked = q === 'NUMBER' ? desk.number.toLowerCase() : q
  const cookie = await portal.as('complaintDesk', 'qingpu')
  const answer = await portal.get(`/cases?list=all&q=${encodeURIComponent(asked)}`, cookie)
  const { cases } = (await answer.json()) as { cases: unknown[] }
  expect(cases).toHaveLength(found ? 1 : 0)
})
