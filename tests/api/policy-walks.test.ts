import { eq } from 'drizzle-orm'
import type { PolicyKey } from '../../api/policies/index.ts'
import { caseFiles, outbox, outcomes, scoreEntries } from '../../db/schema/index.ts'
import { anotherHall } from '../support/another-hall.ts'
import { DECISION, type Desk, deskOf } from '../support/desk.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

const EVIDENCE = { evidence: '询问笔录三份，监控一段。' }
const WAIVED = { scoreWaiver: '规定没有写这一条扣多少分。' }

/** Closed with what the hall asks for, and put away. */
async function putAway(desk: Desk, closing: Record<string, unknown>) {
  await desk.nobodyHeld()
  await desk.done('closing', { departmentTold: 'yes', ...closing })
  await desk.done('archiving', EVIDENCE)
}

const fileOf = async (portal: Portal, { caseId }: Desk) => {
  const [file] = await portal.db.select().from(caseFiles).where(eq(caseFiles.id, caseId))
  return file!
}

const statesOf = async (desk: Desk) => {
  const { body } = await desk.read('officeHead')
  const states = (body.steps as unknown as { to: string }[]).map(({ to }) => to)
  return states.filter((state, index) => state !== states[index - 1])
}

const departmentsOf = async (desk: Desk): Promise<string[]> => {
  const { body } = await desk.read('officeHead')
  const { departments } = body.choices as unknown as { departments: { id: number }[] }
  return departments.map(({ id }) => String(id))
}

test('Anci: a letter found in the box before the Spring Festival, about two departments', async ({
  portal,
}) => {
  portal.setClock('2025-01-24 09:00')
  const desk = await deskOf(portal, 'anci', { channel: 'commentBox', nature: 'written' })
  const departments = (await departmentsOf(desk)).slice(0, 2)
  await desk.accepted({ track: 'complex', departments })
  await desk.done('inquiry')
  await desk.heard()
  expect((await desk.clocks()).coordinationOpinion?.dueOn).toBe('2025-02-05')
  portal.setClock('2025-02-05 10:00')
  await desk.done('coordination-opinion', { text: '建议两个部门一起受理。' })
  expect((await desk.clocks()).groupReview?.dueOn).toBe('2025-02-07')
  portal.setClock('2025-02-06')
  await desk.done('leader-review', { text: '同意开协调会。' }, 'officeHead')
  expect((await desk.clocks()).coordinationMeeting?.dueOn).toBe('2025-02-10')
  portal.setClock('2025-02-07')
  await desk.done('meeting', {
    heldOn: '2025-02-07',
    present: '两部门首席代表',
    decision: '合并受理',
  })
  await desk.done('final-opinion', { text: '按会议决定办理。' })
  portal.setClock('2025-02-08 16:00')
  for (const department of departments) {
    await desk.done('department-results', { department, text: '已经改正。' })
  }
  expect((await desk.clocks()).replyAfterDepartment?.dueOn).toBe('2025-02-10')
  portal.setClock('2025-02-10 11:00')
  await desk.done('decision', { ...DECISION, replyForm: 'recordForm' })
  await desk.done('approval', {}, 'officeHead')
  await putAway(desk, {})
  expect(await statesOf(desk)).toEqual([
    'registered',
    'accepted',
    'investigating',
    'coordinating',
    'leaderReview',
    'coordinationMeeting',
    'finalOpinion',
    'awaitingApproval',
    'replied',
    'closed',
    'archived',
  ])
  expect(await desk.clocks()).toMatchObject({
    acceptance: { dueOn: '2025-01-26' },
    coordinationOpinion: { dueOn: '2025-02-05', metOn: '2025-02-05' },
    groupReview: { dueOn: '2025-02-07', metOn: '2025-02-06' },
    coordinationMeeting: { dueOn: '2025-02-10', metOn: '2025-02-07' },
    replyAfterDepartment: { dueOn: '2025-02-10', metOn: '2025-02-10' },
    archive: { dueOn: '2025-02-24', metOn: '2025-02-10' },
  })
})

