import { eq } from 'drizzle-orm'
import {
  awardVetoes,
  caseFiles,
  caseSteps,
  events,
  outbox,
  outcomes,
  scoreEntries,
  tasks,
} from '../../db/schema/index.ts'
import type { ComplaintDetails } from '../../api/acts/lodge-complaint.ts'
import { withdrawCase } from '../../api/acts/case/withdraw-case.ts'
import { DECISION, type Desk, deskOf } from '../support/desk.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

const eventsOf = (portal: Portal, caseId: number) =>
  portal.db
    .select()
    .from(events)
    .where(eq(events.object, `case:${caseId}`))
    .orderBy(events.seq)

const departmentsOf = async (desk: Desk) => {
  const { body } = await desk.read('officeHead')
  const { departments } = body.choices as unknown as { departments: { id: number }[] }
  return departments.map(({ id }) => id)
}

describe('Anci', () => {
  test('a visit is settled on the spot the same day', async ({ portal }) => {
    portal.setClock('2025-03-05 10:00')
    const desk = await deskOf(portal, 'anci', { channel: 'visit' })
    await desk.accepted({ track: 'simple' })
    const { body } = await desk.read('handler')
    expect(body.mayResolveOnSpot).toBe(true)
    portal.setClock('2025-03-05 10:25')
    await desk.done('on-spot', {
      ...DECISION,
      complainant: '等了四十分钟。',
      subject: '当时在整理材料。',
      replyForm: 'recordForm',
      finding: 'unsubstantiated',
    })
    await desk.done('approval', {}, 'officeHead')
    const closed = await desk.act('closing', { departmentTold: true })
    expect([closed.status, closed.body]).toMatchObject([201, { state: 'closed' }])
    expect(await desk.clocks()).toEqual({
      acceptance: { dueOn: '2025-03-06', metOn: '2025-03-05' },
      reply: { dueOn: '2025-03-19', metOn: '2025-03-05' },
      archive: { dueOn: '2025-03-19', metOn: null },
    })
  })

  test('a letter in the box about two departments goes the whole coordinated way', async ({
    portal,
  }) => {
    portal.setClock('2025-01-24 09:00')
    const desk = await deskOf(portal, 'anci', { channel: 'commentBox', nature: 'written' })
    const [first, second] = (await departmentsOf(desk)).slice(0, 2)
    await desk.accepted({ track: 'complex', departments: [String(first), String(second)] })
    expect((await desk.clocks()).coordinationOpinion).toEqual({ dueOn: '2025-02-05', metOn: null })

    await desk.done('inquiry')
    const early = await desk.act('coordination-opinion', { text: '建议两部门并联。' })
    expect([early.status, early.body.reason]).toEqual([409, 'complainant-not-asked'])
    await desk.heard()
    portal.setClock('2025-02-05 17:00')
    await desk.done('coordination-opinion', { text: '建议两部门并联。' })
    expect((await desk.clocks()).coordinationOpinion?.metOn).toBe('2025-02-05')

    const skipped = await desk.act('final-opinion', { text: '……' })
    expect([skipped.status, skipped.body.reason]).toEqual([409, 'act-not-in-state'])
    portal.setClock('2025-02-06')
    const notHead = await desk.act('leader-review', { text: '同意。' })
    expect([notHead.status, notHead.body.reason]).toEqual([403, 'act-not-for-role'])
    await desk.done('leader-review', { text: '同意。' }, 'officeHead')
    portal.setClock('2025-02-07')
    const meeting = { heldOn: '2025-02-07', present: '两部门首席代表', decision: '各派一人' }
    const future = await desk.act('meeting', { ...meeting, heldOn: '2025-02-10' })
    expect(future.status).toBe(422)
    await desk.done('meeting', meeting)
    await desk.done('final-opinion', { text: '按会议决定办理。' })

    const owing = await desk.act('decision', { ...DECISION, replyForm: 'recordForm' })
    expect([owing.status, owing.body.reason]).toEqual([409, 'department-result-missing'])
    portal.setClock('2025-02-08 16:00')
    await desk.done('department-results', { department: first, text: '已整改' })
    expect((await desk.clocks()).replyAfterDepartment).toBeUndefined()
    await desk.done('department-results', { department: second, text: '已整改' })
    expect((await desk.clocks()).replyAfterDepartment).toEqual({
      dueOn: '2025-02-10',
      metOn: null,
    })

    portal.setClock('2025-02-10 11:00')
    await desk.done('decision', { ...DECISION, replyForm: 'recordForm' })
    await desk.done('approval', {}, 'secondPerson')
    expect((await desk.clocks()).replyAfterDepartment?.metOn).toBe('2025-02-10')
    const { body } = await desk.read('officeHead')
    expect((body.steps as unknown as { to: string }[]).map(({ to }) => to)).toEqual([
      'registered',
      'accepted',
      'investigating',
      'coordinating',
      'leaderReview',
      'coordinationMeeting',
      'finalOpinion',
      'finalOpinion',
      'finalOpinion',
      'awaitingApproval',
      'replied',
    ])
  })

  test('a department result on a Friday before a make-up Sunday is due on the Sunday', async ({
    portal,
  }) => {
    portal.setClock('2025-09-24')
    const desk = await deskOf(portal, 'anci')
    const [first, second] = await departmentsOf(desk)
    await desk.accepted({ track: 'complex', departments: [first, second].map(String) })
    await desk.done('inquiry')
    portal.setClock('2025-09-26')
    await desk.done('department-results', { department: first, text: '已整改' })
    await desk.done('department-results', { department: second, text: '已整改' })
    expect((await desk.clocks()).replyAfterDepartment?.dueOn).toBe('2025-09-28')
  })

  test('an opinion given on the fourth day is kept and is late', async ({ portal }) => {
    const desk = await deskOf(portal, 'anci')
    const [first, second] = await departmentsOf(desk)
    await desk.accepted({ track: 'complex', departments: [first, second].map(String) })
    await desk.done('inquiry')
    await desk.heard()
    portal.setClock('2026-03-06')
    await desk.done('coordination-opinion', { text: '建议并联。' })
    expect((await desk.clocks()).coordinationOpinion).toEqual({
      dueOn: '2026-03-05',
      metOn: '2026-03-06',
    })
  })

  test.for<[why: string, body: Record<string, unknown>, reason: string]>([
    ['two departments are never simple', { track: 'simple', both: true }, 'track-must-be-complex'],
    ['one department needs no meeting', { track: 'complex' }, 'complex-needs-departments'],
    ['nothing was sent on by another organ', { track: 'transferred' }, 'track-not-offered'],
    [
      'no dates are promised here',
      { track: 'simple', promisedOn: '2026-03-04' },
      'promise-not-used-here',
    ],
  ])('%s', async ([, { both, ...body }, reason], { portal }) => {
    const desk = await deskOf(portal, 'anci')
    const departments = both ? (await departmentsOf(desk)).slice(0, 2).map(String) : []
    const answer = await desk.act(
      'acceptance',
      { gist: '态度生硬', departments, ...body },
      'handler',
    )
    expect([answer.status, answer.body.reason]).toEqual([422, reason])
    expect((await desk.read('officeHead')).body.state).toBe('registered')
  })

  test('a verified complaint proposes five points, of the month of the decision', async ({
    portal,
  }) => {
    portal.setClock('2026-03-31')
    const desk = await deskOf(portal, 'anci')
    await desk.accepted()
    await desk.done('inquiry')
    await desk.heard()
    portal.setClock('2026-04-01')
    await desk.done('decision', { ...DECISION, replyForm: 'recordForm' })
    await desk.done('approval', {}, 'officeHead')
    const unheld = await desk.act('closing', { departmentTold: 'yes' })
    expect([unheld.status, unheld.body.reason]).toEqual([409, 'accountability-missing'])
    await desk.nobodyHeld()
    const untold = await desk.act('closing')
    expect([untold.status, untold.body.reason]).toEqual([409, 'department-notice-missing'])
    expect(await portal.db.select().from(scoreEntries)).toEqual([])
    await desk.done('closing', { departmentTold: 'yes' })
    expect(await portal.db.select().from(scoreEntries)).toMatchObject([
      { item: 'A17', points: -5, period: '2026-04', caseId: desk.caseId, confirmed: null },
    ])
  })

  test('nothing is put off here: what is late is late', async ({ portal }) => {
    const desk = await deskOf(portal, 'anci')
    await desk.accepted()
    const answer = await desk.act(
      'extension',
      { newDueOn: '2026-03-20', explanation: '等外单位回函。', told: true },
      'officeHead',
    )
    expect([answer.status, answer.body.reason]).toEqual([409, 'case-not-extendable'])
  })
})

