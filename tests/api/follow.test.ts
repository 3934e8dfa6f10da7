import { eq } from 'drizzle-orm'
import { caseFiles, messages, outbox, verdicts, wrongTries } from '../../db/schema/index.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { grouped } from '../../db/sealing/receipt.ts'
import { deskCase } from '../support/desk-case.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Shown = {
  pass: string
  form: string
  case: {
    number: string
    state: string
    steps: { act: string; day: string; at: number | null; note: string | null }[]
    clocks: Record<string, unknown>[]
    messages: { mine: boolean; text: string }[]
    reply: Record<string, unknown> | null
    satisfied: boolean | null
    mayWrite: boolean
    mayWithdraw: boolean
    mayJudge: boolean
  }
}

const open = (portal: Portal, receipt: string, mark = 'somebody') =>
  portal.post('/follow', { receipt }, '', mark)

async function opened(portal: Portal, receipt: string): Promise<Shown> {
  const answer = await open(portal, receipt)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Shown
}

const WRONG = '0000 0000 0000 0000'
const wide = (receipt: string) =>
  receipt.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

test.for<[why: string, typed: (receipt: string) => string]>([
  ['as it was given', (receipt) => receipt],
  ['in four groups', (receipt) => grouped(receipt)],
  ['with hyphens', (receipt) => grouped(receipt).replaceAll(' ', '-')],
  ['in full-width digits', (receipt) => wide(grouped(receipt))],
  ['with blanks around it', (receipt) => `　${receipt} `],
])('the receipt opens its case typed %s', async ([, typed], { task }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const { receipt, number } = await lodgeAt(portal)
  const answer = await open(portal, typed(receipt))
  expect([task.name, answer.status]).toEqual([task.name, 200])
  expect(((await answer.json()) as Shown).case.number).toBe(number)
  await portal.close()
})

test('what cannot be a receipt is a fault of the field and no try', async ({ portal }) => {
  for (const typed of ['', '123', 'TS-7K4M-2QX9', '1234 5678 9012 345a']) {
    const answer = await open(portal, typed)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: { receipt: [expect.any(String)] } })
  }
  expect(await portal.db.select().from(wrongTries)).toEqual([])
})

test('five wrong receipts a minute, then a pause for this mark alone', async ({ portal }) => {
  const { receipt } = await lodgeAt(portal)
  const statuses = []
  for (let i = 0; i < 7; i++) statuses.push((await open(portal, WRONG)).status)
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429])
  expect((await open(portal, receipt)).status).toBe(429)
  expect((await open(portal, receipt, 'another')).status).toBe(200)
  expect((await open(portal, WRONG, 'another')).status).toBe(404)
  portal.setClock('2026-03-02 09:02')
  expect((await open(portal, receipt)).status).toBe(200)
})

test('no more than five are told of many wrong ones at once', async ({ portal }) => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => open(portal, WRONG)))
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('200 people with right receipts behind one address all pass', async ({ portal }) => {
  const { receipt } = await lodgeAt(portal)
  const crowd = async () => {
    const statuses: number[] = []
    for (let i = 0; i < 25; i++) statuses.push((await open(portal, receipt)).status)
    return statuses
  }
  const passed = (await Promise.all(Array.from({ length: 8 }, crowd))).flat()
  expect(passed.filter((status) => status === 200)).toHaveLength(200)
})

test('a pass lives half an hour and is renewed by every use', async ({ portal }) => {
  const { receipt } = await lodgeAt(portal)
  const { pass } = await opened(portal, receipt)
  portal.setClock('2026-03-02 09:29')
  const again = await portal.post('/follow/case', { pass })
  expect(again.status).toBe(200)
  const { pass: later } = (await again.json()) as Shown
  portal.setClock('2026-03-02 09:31')
  for (const path of ['case', 'messages', 'verdict', 'withdrawal']) {
    const body = { pass, form: 'f', text: '还在吗', satisfied: 'yes' }
    expect((await portal.post(`/follow/${path}`, body)).status).toBe(410)
  }
  expect((await portal.post('/follow/case', { pass: later })).status).toBe(200)
  expect(await portal.db.select().from(messages)).toEqual([])
})