test('Bingcha: a letter answered in writing after two explanations of a missed promise', async ({
  portal,
}) => {
  portal.setClock('2025-09-29 10:00')
  const desk = await deskOf(portal, 'bingcha', { channel: 'letter', nature: 'written' })
  await desk.accepted({ track: 'investigated', promisedOn: '2025-10-09' })
  await desk.done('inquiry')
  await desk.heard()
  for (const [today, newDueOn] of [
    ['2025-10-09', '2025-10-11'],
    ['2025-10-11', '2025-10-14'],
  ]) {
    portal.setClock(`${today} 15:00`)
    const explained = { newDueOn, explanation: '还在等设计单位回函。', told: 'yes' }
    await desk.done('extension', explained, 'officeHead')
  }
  portal.setClock('2025-10-14 11:00')
  const oral = await desk.act('decision', { ...DECISION, replyForm: 'oral' })
  expect([oral.status, oral.body.reason]).toEqual([422, 'reply-must-be-written'])
  await desk.done('decision', DECISION)
  await desk.done('approval', {}, 'secondPerson')
  await putAway(desk, { circularSent: 'yes' })
  expect(await desk.clocks()).toMatchObject({
    acceptance: { dueOn: '2025-09-30', metOn: '2025-09-29' },
    promise: { dueOn: '2025-10-14', metOn: '2025-10-14' },
  })
  expect(await fileOf(portal, desk)).toMatchObject({
    state: 'archived',
    repliedOn: '2025-10-14',
    archivedOn: '2025-10-14',
  })
})

test('Qingpu: a visit explained on the third working day and answered on the tenth', async ({
  portal,
}) => {
  portal.setClock('2025-01-17 10:00')
  const desk = await deskOf(portal, 'qingpu', { channel: 'visit' })
  await desk.accepted({ track: 'complex' })
  await desk.done('inquiry')
  await desk.heard()
  expect((await desk.clocks()).reply?.dueOn).toBe('2025-01-22')
  portal.setClock('2025-01-22 15:00')
  await desk.done(
    'extension',
    { newDueOn: '2025-02-07', explanation: '要等测绘结果。', told: 'yes' },
    'officeHead',
  )
  portal.setClock('2025-02-07 15:00')
  await desk.done('decision', DECISION)
  await desk.done('approval', {}, 'officeHead')
  await putAway(desk, {
    circularSent: 'yes',
    ...WAIVED,
    vetoedAwards: ['quarterStar', 'yearStar', 'excellentWindow'],
  })
  expect(await desk.clocks()).toMatchObject({
    reply: { dueOn: '2025-02-07', metOn: '2025-02-07' },
    maximum: { dueOn: '2025-02-07', metOn: '2025-02-07' },
    archive: { dueOn: '2025-02-20', metOn: '2025-02-07' },
  })
})

test('Qingpu: a slip of 12345 with a limit is answered to the hotline before it is closed', async ({
  portal,
}) => {
  portal.setClock('2025-09-30 10:00')
  const desk = await deskOf(portal, 'qingpu', {
    channel: 'hotlineTransfer',
    nature: 'written',
    contact: { name: '王先生', phone: '13900001234', email: '' },
    externalDueOn: '2025-10-14',
    externalNumber: 'QP-20250930',
  })
  await desk.accepted({ track: 'transferred' })
  await desk.done('inquiry')
  await desk.heard()
  portal.setClock('2025-10-13 10:00')
  await desk.done('decision', { ...DECISION, finding: 'unsubstantiated' })
  await desk.done('approval', {}, 'officeHead')
  expect(await desk.clocks()).toEqual({
    acceptance: { dueOn: '2025-10-09', metOn: '2025-09-30' },
    external: { dueOn: '2025-10-14', metOn: null },
  })
  const closing = { departmentTold: 'yes', circularSent: 'yes' }
  const unanswered = await desk.act('closing', closing)
  expect([unanswered.status, unanswered.body.reason]).toEqual([409, 'sender-answer-missing'])
  portal.setClock('2025-10-14 10:00')
  const sender = { answeredOn: '2025-10-14', letterNumber: '青政服函〔2025〕31号' }
  const uncalled = await desk.act('sender-answer', sender)
  expect([uncalled.status, uncalled.body.errors]).toEqual([
    422,
    { citizenTold: ['投诉人只留了电话。请打电话告知答复，再勾选。'] },
  ])
  const early = { ...sender, citizenTold: 'yes', answeredOn: '2025-10-12' }
  expect((await desk.act('sender-answer', early)).status).toBe(422)
  await desk.done('sender-answer', { ...sender, citizenTold: 'yes' })
  expect((await desk.clocks()).external).toEqual({ dueOn: '2025-10-14', metOn: '2025-10-14' })
  expect((await desk.read('handler')).body.senderAnswer).toMatchObject({
    answeredOn: '2025-10-14',
    letterNumber: '青政服函〔2025〕31号',
    citizenToldOn: '2025-10-14',
  })
  await desk.done('closing', closing)
  await desk.done('archiving', EVIDENCE)
  expect((await fileOf(portal, desk)).state).toBe('archived')
})