describe('Bingcha', () => {
  const accept = { track: 'simple', gist: '态度生硬' }

  test('an accepted complaint has a promised date, and the promise is its clock', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'bingcha')
    expect((await desk.act('acceptance', accept)).status).toBe(422)
    await desk.accepted({ promisedOn: '2026-03-05' })
    expect(await desk.clocks()).toEqual({
      acceptance: { dueOn: '2026-03-03', metOn: '2026-03-02' },
      promise: { dueOn: '2026-03-05', metOn: null },
    })
  })

  test.for<[why: string, promisedOn: string, reason: string]>([
    ['a promise on a rest day', '2026-03-07', 'promise-not-a-working-day'],
    ['a promise beyond three working days', '2026-03-06', 'promise-above-ceiling'],
    ['a promise in the past', '2026-02-27', 'promise-before-acceptance'],
  ])('%s is refused', async ([, promisedOn, reason], { portal }) => {
    const desk = await deskOf(portal, 'bingcha')
    const answer = await desk.act('acceptance', { ...accept, promisedOn })
    expect([answer.status, answer.body.reason]).toEqual([422, reason])
  })

  test('a major matter by telephone is taken in, and decided once it is in writing', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'bingcha', { major: true })
    await desk.accepted({ promisedOn: '2026-03-05' })
    await desk.done('inquiry')
    await desk.heard()
    const early = await desk.act('decision', DECISION)
    expect([early.status, early.body.reason]).toEqual([409, 'writing-missing'])
    await desk.done('written-form', { text: '经本人核对的书面材料' })
    const open = await portal.db.select().from(tasks).where(eq(tasks.kind, 'put-in-writing'))
    expect(open).toMatchObject([{ doneOn: '2026-03-02' }])
    const oral = await desk.act('decision', { ...DECISION, replyForm: 'oral' })
    expect([oral.status, oral.body.reason]).toEqual([422, 'reply-must-be-written'])
    await desk.done('decision', DECISION)
    expect((await desk.act('written-form', { text: '再写一次' })).status).toBe(409)
  })

  test('three explanations in a row move the date and are told each time', async ({ portal }) => {
    const desk = await deskOf(portal, 'bingcha')
    await desk.accepted({ promisedOn: '2026-03-05' })
    const dates = ['2026-03-09', '2026-03-12', '2026-03-16']
    for (const newDueOn of dates) {
      const own = await desk.act('extension', { newDueOn, explanation: '等回函。', told: true })
      expect([own.status, own.body.reason]).toEqual([403, 'act-not-for-role'])
      const untold = await desk.act(
        'extension',
        { newDueOn, explanation: '等回函。' },
        'officeHead',
      )
      expect([untold.status, untold.body.reason]).toEqual([422, 'complainant-not-told'])
      await desk.done('extension', { newDueOn, explanation: '等回函。', told: 'yes' }, 'officeHead')
    }
    expect((await desk.clocks()).promise).toEqual({ dueOn: '2026-03-16', metOn: null })
    const letters = await portal.db
      .select()
      .from(outbox)
      .where(eq(outbox.kind, 'deadline-extended'))
    expect(letters).toHaveLength(3)
    const { body } = await desk.read('officeHead')
    const told = (body.steps as unknown as { act: string; note: string }[]).filter(
      ({ act }) => act === 'extend',
    )
    expect(told.map(({ note }) => note)).toEqual(['等回函。', '等回函。', '等回函。'])
    expect(body.due).toMatchObject({ on: '2026-03-16' })
  })

  test('an oral complaint may be answered by mouth, and a verified one goes round', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'bingcha')
    await desk.answered({ replyForm: 'oral' }, { promisedOn: '2026-03-05' })
    await desk.nobodyHeld()
    const quiet = await desk.act('closing', { departmentTold: true })
    expect([quiet.status, quiet.body.reason]).toEqual([409, 'circular-missing'])
    await desk.done('closing', { departmentTold: true, circularSent: true })
  })

  test('a written complaint is answered in writing', async ({ portal }) => {
    const desk = await deskOf(portal, 'bingcha', { channel: 'letter', nature: 'written' })
    await desk.accepted({ promisedOn: '2026-03-05' })
    await desk.done('inquiry')
    await desk.heard()
    const oral = await desk.act('decision', { ...DECISION, replyForm: 'oral' })
    expect([oral.status, oral.body.reason]).toEqual([422, 'reply-must-be-written'])
  })
})