test("a pass opens its own case, and what is no pass opens none, a form's state neither", async ({
  portal,
}) => {
  const [one, other] = [await lodgeAt(portal), await lodgeAt(portal)]
  const { pass } = await opened(portal, one.receipt)
  await portal.post('/follow/messages', { pass, form: 'f1', text: '给第一件' })
  expect((await opened(portal, other.receipt)).case.messages).toEqual([])
  const at = pass.length >> 1
  const changed = `${pass.slice(0, at)}${pass[at] === 'A' ? 'B' : 'A'}${pass.slice(at + 1)}`
  for (const forged of ['', 'f1.AAAA', changed, pass.slice(3), `${pass}${pass}`]) {
    expect([410, 422]).toContain((await portal.post('/follow/case', { pass: forged })).status)
  }
  const { openForm, sealForm } = await import('../../db/sealing/form-state.ts')
  const state = openForm(portal.world.keys, 'follow', pass)!
  const elsewhere = sealForm(portal.world.keys, 'complaint form', state)
  expect((await portal.post('/follow/case', { pass: elsewhere })).status).toBe(410)
})

const KEYS = {
  answer: ['pass', 'form', 'case'],
  case: [
    'number',
    'hall',
    'office',
    'state',
    'receivedOn',
    'regulation',
    'window',
    'clause',
    'clocks',
    'steps',
    'messages',
    'reply',
    'consequence',
    'apology',
    'retaliationReported',
    'satisfied',
    'mayTellApology',
    'mayWrite',
    'mayWithdraw',
    'mayJudge',
  ],
  hall: ['key', 'name', 'phone'],
  clocks: [
    'kind',
    'dayZero',
    'dueOn',
    'provisional',
    'metOn',
    'late',
    'insteadOf',
    'reportedTo',
    'workingDaysLeft',
    'state',
    'sheets',
  ],
  steps: ['act', 'day', 'at', 'note'],
  messages: ['mine', 'day', 'text'],
  reply: ['on', 'finding', 'measure', 'text'],
}

test('nothing of what the office knows for itself is in the answer', async ({ portal }) => {
  const { receipt, number } = await lodgeAt(portal)
  const desk = await deskCase(portal, number)
  await desk.accept()
  await desk.inquire()
  await desk.propose()
  await desk.act('return', { note: '退回，不公开。' }, await portal.as('secondPerson', 'qingpu'))
  await desk.propose()
  const undecided = await opened(portal, receipt)
  expect(undecided.case).toMatchObject({ state: 'awaitingApproval', reply: null, mayJudge: false })
  await desk.approve()
  await desk.say('请您留意查收。')
  const answer = await opened(portal, receipt)
  const { case: file } = answer

  expect(Object.keys(answer).sort()).toEqual([...KEYS.answer].sort())
  expect(Object.keys(file).sort()).toEqual([...KEYS.case].sort())
  for (const part of ['clocks', 'steps', 'messages'] as const) {
    expect(file[part].length).toBeGreaterThan(0)
    for (const row of file[part]) expect(Object.keys(row).sort()).toEqual([...KEYS[part]].sort())
  }
  expect(Object.keys(file.reply!).sort()).toEqual([...KEYS.reply].sort())
  expect(file.steps.map(({ act }) => act)).toEqual([
    'approve',
    'startInquiry',
    'accept',
    'register',
  ])
  expect(file.messages).toMatchObject([{ mine: false, text: '请您留意查收。' }])
  expect(file.reply).toMatchObject({ text: '您反映的情况属实，我们向您道歉。' })
  const whole = JSON.stringify([undecided, answer])
  expect(whole).not.toContain('不公开')
  const [head] = await portal.officersWith('officeHead', 'qingpu')
  expect(whole).not.toContain(head!.name)
  expect(whole).not.toContain('材料没有一次说清')
})

test('a later date is shown with the one it replaced and the reason', async ({ portal }) => {
  const { receipt, number } = await lodgeAt(portal)
  const desk = await deskCase(portal, number)
  await desk.accept({ track: 'complex', handler: await handlerOf(portal) })
  await desk.act('extension', {
    newDueOn: '2026-03-12',
    explanation: '要等另一家单位回函。',
    told: 'yes',
  })
  const { case: file } = await opened(portal, receipt)
  expect(file.steps[0]).toMatchObject({ act: 'extend', note: '要等另一家单位回函。' })
  expect(file.clocks.filter(({ kind }) => kind === 'reply')).toMatchObject([
    {
      dueOn: '2026-03-12',
      insteadOf: '2026-03-05',
      sheets: [
        { dueOn: '2026-03-12', replacedBy: null, days: [] },
        { dueOn: '2026-03-05', replacedBy: { dueOn: '2026-03-12' } },
      ],
    },
  ])
})

