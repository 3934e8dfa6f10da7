import { and, eq } from 'drizzle-orm'
import {
  caseFiles,
  caseStaff,
  caseSteps,
  complainants,
  complaints,
  deadlines,
  events,
  sealedIdentities,
  staff,
  tasks,
} from '../../db/schema/index.ts'
import { handingOf, natureOf } from '../../api/rules/intake-channel.ts'
import type { ComplaintChannel } from '../../api/rules/complaint.ts'
import type { Role } from '../../api/rules/roles.ts'
import { withCustodian } from '../support/complaint.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>
type Reading = Json & { sealed: string; promises: string[] }
type Slip = Json & { receipt: string | null; number: string; promises: string[] }

const TOLD = {
  channel: 'visit',
  receivedOn: '2026-03-02',
  receivedTime: '08:40',
  occurredOn: '2026-02-28',
  occurredPart: 'morning',
  narrative: '窗口少说了一份材料，让人白跑一趟。',
  identity: 'named',
  name: '王先生',
  phone: '139 0000 1234',
  mayPublish: 'yes',
}

const read = async (portal: Portal, cookie: string, changed: Json = {}) => {
  const answer = await portal.post('/intake/readings', { ...TOLD, ...changed }, cookie)
  return { status: answer.status, body: (await answer.json()) as Reading & { errors: Json } }
}

async function registered(portal: Portal, cookie: string, changed: Json = {}) {
  const { status, body } = await read(portal, cookie, changed)
  if (status !== 200) throw new Error(JSON.stringify(body))
  const answer = await portal.post('/intake', { sealed: body.sealed }, cookie)
  if (answer.status !== 201) throw new Error(await answer.text())
  return (await answer.json()) as Slip
}

const ofNumber = async (portal: Portal, number: string) => {
  const [row] = await portal.db
    .select()
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(eq(caseFiles.number, number))
  return { file: row!.case_files, complaint: row!.complaints }
}

test('what a visitor says is read back, registered once, and opened with the slip', async ({
  portal,
}) => {
  const desk = await portal.as('complaintDesk')
  const [window] = await portal.windowsOf()
  const form = { window: window!.code, clause: 'anci.duty.notOnce' }
  const { body } = await read(portal, desk, form)
  expect(body).toMatchObject({
    spoken: true,
    received: { on: '2026-03-02', time: '08:40' },
    window: { number: window!.number },
    narrative: TOLD.narrative,
    name: '王先生',
    phone: '13900001234',
    mayPublish: true,
    owesWriting: false,
    contactData: [],
  })
  expect(body.promises[0]).toMatch(/^3月3日下班前/)
  expect(await portal.db.select().from(complaints)).toEqual([])

  const [one, other] = await Promise.all(
    [1, 2].map(async () => portal.post('/intake', { sealed: body.sealed }, desk)),
  )
  const slip = (await one!.json()) as Slip
  expect(await other!.json()).toEqual(slip)
  expect(slip).toMatchObject({ handing: 'inHand', office: '政策法规股', receivedOn: '2026-03-02' })
  expect(slip.promises).toEqual(body.promises)
  expect(JSON.stringify(slip)).not.toContain('材料')

  expect(await portal.db.select().from(complaints)).toHaveLength(1)
  const { complaint, file } = await ofNumber(portal, slip.number)
  const [officer] = await portal.officersWith('complaintDesk')
  expect(complaint).toMatchObject({
    channel: 'visit',
    nature: 'oral',
    windowId: window!.id,
    category: 'notToldOnce',
    firstReceiverId: officer!.id,
    receivedAt: new Date('2026-03-02T08:40+08:00'),
  })
  expect(file.state).toBe('registered')
  expect(await portal.db.select().from(events).where(eq(events.kind, 'complaint-lodged'))).toEqual([
    expect.objectContaining({ officerId: officer!.id }),
  ])
  const follow = await portal.post('/follow', { receipt: slip.receipt! })
  expect([follow.status, ((await follow.json()) as { case: Json }).case.number]).toEqual([
    200,
    slip.number,
  ])
})