describe('Qingpu', () => {
  test('complex: three working days, explained to the tenth at the most', async ({ portal }) => {
    portal.setClock('2025-01-17')
    const desk = await deskOf(portal, 'qingpu', { channel: 'visit' })
    await desk.accepted({ track: 'complex' })
    expect((await desk.clocks()).reply?.dueOn).toBe('2025-01-22')
    portal.setClock('2025-01-22')
    const extend = (newDueOn: string) =>
      desk.act('extension', { newDueOn, explanation: '要等测绘。', told: true }, 'officeHead')
    const far = await extend('2025-02-08')
    expect([far.status, far.body.reason]).toEqual([422, 'extension-above-maximum'])
    expect(far.body.says).toContain('到2月7日为止')
    expect((await extend('2025-01-26')).status).toBe(201)
    expect((await extend('2025-02-07')).status).toBe(201)
    expect((await desk.clocks()).reply?.dueOn).toBe('2025-02-07')
    const { body } = await desk.read('officeHead')
    expect(body.clocks).toMatchObject([
      { kind: 'acceptance' },
      { kind: 'reply', dueOn: '2025-01-22', replaced: true, days: [{ nth: null }, {}, {}, {}, {}] },
      { kind: 'reply', dueOn: '2025-01-26', replaced: true },
      { kind: 'maximum', dueOn: '2025-02-07' },
      { kind: 'reply', dueOn: '2025-02-07', replaced: false },
    ])
  })

  test('simple cases are not put off', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu')
    await desk.accepted({ track: 'simple' })
    const answer = await desk.act(
      'extension',
      { newDueOn: '2026-03-10', explanation: '忙。', told: true },
      'officeHead',
    )
    expect([answer.status, answer.body.reason]).toEqual([409, 'case-not-extendable'])
  })

  test('sent on by 12345 it runs on that organ’s limit', async ({ portal }) => {
    portal.setClock('2025-09-30 22:00')
    const desk = await deskOf(portal, 'qingpu', {
      channel: 'hotlineTransfer',
      externalDueOn: '2025-10-14',
      externalNumber: 'QP-1',
    })
    await desk.accepted({ track: 'transferred' })
    expect(await desk.clocks()).toEqual({
      acceptance: { dueOn: '2025-10-09', metOn: '2025-10-09' },
      external: { dueOn: '2025-10-14', metOn: null },
    })
  })

  test('out of scope needs an explanation, which the citizen reads', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu', { channel: 'email', nature: 'written' })
    const empty = await desk.act('decline', { category: 'anotherOrgan', explanation: ' ' })
    expect(empty.status).toBe(422)
    await desk.done('decline', {
      category: 'anotherOrgan',
      explanation: '公证处的收费不归本中心办。',
      instead: '您可以找区司法局，电话 000-5550101。',
    })
    const { body } = await desk.read('officeHead')
    expect(body).toMatchObject({ state: 'notAccepted', acts: [], due: null })
    expect((body.steps as unknown as { note: string }[])[1]!.note).toBe(
      '公证处的收费不归本中心办。\n您可以找区司法局，电话 000-5550101。',
    )
  })

  test('a verified complaint takes away all three awards and goes round', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu')
    await desk.answered()
    await desk.nobodyHeld()
    const whole = {
      departmentTold: true,
      circularSent: true,
      scoreWaiver: '评分办法缺失，不计分。',
      vetoedAwards: ['quarterStar', 'yearStar', 'excellentWindow'],
    }
    const some = await desk.act('closing', { ...whole, vetoedAwards: 'quarterStar' })
    expect([some.status, some.body.reason]).toEqual([409, 'award-veto-missing'])
    await desk.done('closing', whole)
    const barred = await portal.db.select().from(awardVetoes)
    expect(barred).toMatchObject([{ cause: 'verifiedComplaint', caseId: desk.caseId }])
  })

  test('a cleared one costs nothing and goes round all the same', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu')
    await desk.answered({ finding: 'unsubstantiated' })
    const quiet = await desk.act('closing')
    expect([quiet.status, quiet.body.reason]).toEqual([409, 'circular-missing'])
    const barred = await desk.act('closing', { circularSent: true, vetoedAwards: ['yearStar'] })
    expect([barred.status, barred.body.reason]).toEqual([422, 'award-veto-without-fault'])
    await desk.done('closing', { circularSent: true })
    expect(await portal.db.select().from(scoreEntries)).toEqual([])
    expect(await portal.db.select().from(awardVetoes)).toEqual([])
  })

  test('a reply after closing time on the due day is one working day late', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu')
    await desk.accepted()
    await desk.done('inquiry')
    await desk.heard()
    portal.setClock('2026-03-05 19:00')
    await desk.done('decision', DECISION)
    await desk.done('approval', {}, 'officeHead')
    expect((await desk.clocks()).reply).toEqual({ dueOn: '2026-03-05', metOn: '2026-03-06' })
    expect((await desk.read('officeHead')).body.repliedOn).toBe('2026-03-05')
  })

  test('a file without a list of evidence stays open; put away, its outcome waits', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'qingpu')
    await desk.answered({ finding: 'unsubstantiated' })
    await desk.done('closing', { circularSent: true })
    const bare = await desk.act('archiving')
    expect([bare.status, bare.body.reason]).toEqual([409, 'file-incomplete'])
    await desk.done('archiving', { evidence: '监控一段', aboutMinor: 'yes' })
    expect(await portal.db.select().from(outcomes)).toMatchObject([
      { caseId: desk.caseId, holdUntil: '2026-03-09', withheld: 'minor' },
    ])
    expect((await desk.read('officeHead')).body).toMatchObject({ state: 'archived', due: null })
  })
})