const handlerOf = async (portal: Portal) =>
  (await portal.officersWith('handler', 'qingpu'))[0]!.publicId

test('a date is counted day by day for who wants to know, and late work is told as late', async ({
  portal,
}) => {
  portal.setClock('2026-03-05')
  const { receipt, number } = await lodgeAt(portal, 'qingpu', { occurredOn: '2026-03-05' })
  const before = await opened(portal, receipt)
  expect(before.case.clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ['acceptance', '2026-03-06'],
    ['reply', '2026-03-10'],
    ['maximum', '2026-03-19'],
  ])
  const [sheet] = before.case.clocks[1]!.sheets as { days: unknown }[]
  expect(sheet!.days).toMatchObject([
    { day: '2026-03-06', nth: 1, labelZh: '工作日' },
    { day: '2026-03-07', nth: null, labelZh: '周末' },
    { day: '2026-03-08', nth: null, labelZh: '周末' },
    { day: '2026-03-09', nth: 2 },
    { day: '2026-03-10', nth: 3 },
  ])
  const desk = await deskCase(portal, number)
  portal.setClock('2026-03-12')
  expect((await opened(portal, receipt)).case.clocks[1]).toMatchObject({ state: 'overdue' })
  await desk.accept()
  await desk.inquire()
  await desk.propose()
  await desk.approve()
  const after = await opened(portal, receipt)
  expect(after.case.clocks).toMatchObject([
    { kind: 'acceptance', metOn: '2026-03-12', late: 4 },
    { kind: 'reply', metOn: '2026-03-12', late: 2 },
    { kind: 'maximum', metOn: '2026-03-12', late: 0 },
  ])
})

test('who was told of a missed date is named, not who was only reminded of it', async ({
  portal,
}) => {
  const { receipt } = await lodgeAt(portal)
  const told = async () => (await opened(portal, receipt)).case.clocks[0]
  portal.setClock('2026-03-03 09:30')
  await runDueJobs(portal.world)
  expect(await told()).toMatchObject({ kind: 'acceptance', state: 'today', reportedTo: null })
  portal.setClock('2026-03-03 18:30')
  await runDueJobs(portal.world)
  portal.setClock('2026-03-04')
  expect(await told()).toMatchObject({ state: 'overdue', reportedTo: '中心分管领导' })
})

test('of an anonymous complaint no time finer than the day is shown', async ({ portal }) => {
  const { receipt } = await lodgeAt(portal, 'qingpu', { identity: 'anonymous', contact: null })
  expect((await opened(portal, receipt)).case.steps).toMatchObject([
    { act: 'register', day: '2026-03-02', at: null },
  ])
})

test('who was turned away reads why and whom to ask, without dates of promises', async ({
  portal,
}) => {
  const { receipt, number } = await lodgeAt(portal)
  const desk = await deskCase(portal, number)
  await desk.act('decline', {
    category: 'anotherOrgan',
    explanation: '这件事归医保局办。',
    instead: '请找区医疗保障局。',
  })
  const { case: file } = await opened(portal, receipt)
  expect(file).toMatchObject({
    state: 'notAccepted',
    clocks: [],
    mayWrite: false,
    mayWithdraw: false,
    mayJudge: false,
  })
  expect(file.steps[0]!.note).toBe('这件事归医保局办。\n请找区医疗保障局。')
})