test('corrected before it is registered it stays one complaint; changed afterwards it is refused', async ({
  portal,
}) => {
  const desk = await portal.as('complaintDesk')
  const first = await read(portal, desk)
  const answers = await portal.post('/intake/answers', { sealed: first.body.sealed }, desk)
  expect(await answers.json()).toMatchObject({ name: '王先生', receivedTime: '08:40' })
  const second = await read(portal, desk, { sealed: first.body.sealed, narrative: '听清楚了。' })
  const sent = await portal.post('/intake', { sealed: second.body.sealed }, desk)
  expect(sent.status).toBe(201)
  const late = await portal.post('/intake', { sealed: first.body.sealed }, desk)
  expect([late.status, ((await late.json()) as Json).reason]).toEqual([
    422,
    'form-changed-after-sending',
  ])
  expect(await portal.db.select().from(complaints)).toHaveLength(1)
})

test("what one officer took down is no other's, nor older than a day; its words are kept", async ({
  portal,
}) => {
  const desk = await portal.as('complaintDesk')
  const other = await portal.as('officeHead')
  const { sealed } = (await read(portal, desk)).body
  expect((await portal.post('/intake', { sealed }, other)).status).toBe(410)
  expect((await portal.post('/intake/answers', { sealed }, other)).status).toBe(410)
  expect((await read(portal, other, { sealed })).status).toBe(410)
  expect((await portal.post('/intake', { sealed: 'f1.AAAA' }, desk)).status).toBe(410)
  portal.setClock('2026-03-03 09:00')
  expect((await portal.post('/intake', { sealed }, desk)).status).toBe(410)
  expect((await portal.post('/intake/answers', { sealed }, desk)).status).toBe(200)
  const again = await read(portal, desk, { sealed })
  expect((await portal.post('/intake', { sealed: again.body.sealed }, desk)).status).toBe(201)
})

test.for<[who: Role, status: number]>([
  ['complaintDesk', 200],
  ['handler', 200],
  ['officeHead', 200],
  ['secondPerson', 200],
  ['windowHead', 200],
  ['windowStaff', 200],
  ['patrolOfficer', 200],
  ['assessmentGroup', 200],
  ['custodian', 200],
  ['auditor', 403],
  ['systemAdministrator', 403],
])('whoever is first told takes it in, %s: %i', async ([who, status]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const cookie = await portal.as(who)
  expect((await portal.get('/intake', cookie)).status).toBe(status)
  expect((await read(portal, cookie)).status).toBe(status)
  expect((await portal.get('/intake')).status).toBe(401)
  await portal.close()
})

test('only the channels of the hall are offered and taken', async ({ portal }) => {
  const offered = async (key: string) =>
    ((await (await portal.get('/intake', await portal.as('complaintDesk', key))).json()) as Json)
      .channels
  expect(await offered('anci')).toEqual([
    'phone',
    'visit',
    'commentBook',
    'commentBox',
    'hotlineTransfer',
    'petition',
  ])
  expect(await offered('qingpu')).toEqual([
    'phone',
    'visit',
    'letter',
    'email',
    'hotlineTransfer',
    'petition',
  ])
  const desk = await portal.as('complaintDesk', 'qingpu')
  for (const channel of ['commentBox', 'web', 'pigeon']) {
    expect((await read(portal, desk, { channel })).body.errors).toHaveProperty('channel')
  }
})

test('found in the box it counts from now, whatever else is typed', async ({ portal }) => {
  const patrol = await portal.as('patrolOfficer')
  portal.setClock('2026-03-07 10:15')
  const slip = await registered(portal, patrol, {
    channel: 'commentBox',
    receivedOn: '2026-03-01',
    receivedTime: '',
    identity: 'anonymous',
    name: '',
    phone: '',
    narrative: '态度差',
  })
  expect(slip).toMatchObject({ receipt: null, handing: 'nobody', receivedOn: '2026-03-07' })
  const { complaint, file } = await ofNumber(portal, slip.number)
  expect(complaint).toMatchObject({ nature: 'written', receivedOn: '2026-03-07', receivedAt: null })
  const clocks = await portal.db.select().from(deadlines).where(eq(deadlines.caseId, file.id))
  expect(clocks).toMatchObject([
    { kind: 'acceptance', dayZero: '2026-03-07', dueOn: '2026-03-09' },
    { kind: 'reply', dueOn: '2026-03-20' },
  ])
})