test('whoever proposes a decision cannot approve it, nor can a handler', async ({ portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.accepted()
  await desk.done('inquiry')
  await desk.heard()
  await desk.done('decision', DECISION, 'officeHead')
  const own = await desk.act('approval', {}, 'officeHead')
  expect([own.status, own.body.reason]).toEqual([403, 'approver-is-proposer'])
  const handler = await desk.act('approval')
  expect([handler.status, handler.body.reason]).toEqual([403, 'act-not-for-role'])
  await desk.done('return', { note: '理由写得太短。' }, 'secondPerson')
  const { body } = await desk.read('officeHead')
  expect(body).toMatchObject({
    state: 'investigating',
    decisions: [{ approved: false, returned: '理由写得太短。' }],
  })
})

test('twenty decide at once: one is heard, nineteen are told who was first', async ({ portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.accepted()
  await desk.done('inquiry')
  await desk.heard()
  const { body } = await desk.read('handler')
  const cookie = await desk.cookieOf('handler')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      portal.post(
        `/cases/${desk.number}/decision`,
        { revision: body.revision, ...DECISION },
        cookie,
      ),
    ),
  )
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)])
  const [handler] = await portal.officersWith('handler', 'qingpu')
  const late = answers.find(({ status }) => status === 409)!
  expect(await late.json()).toMatchObject({
    reason: 'decided-meanwhile',
    says: expect.stringContaining(handler!.name),
  })
})