test('Yuanzhou: what a home visit found goes to the archive, and nobody is answered', async ({
  portal,
}) => {
  await anotherHall(portal, 'yuanzhou')
  portal.setClock('2025-09-30 10:00')
  const desk = await deskOf(portal, 'yuanzhou', {
    channel: 'homeVisit',
    inspection: { by: 'supervisionBody', unit: '市政务服务监督科' },
    nature: 'written',
    identity: 'anonymous',
    category: 'attitude',
    contact: null,
  })
  const declined = await desk.act('decline', { category: 'noFacts', explanation: '不办。' })
  expect([declined.status, declined.body.reason]).toEqual([409, 'act-not-in-state'])
  await desk.accepted({ track: 'complex' })
  await desk.done('inquiry')
  const nobody = await desk.act('inquiry-notes', { role: 'complainant', summary: '没有投诉人。' })
  expect([nobody.status, Object.keys(nobody.body.errors!)]).toEqual([422, ['role']])
  const message = await desk.act('messages', { text: '您好。' })
  expect([message.status, message.body.reason]).toEqual([409, 'act-not-in-state'])
  const withoutReply = { ...DECISION, replyForm: '', reply: '' }
  const unheard = await desk.act('decision', withoutReply)
  expect([unheard.status, unheard.body.reason]).toEqual([409, 'subject-not-asked'])
  await desk.done('inquiry-notes', { role: 'subject', summary: '本人承认。' })
  await desk.done(
    'extension',
    { newDueOn: '2025-10-21', explanation: '还要走访两户。' },
    'officeHead',
  )
  portal.setClock('2025-10-20 10:00')
  const half = await desk.act('decision', { ...withoutReply, reply: '谢谢您。' })
  expect([half.status, Object.keys(half.body.errors!)]).toEqual([422, ['replyForm']])
  await desk.done('decision', withoutReply)
  await desk.done('approval', {}, 'secondPerson')
  expect(await fileOf(portal, desk)).toMatchObject({ state: 'decided', repliedOn: null })
  expect(await portal.db.select().from(scoreEntries)).toEqual([])
  const { body } = await desk.read('officeHead')
  expect(body.decisions).toMatchObject([{ replyForm: null, reply: null, approved: true }])
  await putAway(desk, WAIVED)
  expect(await statesOf(desk)).toEqual([
    'registered',
    'accepted',
    'investigating',
    'awaitingApproval',
    'decided',
    'closed',
    'archived',
  ])
  expect(await desk.clocks()).toMatchObject({
    reply: { dueOn: '2025-10-21', metOn: '2025-10-20' },
    maximum: { dueOn: '2025-10-21', metOn: '2025-10-20' },
  })
  const letters = await portal.db.select().from(outbox).where(eq(outbox.caseId, desk.caseId))
  expect(letters.filter(({ officerId }) => officerId === null)).toEqual([])
  expect(await portal.db.select().from(outcomes)).toMatchObject([
    { caseId: desk.caseId, withheld: null, holdUntil: '2025-10-27' },
  ])
  const draft = async (remedy: string) =>
    portal.post(
      `/outcomes/${desk.number}/drafts`,
      { draft: 0, remedy, summary: '检查发现服务态度问题，属实。' },
      await desk.cookieOf('officeHead'),
    )
  expect((await draft('apologised')).status).toBe(422)
  expect((await draft('instructed')).status).toBe(201)
  const page = await portal.get(
    `/cases/${desk.number}/deadlines`,
    await desk.cookieOf('officeHead'),
  )
  expect(await page.json()).toMatchObject({ inspected: true })
})