test.for<[why: string, field: string, changed: Json]>([
  ['no channel', 'channel', { channel: '' }],
  ['no day of receipt', 'receivedOn', { receivedOn: '' }],
  ['a day still to come', 'receivedOn', { receivedOn: '2026-03-03' }],
  ['a receipt of two years ago', 'receivedOn', { receivedOn: '2024-03-02', occurredOn: '' }],
  ['no time', 'receivedTime', { receivedTime: '' }],
  ['a time that is none', 'receivedTime', { receivedTime: '25:00' }],
  ['a time still to come', 'receivedTime', { receivedTime: '09:01' }],
  [
    'a matter after its complaint',
    'occurredOn',
    { occurredOn: '2026-03-02', receivedOn: '2026-03-01' },
  ],
  ['a matter of another age', 'occurredOn', { occurredOn: '2001-01-01' }],
  ['a window of elsewhere', 'window', { window: 'zzzzzzzz' }],
  ['a clause of elsewhere', 'clause', { clause: 'qingpu.q5' }],
  ['staff of elsewhere', 'staff', { staff: ['nobody'] }],
  ['nothing said', 'narrative', { narrative: ' ' }],
  ['too much said', 'narrative', { narrative: '长'.repeat(2001) }],
  ['no word on identity', 'identity', { identity: '' }],
  ['no name', 'name', { name: '' }],
  ['no way to reach a caller', 'phone', { phone: '' }],
  ['a telephone that is none', 'phone', { phone: '12' }],
  ['an address that is none', 'email', { email: 'w@' }],
  ['a name with an anonymous complaint', 'name', { identity: 'anonymous', phone: '' }],
  ['no word on publication', 'mayPublish', { mayPublish: '' }],
  ['a slip without limit unsaid', 'externalDueOn', { channel: 'hotlineTransfer' }],
  [
    'a limit and none',
    'externalDueOn',
    { channel: 'petition', externalDueOn: '2026-03-09', noLimit: 'yes' },
  ],
  [
    'a limit before the slip',
    'externalDueOn',
    { channel: 'hotlineTransfer', externalDueOn: '2026-03-01' },
  ],
])('%s is told at its field', async ([, field, changed], { task }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const { status, body } = await read(portal, await portal.as('complaintDesk'), changed)
  expect([task.name, status, Object.keys(body.errors ?? {})]).toEqual([task.name, 422, [field]])
  await portal.close()
})

test('a form left empty says of each field what it wants', async ({ portal }) => {
  const desk = await portal.as('complaintDesk')
  const answer = await portal.post('/intake/readings', {}, desk)
  const { errors } = (await answer.json()) as { errors: Record<string, string[]> }
  expect(Object.keys(errors)).toEqual(['channel', 'narrative', 'identity', 'mayPublish'])
  const said = Object.values(errors).flat()
  expect(new Set(said).size).toBe(said.length)
})

test('a letter may carry a name and no way to answer; nobody is given its receipt', async ({
  portal,
}) => {
  const desk = await portal.as('complaintDesk', 'qingpu')
  const slip = await registered(portal, desk, { channel: 'letter', phone: '', name: '李女士' })
  expect(slip).toMatchObject({ receipt: null, handing: 'nobody' })
  const answered = await registered(portal, desk, { channel: 'letter' })
  expect(answered).toMatchObject({ receipt: expect.stringMatching(/^\d{16}$/), handing: 'sent' })
})

test("sent on by 12345 it runs on that organ's limit, or on the hall's where the slip has none", async ({
  portal,
}) => {
  const desk = await portal.as('complaintDesk', 'qingpu')
  const external = async (changed: Json) => {
    const slip = await registered(portal, desk, { channel: 'hotlineTransfer', ...changed })
    const { file, complaint } = await ofNumber(portal, slip.number)
    const [clock] = await portal.db
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.caseId, file.id), eq(deadlines.kind, 'external')))
    return [file.track, complaint.externalNumber, clock!.dueOn]
  }
  expect(await external({ externalDueOn: '2026-03-13', externalNumber: 'R-2026-0031' })).toEqual([
    'transferred',
    'R-2026-0031',
    '2026-03-13',
  ])
  expect(await external({ noLimit: 'yes' })).toEqual(['transferred', null, '2026-03-05'])
})