test('every change of a case is one event, and its steps say the same', async ({ portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.answered({ finding: 'unsubstantiated' })
  await desk.done('closing', { circularSent: true })
  await desk.done('archiving', { evidence: '监控一段' })
  const happened = await eventsOf(portal, desk.caseId)
  const changes = happened.filter(({ kind }) => kind !== 'case-read' && kind !== 'outcome-opened')
  expect(changes.map(({ kind }) => kind)).toEqual([
    'complaint-lodged',
    'case-accepted',
    'inquiry-started',
    'inquiry-note-added',
    'inquiry-note-added',
    'inquiry-note-added',
    'decision-proposed',
    'decision-approved',
    'case-closed',
    'case-archived',
  ])
  const [file] = await portal.db.select().from(caseFiles).where(eq(caseFiles.id, desk.caseId))
  expect(file).toMatchObject({ state: 'archived', revision: 9 })
  const steps = await portal.db.select().from(caseSteps).where(eq(caseSteps.caseId, desk.caseId))
  expect(steps.map(({ fromState, toState }) => `${fromState}>${toState}`)).toEqual([
    'null>registered',
    'registered>accepted',
    'accepted>investigating',
    'investigating>awaitingApproval',
    'awaitingApproval>replied',
    'replied>closed',
    'closed>archived',
  ])
  const text = happened.map(({ particulars }) => particulars).join()
  for (const said of ['态度生硬', '笔录', '监控', '道歉']) expect(text).not.toContain(said)
})

test('a look at a case is entered once a day, each look at the complainant every time', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.accepted()
  const before = (await eventsOf(portal, desk.caseId)).length
  for (let times = 0; times < 3; times++) expect((await desk.read('handler')).status).toBe(200)
  for (let times = 0; times < 2; times++) {
    const contact = await portal.post(
      `/cases/${desk.number}/contact`,
      {},
      await desk.cookieOf('handler'),
    )
    expect(await contact.json()).toMatchObject({ name: '王先生', phone: '13900001234' })
  }
  portal.setClock('2026-03-03')
  await desk.read('handler')
  const [handler] = await portal.officersWith('handler', 'qingpu')
  const looks = (await eventsOf(portal, desk.caseId)).slice(before)
  expect(looks.map(({ kind, officerId }) => [kind, officerId])).toEqual([
    ['case-read', handler!.id],
    ['complainant-read', handler!.id],
    ['complainant-read', handler!.id],
    ['case-read', handler!.id],
  ])
})

