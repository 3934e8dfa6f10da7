import { and, eq, isNull } from 'drizzle-orm'
import type { Role } from '../../api/rules/roles.ts'
import {
  caseFiles,
  complainants,
  complaints,
  events,
  outbox,
  receipts,
  tasks,
} from '../../db/schema/index.ts'
import { anotherHall } from '../support/another-hall.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>

const FOUND = {
  inspector: 'centre',
  channel: 'spotCheck',
  foundOn: '2026-03-02',
  category: 'attitude',
  narrative: '抽查时窗口人员对群众说话很不耐烦。',
}

async function inspected(portal: Portal, changed: Json = {}, role: Role = 'officeHead') {
  const cookie = await portal.as(role, 'yuanzhou')
  const { sealed } = (await (await portal.get('/findings', cookie)).json()) as { sealed: string }
  const answer = await portal.post('/findings', { sealed, ...FOUND, ...changed }, cookie)
  return { sealed, cookie, status: answer.status, body: (await answer.json()) as Json }
}

const only = async (portal: Portal) => {
  const [row] = await portal.db
    .select()
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
  return { file: row!.case_files, complaint: row!.complaints }
}

test('what a spot check found is a complaint of nobody: no name, no receipt, no letter', async ({
  portal,
}) => {
  await anotherHall(portal, 'yuanzhou')
  const [window] = await portal.windowsOf('yuanzhou')
  const { status, body } = await inspected(portal, { window: window!.code })
  const { file, complaint } = await only(portal)
  expect([status, body]).toEqual([
    201,
    {
      number: file.number,
      receivedOn: '2026-03-02',
      dates: [
        { kind: 'acceptance', dueOn: '2026-03-03' },
        { kind: 'reply', dueOn: '2026-03-05' },
        { kind: 'maximum', dueOn: '2026-03-16' },
      ],
    },
  ])
  expect(complaint).toMatchObject({
    source: 'internalFinding',
    channel: 'spotCheck',
    inspector: 'centre',
    inspectorUnit: '',
    category: 'attitude',
    windowId: window!.id,
    receivedOn: '2026-03-02',
  })
  expect(file).toMatchObject({ state: 'registered', track: null })
  expect(await portal.db.select().from(complainants)).toEqual([])
  const [{ digits } = { digits: 0 }] = await portal.db
    .select({ digits: receipts.receiptHash })
    .from(receipts)
  expect(JSON.stringify(body)).not.toContain(String(digits))
  expect(await portal.db.select().from(outbox).where(isNull(outbox.officerId))).toEqual([])
  expect(await portal.db.select().from(events).where(eq(events.kind, 'complaint-lodged'))).toEqual([
    expect.objectContaining({ particulars: expect.stringContaining('spotCheck') }),
  ])
})

test('a supervision body’s result counts from the day it reached the centre', async ({
  portal,
}) => {
  await anotherHall(portal, 'yuanzhou')
  const { status } = await inspected(portal, {
    inspector: 'supervisionBody',
    unit: '市政务服务监督科',
    channel: 'followUpCall',
    foundOn: '2026-02-26',
    receivedOn: '2026-02-28',
    category: 'dutyOrProcedure',
  })
  expect(status).toBe(201)
  expect((await only(portal)).complaint).toMatchObject({
    inspector: 'supervisionBody',
    inspectorUnit: '市政务服务监督科',
    occurredOn: '2026-02-26',
    receivedOn: '2026-02-28',
  })
})

test('sent twice it is one finding; the form of another or of yesterday is none', async ({
  portal,
}) => {
  await anotherHall(portal, 'yuanzhou')
  const { sealed, cookie, body } = await inspected(portal)
  const again = await portal.post('/findings', { sealed, ...FOUND }, cookie)
  expect(await again.json()).toEqual(body)
  expect(await portal.db.select().from(complaints)).toHaveLength(1)
  const other = await portal.as('complaintDesk', 'yuanzhou')
  expect((await portal.post('/findings', { sealed, ...FOUND }, other)).status).toBe(410)
  portal.setClock('2026-03-03 10:00')
  expect((await portal.post('/findings', { sealed, ...FOUND }, cookie)).status).toBe(410)
})

test.for<[why: string, field: string, changed: Json]>([
  ['nobody checked', 'inspector', { inspector: '' }],
  ['a supervision body without a name', 'unit', { inspector: 'supervisionBody' }],
  ['no check at all', 'channel', { channel: '' }],
  ['a citizen’s channel', 'channel', { channel: 'phone' }],
  ['a matter no check is about', 'category', { category: 'charging' }],
  ['nothing found', 'narrative', { narrative: ' ' }],
  ['no day', 'foundOn', { foundOn: '' }],
  ['tomorrow', 'foundOn', { foundOn: '2026-03-03' }],
  ['two years ago', 'foundOn', { foundOn: '2024-03-02' }],
  [
    'received before it was found',
    'receivedOn',
    { inspector: 'supervisionBody', unit: '监督科', receivedOn: '2026-02-27' },
  ],
  ['a window of another hall', 'window', { window: 'nowhere' }],
  ['somebody of another hall', 'staff', { staff: 'nobody' }],
])('%s is said at the field', async ([, field, changed], { portal }) => {
  await anotherHall(portal, 'yuanzhou')
  const { status, body } = await inspected(portal, changed)
  expect([status, Object.keys(body.errors as Json)]).toEqual([422, [field]])
  expect(await portal.db.select().from(complaints)).toEqual([])
})

test.for<[role: Role, status: number]>([
  ['officeHead', 200],
  ['complaintDesk', 200],
  ['patrolOfficer', 200],
  ['windowHead', 403],
  ['windowStaff', 403],
  ['auditor', 403],
  ['systemAdministrator', 403],
])('%s asks for the form: %s', async ([role, status], { portal }) => {
  expect((await portal.get('/findings', await portal.as(role, 'anci'))).status).toBe(status)
})

test('a hall whose regulation counts no checks as complaints registers none', async ({
  portal,
}) => {
  const cookie = await portal.as('officeHead', 'qingpu')
  const { sealed } = (await (await portal.get('/findings', cookie)).json()) as { sealed: string }
  const answer = await portal.post('/findings', { sealed, ...FOUND }, cookie)
  expect([answer.status, ((await answer.json()) as Json).reason]).toEqual([
    409,
    'no-inspections-here',
  ])
  const intake = await portal.as('complaintDesk', 'qingpu')
  const asComplaint = await portal.post('/intake/readings', { channel: 'spotCheck' }, intake)
  expect(((await asComplaint.json()) as { errors: Json }).errors).toHaveProperty('channel')
})

test('a serious finding is reported to the head, who writes a note', async ({ portal }) => {
  await anotherHall(portal, 'yuanzhou')
  await inspected(portal, { category: 'integrity' }, 'patrolOfficer')
  const { file } = await only(portal)
  const open = () =>
    portal.db
      .select()
      .from(tasks)
      .where(and(eq(tasks.caseId, file.id), isNull(tasks.doneOn)))
  expect(await open()).toMatchObject([{ kind: 'report-to-head', dueOn: '2026-03-03' }])
  const head = await portal.as('officeHead', 'yuanzhou')
  await portal.get(`/cases/${file.number}`, head)
  expect(await open()).toHaveLength(1)
  const note = { revision: file.revision, text: '请纪检组一起核查。' }
  expect((await portal.post(`/cases/${file.number}/head-note`, note, head)).status).toBe(201)
  expect(await open()).toEqual([])
})
