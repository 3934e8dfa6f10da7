import { eq, sql } from 'drizzle-orm'
import { can } from '../../api/rules/can.ts'
import { type Role, ROLES } from '../../api/rules/roles.ts'
import { events } from '../../db/schema/index.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Event = {
  seq: number
  kind: string
  object: string
  officer: string | null
  at: number | null
}
type Log = {
  object: string | null
  events: Event[]
  last: { checked: number; broken: number | null; officer: string | null } | null
}

const logOf = async (portal: Portal, query = '', hall = 'anci'): Promise<Log> => {
  const answer = await portal.get(`/audit${query}`, await portal.as('auditor', hall))
  expect(answer.status).toBe(200)
  return (await answer.json()) as Log
}

test.for<[why: string, role: Role]>(
  ROLES.map((role) => [
    `the log of ${role === 'auditor' ? 'an auditor is open' : `a ${role} is shut`}`,
    role,
  ]),
)('%s', async ([, role], { portal }) => {
  const cookie = await portal.as(role)
  const actor = { id: 1, roles: [role], staffId: null, relation: null }
  const may = can(actor, 'read', { kind: 'audit' })
  expect(may).toBe(role === 'auditor')
  expect((await portal.get('/audit', cookie)).status).toBe(may ? 200 : 403)
  expect((await portal.post('/audit/verifications', {}, cookie)).status).toBe(may ? 201 : 403)
})

test('who is not signed in is asked to sign in', async ({ portal }) => {
  expect((await portal.get('/audit')).status).toBe(401)
})

test('an auditor has the log checked, and that they did is itself entered', async ({ portal }) => {
  const cookie = await portal.as('auditor')
  const [auditor] = await portal.officersWith('auditor')
  expect((await logOf(portal)).last).toBeNull()
  const rows = await portal.db.select().from(events)
  const answer = await portal.post('/audit/verifications', {}, cookie)
  expect(await answer.json()).toEqual({ checked: rows.length, broken: null })
  const { last, events: newest } = await logOf(portal)
  expect(last).toMatchObject({ checked: rows.length, broken: null, officer: auditor!.name })
  expect(newest[0]).toMatchObject({
    seq: rows.length + 1,
    kind: 'chain-verified',
    officer: auditor!.name,
  })
})

test('the first row that was changed is named', async ({ portal }) => {
  await portal.world.store.write(async (tx) => {
    await tx.run(sql`drop trigger events_no_update`)
    await tx.update(events).set({ kind: 'nothing-done' }).where(eq(events.seq, 3))
  })
  const answer = await portal.post('/audit/verifications', {}, await portal.as('auditor'))
  expect(await answer.json()).toEqual({ checked: 2, broken: { seq: 3, why: 'changed' } })
  expect((await logOf(portal)).last).toMatchObject({ checked: 2, broken: 3 })
})

test('one object or one kind of objects can be asked for, newest first', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal, 'anci')
  await lodgeAt(portal, 'anci')
  const one = await logOf(portal, `?object=case:${caseId}`)
  expect(one.object).toBe(`case:${caseId}`)
  expect(new Set(one.events.map(({ object }) => object))).toEqual(new Set([`case:${caseId}`]))
  const all = await logOf(portal, '?object=case')
  expect(new Set(all.events.map(({ object }) => object)).size).toBe(2)
  const seqs = all.events.map(({ seq }) => seq)
  expect(seqs).toEqual([...seqs].sort((a, b) => b - a))
  expect((await logOf(portal, '?object=%27or%201')).object).toBeNull()
  expect((await logOf(portal, '?object=case:999999')).events).toEqual([])
})

test('no more than the last hundred are shown, and none of another hall', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal, 'bingcha')
  const { events: own } = await logOf(portal)
  expect(own.length).toBeLessThanOrEqual(100)
  expect((await logOf(portal, `?object=case:${caseId}`)).events).toEqual([])
  expect((await logOf(portal, `?object=case:${caseId}`, 'bingcha')).events).not.toEqual([])
})

test('a confidential complaint has a day and no time, a rating no number', async ({ portal }) => {
  const { caseId } = await lodgeAt(portal, 'anci', { identity: 'anonymous', contact: null })
  const { events: found } = await logOf(portal, `?object=case:${caseId}`)
  expect(found.find(({ kind }) => kind === 'complaint-lodged')).toMatchObject({ at: null })
  const [window] = await portal.windowsOf()
  expect((await portal.post('/ratings', { window: window!.code, level: 5 })).status).toBe(201)
  expect((await logOf(portal)).events[0]).toMatchObject({
    kind: 'rating-posted',
    object: expect.stringMatching(/^window:\d+$/),
  })
})