test('a message sent twice is one; the handler is told once by letter', async ({ portal }) => {
  const { receipt, number } = await lodgeAt(portal)
  const desk = await deskCase(portal, number)
  await desk.accept()
  const { pass, form } = await opened(portal, receipt)
  const body = { pass, form, text: '我还想起一件事。' }
  const sent = await Promise.all([1, 2, 3].map(() => portal.post('/follow/messages', body)))
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201])
  const next = (await sent[0]!.json()) as Shown
  await portal.post('/follow/messages', { ...body, form: next.form, text: '再补一句。' })
  expect((await opened(portal, receipt)).case.messages).toMatchObject([
    { mine: true, text: '我还想起一件事。' },
    { mine: true, text: '再补一句。' },
  ])
  const letters = await portal.db
    .select()
    .from(outbox)
    .where(eq(outbox.kind, 'message-from-citizen'))
  expect(letters).toHaveLength(2)
  const [kept] = await portal.db.select().from(messages)
  expect(kept!.text).not.toContain('想起')
})

test('an empty message and one too long are refused at their field', async ({ portal }) => {
  const { receipt } = await lodgeAt(portal)
  const { pass, form } = await opened(portal, receipt)
  for (const text of ['', '  ', '长'.repeat(2001)]) {
    const answer = await portal.post('/follow/messages', { pass, form, text })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: { text: [expect.any(String)] } })
  }
})

test('the reply is judged once; what is said later changes nothing', async ({ portal }) => {
  const { receipt, number } = await lodgeAt(portal)
  const { pass } = await opened(portal, receipt)
  expect((await portal.post('/follow/verdict', { pass, satisfied: 'no' })).status).toBe(409)
  const desk = await deskCase(portal, number)
  await desk.accept()
  await desk.inquire()
  await desk.propose({ finding: 'unsubstantiated' })
  await desk.approve()
  expect((await opened(portal, receipt)).case).toMatchObject({
    mayJudge: true,
    reply: { finding: 'unsubstantiated', measure: '' },
  })
  expect((await portal.post('/follow/verdict', { pass, satisfied: 'no' })).status).toBe(201)
  expect((await portal.post('/follow/verdict', { pass, satisfied: 'yes' })).status).toBe(201)
  expect(await portal.db.select().from(verdicts)).toMatchObject([{ satisfied: false }])
  expect((await opened(portal, receipt)).case).toMatchObject({ satisfied: false, mayJudge: false })
})

test('a complaint is taken back while nothing is decided, and stays taken back', async ({
  portal,
}) => {
  const early = await lodgeAt(portal)
  const late = await lodgeAt(portal)
  const { pass } = await opened(portal, early.receipt)
  expect((await portal.post('/follow/withdrawal', { pass })).status).toBe(201)
  const again = await portal.post('/follow/withdrawal', { pass })
  expect([again.status, ((await again.json()) as Shown).case.state]).toEqual([201, 'withdrawn'])
  const talk = { pass, form: 'f', text: '还有一句' }
  expect((await portal.post('/follow/messages', talk)).status).toBe(409)
  expect((await opened(portal, early.receipt)).case).toMatchObject({
    clocks: [],
    steps: [{ act: 'withdraw', at: null }, { act: 'register' }],
    mayWrite: false,
    mayWithdraw: false,
  })

  const desk = await deskCase(portal, late.number)
  await desk.accept()
  await desk.inquire()
  expect((await opened(portal, late.receipt)).case.mayWithdraw).toBe(true)
  await desk.propose()
  const { pass: other, case: file } = await opened(portal, late.receipt)
  expect(file.mayWithdraw).toBe(false)
  const refused = await portal.post('/follow/withdrawal', { pass: other })
  expect(refused.status).toBe(409)
  expect(((await refused.json()) as { reason: string }).reason).toBe('too-late-to-withdraw')
  const [kept] = await portal.db.select().from(caseFiles).where(eq(caseFiles.number, late.number))
  expect(kept!.state).toBe('awaitingApproval')
})

test('neither receipt nor pass nor message reaches the log', async ({ portal }) => {
  const { events } = await import('../../db/schema/index.ts')
  const { receipt } = await lodgeAt(portal)
  const { pass, form } = await opened(portal, receipt)
  await portal.post('/follow/messages', { pass, form, text: '别写进日志' })
  await portal.post('/follow/withdrawal', { pass })
  const log = JSON.stringify(await portal.db.select().from(events))
  for (const secret of [receipt, pass, form, '别写进日志']) expect(log).not.toContain(secret)
  const told = await portal.db
    .select()
    .from(events)
    .where(eq(events.kind, 'message-added-by-complainant'))
  expect(told).toMatchObject([{ at: null, officerId: null, day: '2026-03-02' }])
})