test('who complained is for whoever has the case in hand, and for the head', async ({ portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  const contact = async (role: 'complaintDesk' | 'officeHead' | 'handler') =>
    (await desk.act('contact', {}, role)).status
  expect(await contact('handler')).toBe(403)
  await desk.accepted()
  expect([
    await contact('handler'),
    await contact('officeHead'),
    await contact('complaintDesk'),
  ]).toEqual([201, 201, 403])
  expect(JSON.stringify((await desk.read('handler')).body)).not.toContain('13900001234')
  const hidden = await deskOf(portal, 'qingpu', { identity: 'anonymous', contact: null })
  const asked = await hidden.act('contact', {}, 'officeHead')
  expect([asked.status, asked.body.reason]).toEqual([409, 'identity-not-taken'])
})

test('the head of Anci who opens an integrity case has been told of it', async ({ portal }) => {
  const desk = await deskOf(portal, 'anci', { category: 'integrity' })
  const told = () => portal.db.select().from(tasks).where(eq(tasks.kind, 'report-to-head'))
  await desk.read('complaintDesk')
  expect(await told()).toMatchObject([{ doneOn: null }])
  await desk.read('officeHead')
  expect(await told()).toMatchObject([{ doneOn: '2026-03-02' }])
})

test.for<[why: string, hall: string, changed: Partial<ComplaintDetails>, track: string]>([
  ['Qingpu, an important matter', 'qingpu', { major: true }, 'investigated'],
  ['Bingcha, a complex case', 'bingcha', { nature: 'written', channel: 'letter' }, 'complex'],
])(
  '%s is reported to the head by the next working day, done by a note',
  async ([, hall, changed, track], { portal }) => {
    const desk = await deskOf(portal, hall, changed)
    const promisedOn = hall === 'bingcha' ? '2026-03-06' : ''
    await desk.accepted({ track, promisedOn })
    const reported = () => portal.db.select().from(tasks).where(eq(tasks.kind, 'report-to-head'))
    expect(await reported()).toMatchObject([{ dueOn: '2026-03-03', doneOn: null }])
    await desk.read('officeHead')
    expect(await reported()).toMatchObject([{ doneOn: null }])
    const notHead = await desk.act('head-note', { text: '请抓紧。' })
    expect([notHead.status, notHead.body.reason]).toEqual([403, 'act-not-for-role'])
    await desk.done('head-note', { text: '请抓紧核实。' }, 'officeHead')
    expect(await reported()).toMatchObject([{ doneOn: '2026-03-02' }])
    const { body } = await desk.read('handler')
    expect(body.steps).toContainEqual(
      expect.objectContaining({ act: 'noteByHead', record: '请抓紧核实。' }),
    )
    const twice = await desk.act('head-note', { text: '再看。' }, 'officeHead')
    expect([twice.status, twice.body.reason]).toEqual([409, 'head-note-not-owed'])
  },
)

test('Bingcha decides no complex case before the director’s note', async ({ portal }) => {
  const desk = await deskOf(portal, 'bingcha')
  await desk.accepted({ track: 'investigated', promisedOn: '2026-03-06' })
  const open = () => portal.db.select().from(tasks).where(eq(tasks.kind, 'report-to-head'))
  expect(await open()).toEqual([])
  const complex = { track: 'complex', gist: '态度生硬' }
  await desk.done('classification', complex)
  expect(await open()).toHaveLength(1)
  await desk.done('classification', { ...complex, track: 'investigated' })
  expect(await open()).toEqual([])
  await desk.done('classification', complex)
  await desk.done('inquiry')
  await desk.heard()
  const early = await desk.act('decision', { ...DECISION, replyForm: 'oral' })
  expect([early.status, early.body.reason]).toEqual([409, 'head-note-missing'])
  await desk.done('head-note', { text: '同意按此办理。' }, 'officeHead')
  await desk.done('decision', { ...DECISION, replyForm: 'oral' })
})

test('what 12345 sent on and was not taken up is answered to it all the same', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'qingpu', {
    channel: 'hotlineTransfer',
    externalDueOn: '2026-03-10',
  })
  await desk.done('decline', { category: 'anotherOrgan', explanation: '不归本中心办。' })
  expect(await desk.clocks()).toMatchObject({
    acceptance: { metOn: '2026-03-02' },
    external: { dueOn: '2026-03-10', metOn: null },
  })
  const cookie = await desk.cookieOf('complaintDesk')
  const listed = async () => {
    portal.setClock('2026-03-09')
    const queue = await (await portal.get('/cases?list=soon', cookie)).json()
    return (queue as { cases: { number: string }[] }).cases.map(({ number }) => number)
  }
  expect(await listed()).toEqual([desk.number])
  const answer = { answeredOn: '2026-03-09', letterNumber: '青政服函〔2026〕8号' }
  await desk.done('sender-answer', answer, 'complaintDesk')
  expect((await desk.clocks()).external).toEqual({ dueOn: '2026-03-10', metOn: '2026-03-09' })
  expect(await listed()).toEqual([])
})