test('everybody it names is named in the case and kept away from it', async ({ portal }) => {
  const desk = await portal.as('complaintDesk')
  const hall = await portal.hall()
  const people = await portal.db.select().from(staff).where(eq(staff.hallId, hall.id)).limit(3)
  const ids = people.map(({ publicId }) => publicId)
  const slip = await registered(portal, desk, { staff: [ids[0], ids[1], ids[2], ids[0], ''] })
  const { complaint, file } = await ofNumber(portal, slip.number)
  expect(complaint.staffId).toBe(people[0]!.id)
  const others = await portal.db.select().from(caseStaff).where(eq(caseStaff.caseId, file.id))
  expect(others.map(({ staffId }) => staffId)).toEqual([people[1]!.id, people[2]!.id])
  expect((await read(portal, desk, { staff: [...ids, 'x'] })).status).toBe(422)
})

test('a major matter told by mouth is never refused: Bingcha helps to put it in writing', async ({
  portal,
}) => {
  const taskOf = async (key: string, changed: Json) => {
    const desk = await portal.as('complaintDesk', key)
    const { body } = await read(portal, desk, { major: 'yes', ...changed })
    const sent = await portal.post('/intake', { sealed: body.sealed }, desk)
    const { number } = (await sent.json()) as Slip
    const { file } = await ofNumber(portal, number)
    const owed = await portal.db.select().from(tasks).where(eq(tasks.caseId, file.id))
    return [sent.status, body.owesWriting, owed.map(({ kind }) => kind).sort()]
  }
  expect(await taskOf('bingcha', { channel: 'phone' })).toEqual([
    201,
    true,
    ['put-in-writing', 'report-to-head'],
  ])
  expect(await taskOf('bingcha', { channel: 'letter' })).toEqual([201, false, ['report-to-head']])
  expect(await taskOf('qingpu', { channel: 'phone' })).toEqual([201, false, ['report-to-head']])
})

test('who wants not to be known is sealed or not asked, and dated by the day', async ({
  portal,
}) => {
  const desk = await portal.as('complaintDesk')
  const early = await read(portal, desk, { identity: 'confidential' })
  expect([early.status, early.body.reason]).toEqual([409, 'confidential-not-ready'])
  await withCustodian(portal)
  const sealed = await registered(portal, desk, { identity: 'confidential' })
  const anonymous = await registered(portal, desk, {
    identity: 'anonymous',
    name: '',
    phone: '',
    narrative: '请打 13900001234 找我，我叫王小明。',
  })
  expect(await portal.db.select().from(sealedIdentities)).toHaveLength(1)
  expect(await portal.db.select().from(complainants)).toEqual([])
  for (const { number } of [sealed, anonymous]) {
    const { complaint, file } = await ofNumber(portal, number)
    expect(complaint).toMatchObject({ receivedOn: '2026-03-02', receivedAt: null })
    const [step] = await portal.db.select().from(caseSteps).where(eq(caseSteps.caseId, file.id))
    expect(step).toMatchObject({ act: 'register', at: null })
  }
  const lodged = await portal.db.select().from(events).where(eq(events.kind, 'complaint-lodged'))
  expect(lodged.map(({ at }) => at)).toEqual([null, null])
  const { body } = await read(portal, desk, {
    identity: 'anonymous',
    name: '',
    phone: '',
    narrative: '请打 13900001234 找我。',
  })
  expect(body.contactData).toEqual([{ kind: 'mobile', shown: '139…' }])
})

test.for<[why: string, channel: ComplaintChannel, nature: string, handing: string]>([
  ['a visitor takes the slip along', 'visit', 'oral', 'inHand'],
  ['a caller is told the digits', 'phone', 'oral', 'readOut'],
  ['a letter is answered', 'letter', 'written', 'sent'],
  ['an e-mail is answered', 'email', 'written', 'sent'],
  ['the book may name its writer', 'commentBook', 'written', 'sent'],
  ['a slip of 12345 names the citizen', 'hotlineTransfer', 'written', 'sent'],
])('%s', ([, channel, nature, handing]) => {
  const person = { identity: 'named', phone: '13900001234', email: '' } as const
  expect(natureOf(channel)).toBe(nature)
  expect(handingOf(channel, person)).toBe(handing)
  const nobody = { identity: 'anonymous', phone: '', email: '' } as const
  expect(handingOf(channel, nobody)).toBe(nature === 'oral' ? handing : 'nobody')
})
