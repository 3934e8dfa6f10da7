import { eq } from 'drizzle-orm'
import { caseStaff, events, outbox, staff, statementRequests } from '../../db/schema/index.ts'
import { statementAsked } from '../../emails/statement-asked.ts'
import { letterFacts } from '../../api/reads/letter-facts.ts'
import { DECISION, deskOf } from '../support/desk.ts'
import { expect, type Portal, test } from '../support/portal.ts'
import { STORY } from '../support/complaint.ts'

/** A case under inquiry, and the head of its window, who signs in. */
async function inquiry(portal: Portal, hall = 'qingpu') {
  const desk = await deskOf(portal, hall)
  await desk.accepted()
  await desk.done('inquiry')
  const [head] = await portal.officersWith('windowHead', hall)
  const [person] = await portal.db.select().from(staff).where(eq(staff.id, head!.staffId!))
  const cookie = await portal.signedIn(head!.id)
  const ask = (body: Record<string, unknown> = {}) =>
    desk.act('statement-requests', {
      staff: person!.publicId,
      gist: '有群众反映叫号后久等',
      subject: 'yes',
      ...body,
    })
  const own = async (as = cookie) =>
    (await (await portal.get('/statements', as)).json()) as {
      statements: Record<string, unknown>[]
    }
  return { desk, head: head!, person: person!, cookie, ask, own }
}

test('who is heard reads the gist, the clause, the day and the due date, and nothing else', async ({
  portal,
}) => {
  const { desk, ask, own } = await inquiry(portal)
  expect((await ask()).status).toBe(201)
  const { statements } = await own()
  expect(statements).toHaveLength(1)
  expect(Object.keys(statements[0]!).sort()).toEqual([
    'askedOn',
    'clause',
    'day',
    'due',
    'gist',
    'id',
    'statedOn',
    'statement',
  ])
  expect(statements[0]).toMatchObject({
    gist: '有群众反映叫号后久等',
    day: '2026-03-02',
    due: { on: '2026-03-03' },
    statedOn: null,
  })
  const text = JSON.stringify(statements)
  for (const kept of [STORY, desk.number, '王先生', '13900001234', '09:00']) {
    expect(text).not.toContain(kept)
  }
})

test('a statement is given once, by the one it is asked of, and counts as hearing', async ({
  portal,
}) => {
  const { desk, cookie, ask, own } = await inquiry(portal)
  await ask()
  const [{ id }] = (await own()).statements as [{ id: string }]
  const other = await portal.as('windowHead', 'qingpu', 1)
  expect((await own(other)).statements).toEqual([])
  const post = (as: string, statement = '当时系统故障。') =>
    portal.post(`/statements/${id}`, { statement }, as)
  expect((await post(other)).status).toBe(404)
  expect((await post(await desk.cookieOf('handler'))).status).toBe(404)
  expect((await post(cookie, ' ')).status).toBe(422)
  const statuses = await Promise.all([post(cookie), post(cookie), post(cookie)])
  expect(statuses.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  expect((await desk.clocks()).statement).toEqual({ dueOn: '2026-03-03', metOn: '2026-03-02' })
  expect((await desk.read('handler')).body.statements).toMatchObject([
    { statement: '当时系统故障。', statedOn: '2026-03-02' },
  ])
  await desk.done('inquiry-notes', { role: 'complainant', summary: '等了四十分钟。' })
  await desk.done('decision', DECISION)
  const given = await portal.db.select().from(events).where(eq(events.kind, 'statement-given'))
  expect(given).toHaveLength(1)
})

test.for<[why: string, gist: string]>([
  ['a telephone number', '请回电 13900001234'],
  ['an e-mail address', '可联系 w@mail.test'],
])('%s in the gist is stopped before anybody reads it', async ([, gist], { portal }) => {
  const { ask, own } = await inquiry(portal)
  const answer = await ask({ gist })
  expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, ['gist']])
  expect((await own()).statements).toEqual([])
})

test('the letter to the person heard says by when and names no case', async ({ portal }) => {
  const { desk, head, ask } = await inquiry(portal)
  await ask()
  const [letter] = await portal.db.select().from(outbox).where(eq(outbox.kind, 'statement-asked'))
  expect(letter).toMatchObject({ officerId: head.id, toComplainant: false })
  const facts = await letterFacts(portal.db, 'http://hall.test', letter!)
  const { subject, text } = statementAsked(facts)
  expect(text).toContain('2026-03-03')
  expect(`${subject}${text}`).not.toContain(desk.number)
})

test('the person complained about is kept away from then on, a witness is not', async ({
  portal,
}) => {
  const { desk, person, ask } = await inquiry(portal)
  await ask({ subject: 'no' })
  expect(await portal.db.select().from(caseStaff)).toEqual([])
  await ask()
  expect(await portal.db.select().from(caseStaff)).toEqual([
    { caseId: desk.caseId, staffId: person.id },
  ])
})

test('after an extension there are three working days for a statement', async ({ portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.accepted({ track: 'complex' })
  await desk.done('inquiry')
  await desk.done(
    'extension',
    { newDueOn: '2026-03-10', explanation: '要等测绘。', told: true },
    'officeHead',
  )
  const [head] = await portal.officersWith('windowHead', 'qingpu')
  const [person] = await portal.db.select().from(staff).where(eq(staff.id, head!.staffId!))
  await desk.done('statement-requests', { staff: person!.publicId, gist: '久等', subject: true })
  expect(await portal.db.select().from(statementRequests)).toMatchObject([{ dueOn: '2026-03-05' }])
})

test('nobody of another hall is asked', async ({ portal }) => {
  const { desk } = await inquiry(portal)
  const [foreign] = await portal.officersWith('windowHead', 'anci')
  const [person] = await portal.db.select().from(staff).where(eq(staff.id, foreign!.staffId!))
  const answer = await desk.act('statement-requests', { staff: person!.publicId, gist: '久等' })
  expect(answer.status).toBe(422)
})