test('a citizen withdraws until the proposal stands; it is counted and not shown', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.accepted()
  await withdrawCase(portal.world, desk.caseId)
  expect((await desk.read('officeHead')).body).toMatchObject({ state: 'withdrawn', due: null })
  expect(await portal.db.select().from(outcomes)).toMatchObject([{ withheld: 'withdrawn' }])
  const late = await deskOf(portal, 'qingpu')
  await late.answered()
  await expect(withdrawCase(portal.world, late.caseId)).rejects.toMatchObject({
    reason: 'act-not-in-state',
  })
})

test('the office writes to the citizen once for each press', async ({ portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  await desk.accepted()
  await desk.done('messages', { text: '请问是上午几点？' })
  const again = await desk.act('messages', { text: '请问是上午几点？', revision: 1 })
  expect([again.status, again.body.reason]).toEqual([409, 'decided-meanwhile'])
  expect((await desk.read('handler')).body.messages).toMatchObject([{ text: '请问是上午几点？' }])
  const letters = await portal.db
    .select()
    .from(outbox)
    .where(eq(outbox.kind, 'message-from-office'))
  expect(letters).toHaveLength(1)
})

test('a case is given to people of the office, and a handler takes only for himself', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'qingpu')
  const [other, mine] = await portal.officersWith('handler', 'qingpu')
  const [head] = await portal.officersWith('windowHead', 'qingpu')
  const give = (publicId: string, role: 'handler' | 'complaintDesk', which = 0) =>
    desk.act('assignment', { handler: publicId }, role, which)
  const toAnother = await give(other!.publicId, 'handler', 1)
  expect([toAnother.status, toAnother.body.reason]).toEqual([403, 'assignee-not-self'])
  const outside = await give(head!.publicId, 'complaintDesk')
  expect([outside.status, outside.body.reason]).toEqual([422, 'assignee-recused'])
  expect((await give('nobody', 'complaintDesk')).status).toBe(422)
  expect((await give(mine!.publicId, 'handler', 1)).status).toBe(201)
  expect((await give(mine!.publicId, 'handler', 2)).status).toBe(404)
  await desk.done('assignment', { handler: other!.publicId }, 'complaintDesk')
  const letters = await portal.db.select().from(outbox).where(eq(outbox.officerId, other!.id))
  expect(letters.map(({ kind }) => kind)).toEqual(['case-assigned'])
})