describe.for<[policy: PolicyKey, named: boolean]>([
  ['yuanzhou', true],
  ['yichuang', false],
  ['standard', false],
])('%s', ([policy, named]) => {
  test('a written complaint goes from receipt to the archive on three and ten days', async ({
    portal,
  }) => {
    await anotherHall(portal, policy)
    portal.setClock('2025-09-30 22:00')
    const desk = await deskOf(portal, policy, { channel: 'email', nature: 'written' })
    portal.setClock('2025-10-09 10:00')
    await desk.accepted({ track: 'complex' })
    expect(await desk.clocks()).toMatchObject({
      acceptance: { dueOn: '2025-10-09', metOn: '2025-10-09' },
      reply: { dueOn: '2025-10-11', metOn: null },
      maximum: { dueOn: '2025-10-21', metOn: null },
    })
    await desk.done('inquiry')
    await desk.heard()
    const explained = { explanation: '要等外单位回函。', told: 'yes' }
    const far = await desk.act('extension', { ...explained, newDueOn: '2025-10-22' }, 'officeHead')
    expect([far.status, far.body.reason]).toEqual([422, 'extension-above-maximum'])
    await desk.done('extension', { ...explained, newDueOn: '2025-10-21' }, 'officeHead')
    portal.setClock('2025-10-20 10:00')
    const oral = await desk.act('decision', { ...DECISION, replyForm: 'oral' })
    expect([oral.status, oral.body.reason]).toEqual([422, 'reply-must-be-written'])
    await desk.done('decision', DECISION)
    await desk.done('approval', {}, 'secondPerson')
    await putAway(desk, WAIVED)
    expect(await statesOf(desk)).toEqual([
      'registered',
      'accepted',
      'investigating',
      'awaitingApproval',
      'replied',
      'closed',
      'archived',
    ])
    expect(await portal.db.select().from(outcomes)).toMatchObject([
      { caseId: desk.caseId, holdUntil: '2025-10-27' },
    ])
  })

  test('citizens rate, find its rules and who serves, and see that it gives no stars', async ({
    portal,
  }) => {
    await anotherHall(portal, policy)
    const [window] = await portal.windowsOf(policy)
    const seen = (await (await portal.get(`/windows/${window!.code}`)).json()) as {
      levels: { level: number }[]
    }
    expect(seen.levels.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1])
    expect((await portal.post('/ratings', { window: window!.code, level: 2 })).status).toBe(201)
    const rules = (await (await portal.get(`/halls/${policy}/rules`)).json()) as {
      systems: { clauses: { key: string }[] }[]
    }
    const citable = rules.systems.flatMap(({ clauses }) => clauses.map(({ key }) => key))
    expect(citable).toContain(`${policy}.${policy === 'standard' ? 'attitude' : 'first'}`)
    const about = (await (await portal.get(`/halls/${policy}/windows/${window!.code}`)).json()) as {
      serving: { name: string | null }[]
    }
    expect(about.serving.every(({ name }) => (name !== null) === named)).toBe(true)
    expect((await portal.get(`/stars/${policy}`)).status).toBe(200)
  })

  test('officers find no sheet to write points on', async ({ portal }) => {
    await anotherHall(portal, policy)
    portal.setClock('2025-10-09 10:00')
    const [officer] = await portal.officersWith('officeHead', policy)
    const cookie = await portal.signedIn(officer!.id)
    const scores = (await (await portal.get('/scores', cookie)).json()) as { sheet: unknown }
    expect(scores.sheet).toBeNull()
    const year = (await (await portal.get('/score-years', cookie)).json()) as { table: unknown }
    expect(year.table).toBeNull()
    const entry = { item: 'A01', quantity: 1, occurredOn: '2025-10-09', reason: '迟到' }
    const patrol = await portal.as('patrolOfficer', policy)
    const refused = await portal.post('/scores/entries', entry, patrol)
    expect([refused.status, ((await refused.json()) as { says: string }).says]).toEqual([
      409,
      '本大厅的规章没有每月计分，不用记分。',
    ])
  })
})