test('once more is known, the track changes and the clocks follow', async ({ portal }) => {
  const desk = await deskOf(portal, 'anci')
  await desk.accepted({ track: 'simple' })
  const departments = (await departmentsOf(desk)).slice(0, 2).map(String)
  await desk.done('classification', { track: 'complex', gist: '两边推诿', departments })
  expect((await desk.clocks()).coordinationOpinion?.dueOn).toBe('2026-03-05')
  await desk.done('classification', { track: 'investigated', gist: '一个部门', departments: [] })
  expect(Object.keys(await desk.clocks())).toEqual(['acceptance', 'reply'])
})

test('the head sends a case to the organ that may decide it', async ({ portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  const explanation = '这件事由区市场监管局决定，已经转给他们。'
  expect((await desk.act('transfer', { explanation })).status).toBe(403)
  await desk.done('transfer', { explanation }, 'officeHead')
  expect((await desk.read('officeHead')).body).toMatchObject({ state: 'transferred', acts: [] })
})

test.for<[why: string, act: string, body: Record<string, unknown>]>([
  ['a box ticked with a word of its own', 'extension', { told: 'on', newDueOn: '2026-03-06' }],
  ['departments that are no list', 'acceptance', { departments: { a: 1 } }],
  ['a number where a word belongs', 'acceptance', { gist: 7, track: 7 }],
])('%s is refused in Chinese', async ([, act, body], { portal }) => {
  const desk = await deskOf(portal, 'qingpu')
  const answer = await desk.act(act, body, 'complaintDesk')
  expect(answer.status).toBe(422)
  const says = JSON.stringify(Object.values(answer.body.errors ?? {}))
  expect(says).toMatch(/。/)
  expect(says).not.toMatch(/[a-z]/i)
})
